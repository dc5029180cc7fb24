/// Leaves out the keys that too many documents have, before they are sorted: in a column of words
/// they are three quarters.
///
/// One key of each cell of a small table is counted: the one that has most of a sample there (Boyer
/// and Moore 1991). What is counted is counted exactly, so that no rarer key is lost; of the common
/// ones some share a cell with one that is commoner, and stay.
enum CommonKeys {
  /// One of so many entries is looked at to choose what is counted.
  private static let step = 8

  /// Leaves out entries whose upper 32 bits, which are well mixed, stand there more than `most` times;
  /// the others keep their order.
  ///
  /// - Complexity: O(*n*).
  static func drop(from entries: inout [UInt64], above most: Int) {
    var cells = 256
    while cells * step < entries.count { cells *= 2 }
    var counts = [UInt64](repeating: 0, count: cells)
    choose(entries, &counts)
    let kept = keep(&entries, &counts, UInt64(most))
    entries.removeLast(entries.count - kept)
  }

  /// Sets the upper half of each cell to a key. The lower one counts how far it leads.
  private static func choose(_ entries: [UInt64], _ cells: inout [UInt64]) {
    let entries = entries.span
    var cells = cells.mutableSpan
    var index = 0
    while index < entries.count {
      let key = entries[index] >> 32
      let cell = Int(truncatingIfNeeded: key) & (cells.count - 1)
      let (known, lead) = (cells[cell] >> 32, cells[cell] & 0xFFFF_FFFF)
      if known == key {
        cells[cell] &+= 1
      } else {
        cells[cell] = lead == 0 ? key << 32 | 1 : cells[cell] &- 1
      }
      index += step
    }
  }

  /// Counts the keys of the cells and moves what stays to the front; how many that are.
  private static func keep(
    _ entries: inout [UInt64], _ cells: inout [UInt64], _ most: UInt64
  ) -> Int {
    var entries = entries.mutableSpan
    var cells = cells.mutableSpan
    for cell in cells.indices { cells[cell] &= ~0xFFFF_FFFF }
    let mask = cells.count - 1
    var index = 0
    while index < entries.count {
      let key = entries[index] >> 32
      let cell = Int(truncatingIfNeeded: key) & mask
      cells[cell] &+= cells[cell] >> 32 == key ? 1 : 0
      index += 1
    }
    var kept = 0
    index = 0
    while index < entries.count {
      let entry = entries[index]
      let cell = cells[Int(truncatingIfNeeded: entry >> 32) & mask]
      entries[kept] = entry
      // Written always, and moved on where it stays: no branch to guess wrong.
      let isCommon = cell & 0xFFFF_FFFF > most && cell >> 32 == entry >> 32
      kept &+= isCommon ? 0 : 1
      index += 1
    }
    return kept
  }
}
