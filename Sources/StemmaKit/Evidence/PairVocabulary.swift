/// Small numbers for the hashes of two sequences, so that every measure of a pair works on
/// integers that index arrays.
///
/// A value with scratch space: numbering the next pair allocates nothing.
struct PairVocabulary {
  /// The id of each item of the first sequence, 0 ..< ``count``.
  private(set) var a: [Int32] = []
  private(set) var b: [Int32] = []
  /// How often each id stands in the first sequence; behind ``count`` stands anything.
  private(set) var countA: [Int32] = []
  private(set) var countB: [Int32] = []
  /// How many ids there are.
  private(set) var count = 0
  /// Ids below this stand in the first sequence, all others in the second only.
  private(set) var countOfA = 0
  /// The hash behind each id; behind ``count`` stands anything.
  private(set) var known: [UInt64] = []
  private var table: [Int32] = []

  init() {}

  /// - Complexity: O(*n* + *m*) expected.
  init(_ first: [UInt64], _ second: [UInt64]) {
    number(first, second)
  }

  /// Numbers two sequences, in the order in which their hashes first appear.
  ///
  /// - Complexity: O(*n* + *m*) expected.
  mutating func number(_ first: [UInt64], _ second: [UInt64]) {
    let all = first.count + second.count
    var size = 16
    while size < 2 * all { size *= 2 }
    if table.count < size { table = [Int32](repeating: -1, count: size) }
    known.grow(to: all)
    countA.grow(to: all)
    countB.grow(to: all)
    a.resize(to: first.count)
    b.resize(to: second.count)
    Self.clear(&table, 0..<size, -1)
    countOfA = Self.number(first, &a, &countA, &known, &table, mask: size - 1, next: 0)
    Self.clear(&countB, 0..<countOfA, 0)
    count = Self.number(second, &b, &countB, &known, &table, mask: size - 1, next: countOfA)
    Self.clear(&countA, countOfA..<count, 0)
  }

  private static func clear(_ items: inout [Int32], _ range: Range<Int>, _ value: Int32) {
    var items = items.mutableSpan
    var index = range.lowerBound
    while index < range.upperBound {
      items[index] = value
      index += 1
    }
  }

  private static func number(
    _ sequence: [UInt64], _ ids: inout [Int32], _ counts: inout [Int32], _ known: inout [UInt64],
    _ table: inout [Int32], mask: Int, next: Int
  ) -> Int {
    let sequence = sequence.span
    var ids = ids.mutableSpan
    var counts = counts.mutableSpan
    var known = known.mutableSpan
    var table = table.mutableSpan
    var next = next
    var index = 0
    while index < sequence.count {
      let hash = sequence[index]
      var slot = Int(truncatingIfNeeded: (hash &* Shingles.multiplier) >> 20) & mask
      var id = table[slot]
      while id >= 0, known[Int(id)] != hash {
        slot = (slot &+ 1) & mask
        id = table[slot]
      }
      if id < 0 {
        id = Int32(truncatingIfNeeded: next)
        table[slot] = id
        known[next] = hash
        counts[next] = 0
        next += 1
      }
      counts[Int(id)] &+= 1
      ids[index] = id
      index += 1
    }
    return next
  }

  func hash(of id: Int32) -> UInt64 { known[Int(id)] }

  func isShared(_ id: Int) -> Bool { countA[id] > 0 && countB[id] > 0 }
}
