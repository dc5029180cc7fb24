internal import CKernels

/// The near-duplicate sketches of a collection, row by row.
struct SketchTable: Sendable {
  let count: Int
  private var keys: [UInt16] = []
  /// Equal for texts with the same tokens.
  let digests: [UInt64]

  /// - Parameter order: in which the documents stand in the table.
  init(_ documents: [SketchedDocument], _ order: [Int32]) {
    count = order.count
    digests = order.map { documents[Int($0)].digest }
    keys.reserveCapacity(count * NearDuplicateSketch.slots)
    for index in order { keys += documents[Int(index)].sketch.keys }
  }

  /// What some slots of a document hold, as one key: equal where all of them are equal, and else
  /// with a chance of 2^-32.
  func key(_ document: Int, _ slots: Range<Int>) -> UInt32 {
    let row = document * NearDuplicateSketch.slots
    var hash: UInt64 = 0
    for slot in slots {
      hash = (hash ^ UInt64(keys[row + slot])) &* Shingles.multiplier
      hash ^= hash >> 29
    }
    return UInt32(truncatingIfNeeded: (hash &* Shingles.multiplier) >> 32)
  }

  /// How many slots of two documents are equal.
  func equalSlots(_ a: Int, _ b: Int) -> Int {
    let first = a * NearDuplicateSketch.slots
    let second = b * NearDuplicateSketch.slots
    return keys.withUnsafeBufferPointer { keys in
      guard let keys = keys.baseAddress else { return 0 }
      return stemma_equal_short_keys(keys + first, keys + second, NearDuplicateSketch.slots)
    }
  }
}
