/// Finds out which keys stand more than once, before they are sorted: most stand alone, and need not
/// be.
///
/// A bit for each of sixteen times as many cells as there are keys: of those that stand alone one in
/// sixteen shares a cell and is kept in vain, none that stands twice is lost.
enum RepeatedKeys {
  /// Leaves the entries whose upper 32 bits, which are well mixed, may stand there more than once; in order.
  ///
  /// - Complexity: O(*n*).
  static func keep(in entries: inout [UInt64]) {
    var cells = 1024
    while cells < 16 * entries.count { cells *= 2 }
    var once = [UInt64](repeating: 0, count: cells / 64)
    var twice = once
    let kept = keep(&entries, cells - 1, &once, &twice)
    entries.removeLast(entries.count - kept)
  }

  private static func keep(
    _ entries: inout [UInt64], _ mask: Int, _ once: inout [UInt64], _ twice: inout [UInt64]
  ) -> Int {
    var entries = entries.mutableSpan
    var once = once.mutableSpan
    var twice = twice.mutableSpan
    var index = 0
    while index < entries.count {
      let cell = Int(truncatingIfNeeded: entries[index] >> 32) & mask
      let bit: UInt64 = 1 << UInt64(cell & 63)
      twice[cell >> 6] |= once[cell >> 6] & bit
      once[cell >> 6] |= bit
      index += 1
    }
    var kept = 0
    index = 0
    while index < entries.count {
      let entry = entries[index]
      let cell = Int(truncatingIfNeeded: entry >> 32) & mask
      entries[kept] = entry
      kept &+= Int(truncatingIfNeeded: twice[cell >> 6] >> UInt64(cell & 63) & 1)
      index += 1
    }
    return kept
  }
}
