/// The distinct shingles of a text, in a table that is used again for the next text.
struct ShingleSet {
  private(set) var count = 0
  /// Open addressing; an entry counts where its stamp is the table's.
  private var entries: [UInt64] = []
  private var stamps: [UInt32] = []
  private var stamp: UInt32 = 0

  /// Sets the set to the distinct ones of some shingles.
  ///
  /// - Complexity: O(*n*) expected.
  mutating func fill(_ shingles: [UInt64]) {
    count = 0
    for shingle in begin(shingles) where insert(shingle) { count += 1 }
  }

  /// Sets the set to the distinct ones of some shingles; returns how many of these are in another.
  mutating func fill(_ shingles: [UInt64], shared other: ShingleSet) -> Int {
    count = 0
    var shared = 0
    for shingle in begin(shingles) where insert(shingle) {
      count += 1
      if other.contains(shingle) { shared += 1 }
    }
    return shared
  }

  /// Sets the set to the distinct ones of some shingles, and `distinct` to a list of these in the
  /// order in which they first stand there.
  mutating func fill(_ shingles: [UInt64], into distinct: inout [UInt64]) {
    distinct.removeAll(keepingCapacity: true)
    for shingle in begin(shingles) where insert(shingle) { distinct.append(shingle) }
    count = distinct.count
  }

  private mutating func begin(_ shingles: [UInt64]) -> [UInt64] {
    var size = 64
    while size < 2 * shingles.count { size *= 2 }
    if size > entries.count || stamp == .max {
      entries = [UInt64](repeating: 0, count: max(size, entries.count))
      stamps = [UInt32](repeating: 0, count: entries.count)
      stamp = 0
    }
    stamp += 1
    return shingles
  }

  private mutating func insert(_ shingle: UInt64) -> Bool {
    let slot = place(of: shingle)
    guard stamps[slot] != stamp else { return false }
    stamps[slot] = stamp
    entries[slot] = shingle
    return true
  }

  func contains(_ shingle: UInt64) -> Bool { stamps[place(of: shingle)] == stamp }

  /// Where a shingle is, or would stand.
  private func place(of shingle: UInt64) -> Int {
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: (shingle &* Shingles.multiplier) >> 24) & mask
    while stamps[slot] == stamp, entries[slot] != shingle { slot = (slot + 1) & mask }
    return slot
  }
}
