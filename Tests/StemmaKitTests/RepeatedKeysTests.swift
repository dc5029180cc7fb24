import Testing

@testable import StemmaKit

@Suite struct RepeatedKeysTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Keys that stand twice are kept in order, most others are not`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let count = Int.random(in: 0...3000, using: &random)
    let some = (0..<100).map { _ in UInt64.random(in: 0...UInt64(UInt32.max), using: &random) }
    let entries = (0..<count).map { index in
      let key =
        Int.random(in: 0..<10, using: &random) == 0
        ? some.randomElement(using: &random)!
        : UInt64.random(in: 0...UInt64(UInt32.max), using: &random)
      return key << 32 | UInt64(index)
    }
    var kept = entries
    RepeatedKeys.keep(in: &kept)
    var counts: [UInt64: Int] = [:]
    for entry in entries { counts[entry >> 32, default: 0] += 1 }
    let repeated = entries.filter { counts[$0 >> 32]! > 1 }
    #expect(kept.filter { counts[$0 >> 32]! > 1 } == repeated, "seed \(seed)")
    #expect(kept == kept.sorted { $0 & 0xFFFF_FFFF < $1 & 0xFFFF_FFFF }, "seed \(seed)")
    #expect(kept.count - repeated.count <= entries.count / 8 + 4, "seed \(seed)")
  }
}
