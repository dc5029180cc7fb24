import Testing

@testable import StemmaKit

@Suite struct DistinctCounterTests {
  @Test(arguments: [0, 1, 2, 50, 300, 1000, 5000, 50_000])
  func `The count is that of a set, nearly, however often words are repeated`(distinct: Int) {
    var counter = DistinctCounter()
    var random = SplitMix64(state: UInt64(distinct))
    let hashes = (0..<distinct).map { _ in random.next() }
    let repeated = hashes + hashes.prefix(distinct / 3) + hashes.prefix(distinct / 7)
    #expect(Set(repeated).count == distinct)
    // What stands in the table from the text before must not matter.
    _ = counter.count((0..<2000).map { _ in random.next() })
    let counted = counter.count(repeated)
    #expect(abs(counted - distinct) <= max(1, distinct / 50), "\(counted)")
  }

  @Test func `A million words are counted as many, not more`() {
    var counter = DistinctCounter()
    var random = SplitMix64(state: 7)
    let counted = counter.count((0..<1_000_000).map { _ in random.next() })
    #expect((300_000...364_000).contains(counted))
  }
}
