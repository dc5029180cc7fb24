import Testing

@testable import StemmaKit

@Suite struct CommonKeysTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Only keys that stand too often are left out, and most of these are`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let most = 40
    let count = Int.random(in: 0...20_000, using: &random)
    // Six keys stand in the list some hundred times and more, others about as often as the limit.
    let keys = (0..<200).map { _ in UInt64.random(in: 0...UInt64(UInt32.max), using: &random) }
    let entries = (0..<count).map { index in
      let key =
        switch Int.random(in: 0..<4, using: &random) {
        case 0: keys[Int.random(in: 0..<6, using: &random)]
        case 1: keys.randomElement(using: &random)!
        default: UInt64.random(in: 0...UInt64(UInt32.max), using: &random)
        }
      return key << 32 | UInt64(index)
    }
    var kept = entries
    CommonKeys.drop(from: &kept, above: most)
    var counts: [UInt64: Int] = [:]
    for entry in entries { counts[entry >> 32, default: 0] += 1 }
    func rare(_ list: [UInt64]) -> [UInt64] { list.filter { counts[$0 >> 32]! <= most } }
    #expect(rare(kept) == rare(entries), "seed \(seed)")
    #expect(kept == kept.sorted { $0 & 0xFFFF_FFFF < $1 & 0xFFFF_FFFF }, "seed \(seed)")
    let (common, left) = (count - rare(entries).count, kept.count - rare(kept).count)
    #expect(left <= common / 2, "seed \(seed)")
  }

  @Test func `Of one key all are left out or none`() {
    for count in [40, 41, 5000] {
      var entries = (0..<count).map { 7 << 32 | UInt64($0) }
      CommonKeys.drop(from: &entries, above: 40)
      #expect(entries.count == (count > 40 ? 0 : count))
    }
  }
}
