/// Small numbers for the hashes of two sequences, so that every measure of a pair works on
/// integers that index arrays.
struct PairVocabulary {
  /// The id of each item of the first sequence, 0 ..< ``count``.
  private(set) var a: [Int32] = []
  private(set) var b: [Int32] = []
  /// The hash behind each id.
  private(set) var hashes: [UInt64] = []
  /// How often each id stands in the first sequence.
  private(set) var countA: [Int32] = []
  private(set) var countB: [Int32] = []

  var count: Int { hashes.count }

  /// - Complexity: O(*n* + *m*) expected.
  init(_ first: [UInt64], _ second: [UInt64]) {
    var table = [Int32](repeating: -1, count: 16)
    var size = 16
    while size < 2 * (first.count + second.count) { size *= 2 }
    table = [Int32](repeating: -1, count: size)
    a = number(first, table: &table)
    countB = [Int32](repeating: 0, count: count)
    b = number(second, table: &table)
    countA = [Int32](repeating: 0, count: count)
    countB = countA
    for id in a { countA[Int(id)] += 1 }
    for id in b { countB[Int(id)] += 1 }
  }

  private mutating func number(_ sequence: [UInt64], table: inout [Int32]) -> [Int32] {
    let mask = table.count - 1
    var ids: [Int32] = []
    ids.reserveCapacity(sequence.count)
    for hash in sequence {
      var slot = Int(truncatingIfNeeded: (hash &* Shingles.multiplier) >> 20) & mask
      while true {
        let id = table[slot]
        if id < 0 {
          table[slot] = Int32(truncatingIfNeeded: hashes.count)
          ids.append(Int32(truncatingIfNeeded: hashes.count))
          hashes.append(hash)
          break
        }
        if hashes[Int(id)] == hash {
          ids.append(id)
          break
        }
        slot = (slot + 1) & mask
      }
    }
    return ids
  }

  func isShared(_ id: Int) -> Bool { countA[id] > 0 && countB[id] > 0 }
}
