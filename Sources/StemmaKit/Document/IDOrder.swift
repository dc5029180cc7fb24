/// The order of documents by the bytes of their ids.
enum IDOrder {
  /// The first bytes of an id, so that few comparisons have to look at the strings.
  private struct Key {
    let high: UInt64
    let low: UInt64
    let index: Int32

    init(_ id: String, index: Int) {
      self.index = Int32(truncatingIfNeeded: index)
      var id = id
      (high, low) = id.withUTF8 { bytes in
        var (high, low): (UInt64, UInt64) = (0, 0)
        for place in 0..<min(8, bytes.count) {
          high |= UInt64(bytes[place]) << UInt64(56 - 8 * place)
        }
        for place in 8..<max(8, min(16, bytes.count)) {
          low |= UInt64(bytes[place]) << UInt64(120 - 8 * place)
        }
        return (high, low)
      }
    }
  }

  /// The indices of the ids in their order; of equal ones the first comes first.
  ///
  /// - Complexity: O(*n* log *n*).
  static func of(_ ids: some RandomAccessCollection<String>) -> [Int32] {
    var keys: [Key] = []
    keys.reserveCapacity(ids.count)
    for (index, id) in ids.enumerated() { keys.append(Key(id, index: index)) }
    func id(_ index: Int32) -> String { ids[ids.index(ids.startIndex, offsetBy: Int(index))] }
    keys.sort { x, y in
      if x.high != y.high { return x.high < y.high }
      if x.low != y.low { return x.low < y.low }
      // Ids of which one ends where the other has a zero have the same key, too.
      let (one, other) = (id(x.index).utf8, id(y.index).utf8)
      if one.lexicographicallyPrecedes(other) { return true }
      if other.lexicographicallyPrecedes(one) { return false }
      return x.index < y.index
    }
    return keys.map(\.index)
  }

  /// The items in an order: at place *i* what stood at `order[i]`. They are moved, where copies would
  /// count anew who holds each of their strings.
  ///
  /// - Parameter items: is empty afterwards.
  /// - Complexity: O(*n*).
  static func arranged<Item>(_ items: inout [Item], _ order: [Int32]) -> [Item] {
    var arranged: [Item] = []
    swap(&arranged, &items)
    var isPut = [Bool](repeating: false, count: order.count)
    for start in order.indices where !isPut[start] {
      var place = start
      isPut[place] = true
      while Int(order[place]) != start {
        arranged.swapAt(place, Int(order[place]))
        place = Int(order[place])
        isPut[place] = true
      }
    }
    return arranged
  }
}
