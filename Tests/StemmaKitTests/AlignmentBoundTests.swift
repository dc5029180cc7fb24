import Testing

@testable import StemmaKit

@Suite struct AlignmentBoundTests {
  /// The scores of ids that both sequences have; 0 of all others.
  private func scores(
    _ a: [Int32], _ b: [Int32], _ random: inout RandomText, _ size: Int
  ) -> [Int32] {
    let shared = Set(a).intersection(b)
    return (0..<Int32(size)).map { id in
      let rarity = random.number(0...128)
      return shared.contains(id) ? LocalAlignment.matchScore(rarity: rarity) : 0
    }
  }

  @Test func `No alignment scores more than the bound`() {
    var bound = AlignmentBound()
    for seed in 0..<200 as Range<UInt64> {
      var random = RandomText(seed: seed)
      let size = [1, 3, 8, 60, 400][Int(seed % 5)]
      let a = random.ids(count: random.number(0...120), below: size)
      var b = random.ids(count: random.number(0...60), below: size)
      b += a.dropFirst(a.count / 3).filter { _ in random.number(0...9) > Int(seed % 8) }
      let scores = scores(a, b, &random, size)
      var alignment = LocalAlignment()
      let exact = alignment.score(a, b, scores: scores)
      let input = "seed \(seed): \(a), \(b), \(scores)"
      #expect(bound.score(a, b, scores: scores) >= exact, "\(input)")
      #expect(bound.score(b, a, scores: scores) >= exact, "\(input)")
    }
  }

  @Test func `Of texts in no common order the bound is far below a passage`() {
    var random = RandomText(seed: 5)
    let a = random.ids(count: 400, below: 1200)
    let b = random.ids(count: 400, below: 1200)
    var bound = AlignmentBound()
    let found = bound.score(a, b, scores: scores(a, b, &random, 1200))
    #expect(found < 20 * TermRarity.unit)
  }
}
