internal import CKernels

/// The near-duplicate sketches of a collection, row by row.
struct SketchTable: Sendable {
  /// Rows a block, 1 MB: a table grows without being copied.
  private static let blockRows = 4096

  private(set) var count = 0
  /// Full blocks of rows, then the open one.
  private var blocks: [[UInt16]] = []

  mutating func add(_ sketch: NearDuplicateSketch) {
    if count % Self.blockRows == 0 {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(Self.blockRows * NearDuplicateSketch.slots)
    }
    blocks[blocks.count - 1] += sketch.keys
    count += 1
  }

  /// What some slots of each row hold, as one key: equal where all of them are equal, and else with
  /// a chance of 2^-32. It stands in the upper half; `lower` in the other.
  ///
  /// - Parameter lower: a number for each row.
  func keyed(_ slots: Range<Int>, _ lower: [Int32]) -> [UInt64] {
    var keyed = [UInt64](repeating: 0, count: count)
    var entries = keyed.mutableSpan
    let lower = lower.span
    for (number, block) in blocks.enumerated() {
      let block = block.span
      let first = number * Self.blockRows
      for row in 0..<block.count / NearDuplicateSketch.slots {
        let key = Self.key(block, row &* NearDuplicateSketch.slots, slots)
        entries[first &+ row] =
          UInt64(key) << 32 | UInt64(truncatingIfNeeded: lower[first &+ row])
      }
    }
    return keyed
  }

  /// The key of one row.
  func key(_ row: Int, _ slots: Range<Int>) -> UInt32 {
    let (block, place) = row.quotientAndRemainder(dividingBy: Self.blockRows)
    let rows = blocks[block]
    return Self.key(rows.span, place * NearDuplicateSketch.slots, slots)
  }

  @inline(__always)
  private static func key(_ block: Span<UInt16>, _ place: Int, _ slots: Range<Int>) -> UInt32 {
    var hash: UInt64 = 0
    for slot in slots {
      hash = (hash ^ UInt64(block[place &+ slot])) &* Shingles.multiplier
      hash ^= hash >> 29
    }
    return UInt32(truncatingIfNeeded: (hash &* Shingles.multiplier) >> 32)
  }

  /// How many slots of two rows are equal.
  func equalSlots(_ a: Int, _ b: Int) -> Int {
    let (blockA, placeA) = a.quotientAndRemainder(dividingBy: Self.blockRows)
    let (blockB, placeB) = b.quotientAndRemainder(dividingBy: Self.blockRows)
    let slots = NearDuplicateSketch.slots
    return blocks[blockA].withUnsafeBufferPointer { first in
      blocks[blockB].withUnsafeBufferPointer { second in
        guard let first = first.baseAddress, let second = second.baseAddress else { return 0 }
        return stemma_equal_short_keys(first + placeA * slots, second + placeB * slots, slots)
      }
    }
  }
}
