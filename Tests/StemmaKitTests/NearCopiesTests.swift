import Testing

@testable import StemmaKit

/// Sketches of texts that agree with the first of their group in a share of the phrase slots.
private func sketches(_ groups: [(count: Int, resemblance: Double)]) -> [SearchSketch] {
  var random = SplitMix64(state: 7)
  func keys() -> [UInt32] {
    (0..<SearchSketch.slots).map { _ in UInt32.random(in: 0...(.max), using: &random) }
  }
  return groups.flatMap { group in
    let first = keys()
    return (0..<group.count).map { number in
      var own = keys()
      let slots = Int(group.resemblance * Double(SearchSketch.phraseSlots) + 0.5)
      for slot in 0..<(number == 0 ? 0 : slots) {
        own[SearchSketch.wordSlots + slot] = first[SearchSketch.wordSlots + slot]
      }
      return SearchSketch(keys: number == 0 ? first : own, tokenCount: 500, wordCount: 250)
    }
  }
}

private func speakers(_ sketches: [SearchSketch]) throws -> [Int] {
  let all = sketches.indices.flatMap { a in
    (a + 1..<max(a + 1, sketches.count)).map { Candidate(a: a, b: $0) }
  }
  return try NearCopies.speakers(sketches, among: all)
}

@Suite struct NearCopiesTests {
  @Test func `Of a text and eight near-copies the first speaks for all`() throws {
    #expect(try speakers(sketches([(9, 0.8), (2, 0.8)])) == [0, 9, 10])
  }

  @Test func `Fewer copies speak each for itself`() throws {
    #expect(NearCopies.leastGroup == 8)
    #expect(try speakers(sketches([(8, 0.8)])) == Array(0..<8))
  }

  @Test func `Texts that agree in less than 0.3 of the phrases are no near-copies`() throws {
    // 38 and 39 of 128 slots.
    #expect(try speakers(sketches([(12, 0.297)])).count == 12)
    #expect(try speakers(sketches([(12, 0.305)])) == [0])
  }

  @Test func `Words in common make no near-copy`() throws {
    var all = sketches([(12, 0)])
    for document in all.indices {
      for slot in 0..<SearchSketch.wordSlots { all[document].keys[slot] = 1 }
    }
    #expect(try speakers(all).count == 12)
  }

  @Test func `Only candidates are looked at`() throws {
    let all = sketches([(20, 0.9)])
    let some = (1..<10).map { Candidate(a: 0, b: $0) }
    #expect(try NearCopies.speakers(all, among: some) == [0] + Array(10..<20))
    #expect(try NearCopies.speakers(all, among: []) == Array(0..<20))
    #expect(try NearCopies.speakers([], among: []).isEmpty)
  }

  @Test func `A text that another speaks for speaks for none`() throws {
    // 0 speaks for 1 to 8. The copies of 1 that are none of 0 stay, though they are enough.
    let all = sketches([(20, 0.9)])
    let ofFirst = (1...8).map { Candidate(a: 0, b: $0) }
    let ofSecond = (9..<20).map { Candidate(a: 1, b: $0) }
    #expect(try NearCopies.speakers(all, among: ofFirst + ofSecond) == [0] + Array(9..<20))
  }

  @Test func `Each group has a speaker of its own`() throws {
    #expect(try speakers(sketches([(10, 0.9), (10, 0.9), (3, 0.9)])) == [0, 10, 20, 21, 22])
  }

  @Test func `The resemblance of phrases is the share of equal slots`() throws {
    let all = sketches([(2, 0.5), (1, 0)])
    #expect(all[0].phraseResemblance(to: all[0]) == 1)
    #expect(all[0].phraseResemblance(to: all[1]) == 0.5)
    #expect(all[0].phraseResemblance(to: all[2]) == 0)
  }
}
