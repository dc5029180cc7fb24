import Testing

@testable import StemmaKit

@Suite struct IDOrderTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Ids come in the order of their bytes, equal ones as they were`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    // Long common beginnings, zeros, and letters that Swift takes for the same.
    let parts = ["doc", "documents/2021/", "\u{0}", "a", "é", "e\u{301}", "Z", "0", ""]
    let ids = (0..<Int.random(in: 0...80, using: &random)).map { _ in
      (0..<Int.random(in: 0...4, using: &random)).map { _ in parts.randomElement(using: &random)! }
        .joined()
    }
    let expected = ids.indices.sorted { x, y in
      let (one, other) = (Array(ids[x].utf8), Array(ids[y].utf8))
      return one == other ? x < y : one.lexicographicallyPrecedes(other)
    }
    #expect(IDOrder.of(ids).map(Int.init) == expected, "seed \(seed): \(ids)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Items are moved to where an order wants them`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let count = Int(seed) * 3
    let order = (0..<Int32(count)).shuffled(using: &random)
    let items = (0..<count).map { "item \($0)" }
    var moved = items
    #expect(IDOrder.arranged(&moved, order) == order.map { items[Int($0)] })
    #expect(moved.isEmpty)
  }
}
