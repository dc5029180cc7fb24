import Testing

@testable import StemmaKit

private func tree(_ members: [Int], _ derivations: [Derivation]) -> FamilyTree {
  FamilyTree(members: members, derivations: derivations)
}

private func story(_ members: [Int], _ derivations: [Derivation]) -> Story {
  tree(members, derivations).story
}

private func edge(_ derivative: Int, _ source: Int, isCertain: Bool = true) -> Story.Edge {
  Story.Edge(derivative: derivative, source: source, isCertain: isCertain)
}

/// A rewrite in which the second text has so many words unquoted that the first quotes.
private func reworded(_ source: Int, _ derivative: Int, coverage: Double, words: Int) -> Derivation
{
  var pair = finding(.rewrite, coverage: coverage)
  pair.evidence.quoteShift.quotedOnlyInA = source < derivative ? words : 0
  pair.evidence.quoteShift.quotedOnlyInB = source < derivative ? 0 : words
  return Derivation(a: min(source, derivative), b: max(source, derivative), finding: pair)
}

@Suite struct FamilyTreeTests {
  @Test func `A member hangs from the text that it has most in common with`() {
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

  @Test func `No text of an agency hangs from one that is dated after it`() {
    // 1 and 2 have it from one agency, and most in common; 0 is dated before both.
    func story(_ first: Direction.Derivative?) -> Story {
      var shared = derivation(1, 2, .copy, coverage: 0.9)
      shared.isOfOneAgency = true
      shared.publishedFirst = first
      return tree(
        [0, 1, 2],
        [
          derivation(0, 1, .rewrite, coverage: 0.6, from: 0),
          derivation(0, 2, .rewrite, coverage: 0.4, from: 0), shared,
        ]
      ).story
    }
    #expect(story(nil).edges == [edge(1, 0), edge(2, 1, isCertain: false)])
    #expect(story(.a).edges == story(nil).edges)
    #expect(story(.b).edges == [edge(1, 2, isCertain: false), edge(2, 0)])
  }

  @Test func `Words in common speak for a source though their order was changed`() {
    func rewrite(_ a: Int, _ b: Int, ordered: Double, common: Double) -> Derivation {
      var pair = finding(.rewrite)
      pair.direction = Direction(derivative: .b, reason: .published, confidence: 0.97)
      pair.evidence.scores.orderedWeight = ordered
      pair.evidence.scores.commonWeight = common
      return Derivation(a: a, b: b, finding: pair)
    }
    let found = story(
      [0, 1, 2],
      [
        rewrite(0, 1, ordered: 900, common: 1500), rewrite(0, 2, ordered: 610, common: 1000),
        rewrite(1, 2, ordered: 600, common: 1200),
      ])
    #expect(found.edges == [edge(1, 0), edge(2, 1)])
  }

  @Test
  func `A rewording of a rewording hangs from it, though nothing but the first has quotations`() {
    let links = [
      reworded(0, 1, coverage: 0.5, words: 12), derivation(1, 2, .rewrite, coverage: 0.6),
      derivation(0, 2, .rewrite, coverage: 0.4),
    ]
    let found = tree([0, 1, 2], links)
    #expect(found.story.edges == [edge(1, 0), edge(2, 1)])
    #expect(found.story.origin == 0)
    #expect(found.kinship(2, 1) == .descent)
    #expect(found.kinship(0, 2) == .ancestry)
  }

  @Test func `The end of a chain may be the root where only its other end is excluded`() {
    // 1 cannot be above 0; whether 0 or 2 was first is open.
    let found = story(
      [0, 1, 2], [reworded(0, 1, coverage: 0.5, words: 12), derivation(0, 2, .copy, coverage: 0.9)])
    #expect(found.edges == [edge(1, 0), edge(2, 0, isCertain: false)])
    #expect(found.origin == 0)
  }

  @Test func `Derivations without direction are no edges and give no origin`() {
    let found = story([0, 1, 2], [derivation(0, 1, .copy), derivation(1, 2, .copy)])
    #expect(found.edges.isEmpty)
    #expect(found.origin == nil)
    #expect(found.members == [0, 1, 2])
  }

  @Test func `One or two words are no evidence of a root`() {
    let found = tree([0, 1], [reworded(0, 1, coverage: 0.5, words: 2)])
    #expect(found.story.edges.isEmpty && found.story.origin == nil)
    #expect(found.kinship(0, 1) == .undecided)
  }

  @Test func `Texts made from a third are siblings`() {
    let found = tree(
      [0, 1, 2],
      [
        reworded(0, 1, coverage: 0.6, words: 10), reworded(0, 2, coverage: 0.6, words: 10),
        derivation(1, 2, .rewrite, coverage: 0.4),
      ])
    #expect(found.kinship(1, 2) == .siblings(of: 0))
    #expect(found.kinship(2, 1) == .siblings(of: 0))
  }

  @Test func `A text that cannot tell a text from its copy hangs from the text`() {
    func links(_ toCopy: Double) -> [Derivation] {
      [
        derivation(0, 1, .copy, coverage: 0.95, from: 0),
        derivation(0, 2, .rewrite, coverage: 0.5, from: 0),
        derivation(1, 2, .rewrite, coverage: toCopy, from: 1),
      ]
    }
    #expect(story([0, 1, 2], links(0.502)).edges == [edge(1, 0), edge(2, 0)])
    #expect(story([0, 1, 2], links(0.6)).edges == [edge(1, 0), edge(2, 1)])
  }

  @Test func `Dates turn an edge round that they contradict`() {
    // 2 has most in common with 1, but was there before it.
    let found = story(
      [0, 1, 2],
      [
        derivation(0, 1, .rewrite, coverage: 0.7, from: 0),
        derivation(0, 2, .rewrite, coverage: 0.4, from: 0),
        derivation(1, 2, .rewrite, coverage: 0.8, from: 2),
      ])
    #expect(found.edges == [edge(1, 2), edge(2, 0)])
    #expect(found.origin == 0)
  }

  @Test func `Dates find the root though its copies have more in common with each other`() {
    // 1, 2 and 3 are of the afternoon and nearest to 1; 0 is of the morning, and nearest to 2.
    let found = story(
      [0, 1, 2, 3],
      [
        derivation(1, 2, .copy, coverage: 0.9, from: 1),
        derivation(1, 3, .copy, coverage: 0.8, from: 1),
        derivation(0, 2, .copy, coverage: 0.7, from: 0),
        derivation(0, 1, .copy, coverage: 0.6, from: 0),
        derivation(0, 3, .copy, coverage: 0.5, from: 0),
      ])
    #expect(found.edges == [edge(1, 0), edge(2, 1), edge(3, 1)])
    #expect(found.origin == 0)
  }

  @Test func `Two texts that have no source among the others give no origin`() {
    let found = story(
      [0, 1, 2],
      [derivation(0, 1, .rewrite, from: 0), derivation(1, 2, .rewrite, coverage: 0.4, from: 2)])
    #expect(found.edges == [edge(1, 0)])
    #expect(found.origin == nil)
  }

  @Test func `Excerpts come last, whatever they weigh`() {
    var excerpt = derivation(0, 2, .excerpt, from: 0)
    excerpt.common = 5000
    let links = [
      excerpt, derivation(0, 1, .rewrite, from: 0),
      derivation(1, 2, .rewrite, coverage: 0.4, from: 1),
    ]
    #expect(story([0, 1, 2], links).edges == [edge(1, 0), edge(2, 1)])
  }

  @Test func `Of two equal sources the first is taken`() {
    let links = [derivation(0, 2, .copy, from: 0), derivation(1, 2, .copy, from: 1)]
    #expect(story([0, 1, 2], links).edges == [edge(2, 0)])
    #expect(story([0, 1, 2], links.reversed()).edges == [edge(2, 0)])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `Circles of directions leave a forest, and kinship agrees with it`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let members = (0..<8).map { 3 * $0 + 1 }
    var links: [Derivation] = []
    for (number, b) in members.enumerated() {
      for a in members[..<number] where random.number(0...2) > 0 {
        let source = [a, b, nil][random.number(0...2)]
        let relation: Relation = [.excerpt, .rewrite, .copy][random.number(0...2)]
        links.append(
          derivation(a, b, relation, coverage: Double(random.number(1...9)) / 10, from: source))
      }
    }
    let found = tree(members, links)
    let above = Dictionary(
      uniqueKeysWithValues: found.story.edges.map { ($0.derivative, $0.source) })
    func line(_ member: Int) -> [Int] {
      var line = [member]
      while let next = above[line[line.count - 1]], line.count < 20 { line.append(next) }
      return line
    }
    for x in members {
      #expect(line(x).count <= members.count, "seed \(seed): a circle")
      for y in members where x != y {
        switch found.kinship(x, y) {
        case .descent: #expect(line(x).contains(y), "seed \(seed)")
        case .ancestry: #expect(line(y).contains(x), "seed \(seed)")
        case .siblings(let source):
          #expect(!line(x).contains(y) && !line(y).contains(x), "seed \(seed)")
          #expect(line(x).first { line(y).contains($0) } == source, "seed \(seed)")
        case .undecided: break
        }
      }
    }
  }
}
