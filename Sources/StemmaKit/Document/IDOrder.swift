/// The order of documents by the bytes of their ids.
enum IDOrder {
  /// The first bytes of an id, so that few comparisons have to look at the strings.
  private struct Key {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var index: Int32

    init(_ id: String, index: Int) {
      self.index = Int32(truncatingIfNeeded: index)
      for (place, byte) in id.utf8.prefix(16).enumerated() {
        let shifted = UInt64(byte) << UInt64(56 - 8 * (place & 7))
        if place < 8 { high |= shifted } else { low |= shifted }
      }
    }
  }

  /// The indices of the ids in their order; of equal ones the first comes first.
  ///
  /// - Complexity: O(*n* log *n*).
  static func of(_ ids: some Sequence<String>) -> [Int32] {
    var keys: [Key] = []
    let ids = Array(ids)
    keys.reserveCapacity(ids.count)
    for (index, id) in ids.enumerated() { keys.append(Key(id, index: index)) }
    keys.sort { x, y in
      if x.high != y.high { return x.high < y.high }
      if x.low != y.low { return x.low < y.low }
      // Ids of which one ends where the other has a zero have the same key, too.
      let (one, other) = (ids[Int(x.index)].utf8, ids[Int(y.index)].utf8)
      if one.lexicographicallyPrecedes(other) { return true }
      if other.lexicographicallyPrecedes(one) { return false }
      return x.index < y.index
    }
    return keys.map(\.index)
  }
}
