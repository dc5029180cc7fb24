/// The distinct shingles of a text, in a table that is used again for the next text.
struct ShingleSet {
  private(set) var count = 0
  /// Open addressing; an entry counts where its stamp is the table's.
  private var entries: [UInt64] = []
  private var stamps: [UInt32] = []
  private var stamp: UInt32 = 0
  /// The distinct ones, where the caller keeps no list.
  private var own: [UInt64] = []

  /// Sets the set to the distinct ones of some shingles.
  ///
  /// - Complexity: O(*n*) expected.
  mutating func fill(_ shingles: [UInt64]) {
    var list: [UInt64] = []
    swap(&list, &own)
    fill(shingles, into: &list)
    swap(&list, &own)
  }

  /// Sets the set to the distinct ones of some shingles; returns how many of these are in another.
  mutating func fill(_ shingles: [UInt64], shared other: ShingleSet) -> Int {
    fill(shingles)
    return own.count { other.contains($0) }
  }

  /// Sets the set to the distinct ones of some shingles, and `distinct` to a list of these in the
  /// order in which they first stand there.
  mutating func fill(_ shingles: [UInt64], into distinct: inout [UInt64]) {
    prepare(shingles.count)
    distinct.resize(to: shingles.count)
    count = Self.insert(shingles, &entries, &stamps, stamp, &distinct)
    distinct.resize(to: count)
  }

  /// Makes the table large enough for so many shingles, and empties it.
  private mutating func prepare(_ count: Int) {
    var size = 64
    while size < 2 * count { size *= 2 }
    if size > entries.count || stamp == .max {
      entries = [UInt64](repeating: 0, count: max(size, entries.count))
      stamps = [UInt32](repeating: 0, count: entries.count)
      stamp = 0
    }
    stamp += 1
  }

  /// Takes in shingles and lists each where it first comes; how many that are.
  private static func insert(
    _ shingles: [UInt64], _ entries: inout [UInt64], _ stamps: inout [UInt32], _ stamp: UInt32,
    _ distinct: inout [UInt64]
  ) -> Int {
    let shingles = shingles.span
    var entries = entries.mutableSpan
    var stamps = stamps.mutableSpan
    var distinct = distinct.mutableSpan
    let mask = entries.count - 1
    var (count, index) = (0, 0)
    while index < shingles.count {
      let shingle = shingles[index]
      var slot = place(of: shingle, mask)
      while stamps[slot] == stamp, entries[slot] != shingle { slot = (slot &+ 1) & mask }
      // Written always, and moved on where it is new: no branch to guess wrong.
      distinct[count] = shingle
      count &+= stamps[slot] == stamp ? 0 : 1
      stamps[slot] = stamp
      entries[slot] = shingle
      index += 1
    }
    return count
  }

  func contains(_ shingle: UInt64) -> Bool {
    let (entries, stamps) = (entries.span, stamps.span)
    let mask = entries.count - 1
    var slot = Self.place(of: shingle, mask)
    while stamps[slot] == stamp, entries[slot] != shingle { slot = (slot &+ 1) & mask }
    return stamps[slot] == stamp
  }

  /// Where a shingle stands that is the first of its place.
  @inline(__always)
  private static func place(of shingle: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (shingle &* Shingles.multiplier) >> 24) & mask
  }
}
