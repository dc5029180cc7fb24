import Testing

@testable import StemmaKit

private func story(_ members: [Int], _ derivations: [Derivation]) -> Story {
  FamilyTree.story(members: members, derivations: derivations)
}

private func edge(_ derivative: Int, _ source: Int) -> Story.Edge {
  Story.Edge(derivative: derivative, source: source)
}

@Suite struct FamilyTreeTests {
  @Test func `A member hangs from the text that covers most of it`() {
    let found = story(
      [0, 1, 2],
      [
        derivation(0, 1, .rewrite, coverage: 0.7, from: 0),
        derivation(0, 2, .rewrite, coverage: 0.4, from: 0),
        derivation(1, 2, .rewrite, coverage: 0.6, from: 1),
      ])
    #expect(found.edges == [edge(1, 0), edge(2, 1)])
    #expect(found.origin == 0)
  }

  @Test func `The coverage that counts is that of the derivative`() {
    var long = derivation(0, 2, .rewrite, from: 0)
    (long.coverageOfA, long.coverageOfB) = (0.9, 0.3)
    var short = derivation(1, 2, .rewrite, from: 1)
    (short.coverageOfA, short.coverageOfB) = (0.2, 0.5)
    #expect(story([0, 1, 2], [long, short]).edges == [edge(2, 1)])
  }

  @Test func `Derivations without direction are no edges and give no origin`() {
    let found = story([0, 1, 2], [derivation(0, 1, .copy), derivation(1, 2, .copy)])
    #expect(found.edges.isEmpty)
    #expect(found.origin == nil)
    #expect(found.members == [0, 1, 2])
  }

  @Test func `Two possible roots give no origin`() {
    let found = story(
      [0, 1, 2], [derivation(0, 1, .copy, from: 0), derivation(1, 2, .copy)])
    #expect(found.edges == [edge(1, 0)])
    #expect(found.origin == nil)
  }

  @Test func `The weakest link of a circle is dropped`() {
    let found = story(
      [0, 1, 2],
      [
        derivation(0, 1, .rewrite, coverage: 0.9, from: 0),
        derivation(1, 2, .rewrite, coverage: 0.8, from: 1),
        derivation(0, 2, .rewrite, coverage: 0.4, from: 2),
      ])
    #expect(found.edges == [edge(1, 0), edge(2, 1)])
    #expect(found.origin == 0)
  }

  @Test func `A circle beside a chain is opened too`() {
    let found = story(
      [0, 1, 2, 3],
      [
        derivation(0, 1, .rewrite, coverage: 0.9, from: 0),
        derivation(1, 2, .rewrite, coverage: 0.5, from: 1),
        derivation(2, 3, .rewrite, coverage: 0.8, from: 2),
        derivation(1, 3, .rewrite, coverage: 0.7, from: 3),
      ])
    // 0 covers most of 1, so 3 is no source of it, and there is no circle.
    #expect(found.edges == [edge(1, 0), edge(2, 1), edge(3, 2)])
    #expect(found.origin == 0)
  }

  @Test func `Of two equal sources the first is taken`() {
    let links = [derivation(0, 2, .copy, from: 0), derivation(1, 2, .copy, from: 1)]
    #expect(story([0, 1, 2], links).edges == [edge(2, 0)])
    #expect(story([0, 1, 2], links.reversed()).edges == [edge(2, 0)])
  }
}
