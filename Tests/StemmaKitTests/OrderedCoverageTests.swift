import Testing

@testable import StemmaKit

@Suite struct OrderedCoverageTests {
  @Test func `A text covers itself wholly`() {
    let ids: [Int32] = [0, 1, 2, 3]
    let found = OrderedCoverage(ids, ids, weights: [1, 1, 1, 1])
    #expect(found.share == 1 && found.shareOfA == 1 && found.shareOfB == 1)
  }

  @Test func `What stands in both in the same order counts, less what chance order gives`() {
    // 0 1 2 3 4 5 and 0 9 1 8 2 7: ordered 0 1 2 weighs 3, reversed any one of them 1, and each
    // text weighs 6: (3 - 1) / (6 - 1).
    let found = OrderedCoverage(
      [0, 1, 2, 3, 4, 5], [0, 9, 1, 8, 2, 7], weights: [Int32](repeating: 1, count: 10))
    #expect(found.ordered == 3 && found.reversed == 1)
    #expect(found.weightA == 6 && found.weightB == 6)
    #expect(isClose(found.share, 0.4))
  }

  @Test func `The share is that of the lighter text`() {
    // 0 1 of 0 1 2 3: ordered 2, reversed 1; the lighter weighs 2, the other 4:
    // (2 - 1) / (2 - 1) and (2 - 1) / (4 - 1).
    let found = OrderedCoverage([0, 1], [0, 1, 2, 3], weights: [1, 1, 1, 1])
    #expect(found.share == 1)
    #expect(found.shareOfA == 1)
    #expect(isClose(found.shareOfB, 1 / 3.0))
  }

  @Test func `Words weigh what they are worth, and a free word nothing`() {
    // In common, in order: 0 (5) and 2 (3), but not 1 (free): 8. Reversed: 0 alone, 5.
    // The lighter text weighs 8 + 2: (8 - 5) / (10 - 5).
    let found = OrderedCoverage([0, 1, 2, 3], [0, 1, 2, 4, 4], weights: [5, 0, 3, 2, 9])
    #expect(found.ordered == 8 && found.reversed == 5)
    #expect(found.weightA == 10 && found.weightB == 26)
    #expect(isClose(found.share, 0.6))
  }

  @Test func `Reversed order is worse than chance and covers nothing`() {
    // Ordered 1, reversed 4: below 0 before it is cut off.
    let found = OrderedCoverage([0, 1, 2, 3, 4], [3, 2, 1, 0], weights: [1, 1, 1, 1, 1])
    #expect(found.ordered == 1 && found.reversed == 4)
    #expect(found.share == 0 && found.shareOfA == 0)
  }

  @Test func `Texts without weight cover nothing`() {
    #expect(OrderedCoverage([], [], weights: []).share == 0)
    #expect(OrderedCoverage([0], [0], weights: [0]).share == 0)
    #expect(OrderedCoverage([0, 1], [], weights: [1, 1]).shareOfA == 0)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Shares are from 0 to 1, and change sides with the texts`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let a = random.ids(count: random.number(0...40), below: 12)
    let b = random.ids(count: random.number(0...40), below: 12)
    let weights = random.ids(count: 12, below: 5)
    let one = OrderedCoverage(a, b, weights: weights)
    let other = OrderedCoverage(b, a, weights: weights)
    let input = "seed \(seed): \(a), \(b), \(weights)"
    for share in [one.share, one.shareOfA, one.shareOfB] {
      #expect((0...1).contains(share), "\(input)")
    }
    #expect(one.share == other.share, "\(input)")
    #expect(one.shareOfA == other.shareOfB && one.shareOfB == other.shareOfA, "\(input)")
    #expect(one.share >= max(one.shareOfA, one.shareOfB) - 1e-9, "\(input)")
  }
}
