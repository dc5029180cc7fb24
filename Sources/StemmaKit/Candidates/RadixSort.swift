/// Sorts keys with a payload: what a search spends its time on besides sketching.
enum RadixSort {
  /// Sorts by the upper 32 bits; entries that are equal there keep their order.
  ///
  /// Least significant digit first, in three passes of 11 bits.
  ///
  /// - Complexity: O(*n*).
  static func sortByHighHalf(_ entries: inout [UInt64]) {
    guard entries.count > 256 else {
      sortFew(&entries)
      return
    }
    var other = [UInt64](repeating: 0, count: entries.count)
    for shift in [32, 43, 54] as [UInt64] {
      pass(entries, into: &other, shift: shift)
      swap(&entries, &other)
    }
  }

  private static let digits = 2048

  private static func pass(_ from: [UInt64], into to: inout [UInt64], shift: UInt64) {
    var places = [Int](repeating: 0, count: digits)
    let from = from.span
    var target = to.mutableSpan
    var place = places.mutableSpan
    for index in from.indices {
      place[Int(truncatingIfNeeded: from[index] >> shift) & (digits - 1)] += 1
    }
    var sum = 0
    for digit in 0..<digits {
      let count = place[digit]
      place[digit] = sum
      sum += count
    }
    for index in from.indices {
      let digit = Int(truncatingIfNeeded: from[index] >> shift) & (digits - 1)
      target[place[digit]] = from[index]
      place[digit] += 1
    }
  }

  /// Insertion sort.
  private static func sortFew(_ entries: inout [UInt64]) {
    var entries = entries.mutableSpan
    for index in entries.indices {
      let entry = entries[index]
      var place = index
      while place > 0, entries[place - 1] >> 32 > entry >> 32 {
        entries[place] = entries[place - 1]
        place -= 1
      }
      entries[place] = entry
    }
  }
}
