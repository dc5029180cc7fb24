import Testing

@testable import StemmaKit

@Suite struct RadixSortTests {
  /// Entries whose upper half is drawn from so many keys; the lower half tells the place, mixed up.
  private func entries(_ count: Int, keys: [UInt32], seed: UInt64) -> [UInt64] {
    var random = SplitMix64(state: seed)
    return (0..<count).map { place in
      let key = keys[Int.random(in: 0..<keys.count, using: &random)]
      // An odd number, so that no two places share a lower half, and its high bit is often set.
      return UInt64(key) << 32 | UInt64(UInt32(truncatingIfNeeded: place) &* 0x9E37_79B9)
    }
  }

  /// The same by the library's sort, which is not promised to be stable: by key, then by place.
  private func sorted(_ entries: [UInt64]) -> [UInt64] {
    entries.enumerated().sorted {
      ($0.element >> 32, $0.offset) < ($1.element >> 32, $1.offset)
    }.map(\.element)
  }

  private func check(_ keys: [UInt32], _ count: Int, seed: UInt64) {
    let before = entries(count, keys: keys, seed: seed)
    var after = before
    RadixSort.sortByHighHalf(&after)
    #expect(after == sorted(before), "\(count) entries of \(keys.count) keys, seed \(seed)")
  }

  // From 257 on it is another sort.
  @Test(arguments: [0, 1, 2, 3, 100, 255, 256, 257, 258, 5000])
  func `Entries come by their upper half, and equal ones stay in order`(count: Int) {
    for seed in 0..<3 as Range<UInt64> {
      var random = SplitMix64(state: seed &+ 100)
      for different in [1, 2, 40, 10_000] {
        let keys = (0..<different).map { _ in UInt32.random(in: 0...(.max), using: &random) }
        check(keys, count, seed: seed)
      }
    }
  }

  @Test(arguments: [200, 300])
  func `Every bit of the upper half counts`(count: Int) {
    for bit in 0..<32 as Range<UInt32> {
      check([0, 1 << bit], count, seed: UInt64(bit))
      check([.max, .max ^ 1 << bit], count, seed: UInt64(bit))
    }
    check((0..<32).map { 1 << $0 } + [0, .max], count, seed: 7)
  }

  @Test(arguments: [256, 257])
  func `The lower half does not count`(count: Int) {
    // Falling lower halves below one key stay as they are.
    let before = (0..<count).map { 5 << 32 | UInt64(count - $0) }
    var after = before
    RadixSort.sortByHighHalf(&after)
    #expect(after == before)
  }
}
