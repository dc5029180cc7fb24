import Testing

@testable import StemmaKit

@Suite struct OrderMeterTests {
  @Test func `The weights are those of the tree, with one meter for many pairs`() {
    var meter = OrderMeter()
    for seed in 0..<120 as Range<UInt64> {
      var random = RandomText(seed: seed)
      let size = [1, 2, 12, 150][Int(seed % 4)]
      let a = random.ids(count: random.number(0...200), below: size)
      var b = random.ids(count: random.number(0...100), below: size)
      b += a.dropFirst(a.count / 3).filter { _ in random.number(0...4) > 0 }
      let weights = random.ids(count: size, below: 9)
      // What stands behind the weights is of earlier pairs and must not matter.
      let found = meter.coverage(a, b, weights: weights + [100, 100], ids: size)
      let input = "seed \(seed): \(a), \(b), \(weights)"
      let ordered = CommonSubsequence(a, b, weights: weights).weight()
      #expect(found.ordered == ordered, "\(input)")
      let reversed = CommonSubsequence(a, b.reversed(), weights: weights).weight()
      #expect(found.reversed == reversed, "\(input)")
      #expect(found.weightA == a.reduce(0) { $0 + Int(weights[Int($1)]) }, "\(input)")
      #expect(found.weightB == b.reduce(0) { $0 + Int(weights[Int($1)]) }, "\(input)")
    }
  }

  /// Tables of few cells and of many, with as many places in common as are looked up in a tree and
  /// with more.
  @Test(arguments: [(2100, 500), (4600, 500), (4600, 60_000), (1200, 70_000)])
  func `Of long texts the tree tells the same`(count: Int, size: Int) {
    var random = RandomText(seed: 1)
    let a = random.ids(count: count, below: size)
    let b = random.ids(count: count, below: size)
    let weights = random.ids(count: size, below: 9)
    let found = OrderedCoverage(a, b, weights: weights)
    #expect(found.ordered == CommonSubsequence(a, b, weights: weights).weight())
    #expect(found.reversed == CommonSubsequence(a, b.reversed(), weights: weights).weight())
  }
}
