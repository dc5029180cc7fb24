/// The different values of a sequence of hashes, in the order in which they first stand there.
struct DistinctHashes {
  private(set) var hashes: [UInt64] = []
  private var table = [Int32](repeating: -1, count: 64)

  /// - Complexity: O(*n*) expected; memory for the distinct values only.
  init(_ values: [UInt64]) {
    for value in values {
      if let slot = slot(of: value) {
        table[slot] = Int32(truncatingIfNeeded: hashes.count)
        hashes.append(value)
        if hashes.count * 2 > table.count { grow() }
      }
    }
  }

  /// The free slot of a value; `nil` where it is in the table.
  private func slot(of value: UInt64) -> Int? {
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: (value &* Shingles.multiplier) >> 24) & mask
    while table[slot] >= 0 {
      if hashes[Int(table[slot])] == value { return nil }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let all = hashes
    hashes = []
    table = [Int32](repeating: -1, count: table.count * 2)
    for value in all {
      guard let slot = slot(of: value) else { continue }
      table[slot] = Int32(truncatingIfNeeded: hashes.count)
      hashes.append(value)
    }
  }
}
