/// Exact overlap of the sets of shingles of two texts (Broder, SEQUENCES 1997).
public struct SetOverlap: Sendable, Equatable {
  /// Distinct shingles of each text, and those in both.
  public let countA: Int
  public let countB: Int
  public let shared: Int

  /// - Parameters:
  ///   - a: the token hashes of one text.
  ///   - b: those of the other.
  ///   - length: tokens a shingle.
  /// - Complexity: O(*n* + *m*) expected.
  public init(_ a: [UInt64], _ b: [UInt64], shingleLength length: Int) {
    var counter = SetOverlapCounter()
    self = counter.overlap(a, b, shingleLength: length)
  }

  init(countA: Int, countB: Int, shared: Int) {
    self.countA = countA
    self.countB = countB
    self.shared = shared
  }

  /// The Jaccard coefficient, 0 to 1; 0 of two empty sets.
  public var resemblance: Double {
    let union = countA + countB - shared
    return union == 0 ? 0 : Double(shared) / Double(union)
  }

  /// The share of the first text's shingles that stand in the second, 0 to 1.
  public var containmentOfA: Double { countA == 0 ? 0 : Double(shared) / Double(countA) }
  public var containmentOfB: Double { countB == 0 ? 0 : Double(shared) / Double(countB) }
}

/// Counts overlaps in one table, which it keeps: make one a thread and use it for many pairs.
struct SetOverlapCounter {
  private var shinglesA: [UInt64] = []
  private var shinglesB: [UInt64] = []
  /// The shingles met so far, by open addressing; what stands in a slot is known by its state.
  private var shingles: [UInt64] = []
  private var states: [UInt8] = []

  private static let empty: UInt8 = 0
  private static let inA: UInt8 = 1
  private static let inB: UInt8 = 2
  private static let inBoth: UInt8 = 3

  /// - Complexity: O(*n* + *m*) expected.
  mutating func overlap(_ a: [UInt64], _ b: [UInt64], shingleLength length: Int) -> SetOverlap {
    Shingles.hash(a, length: length, into: &shinglesA)
    Shingles.hash(b, length: length, into: &shinglesB)
    var size = 16
    while size < 2 * (shinglesA.count + shinglesB.count) { size *= 2 }
    shingles.grow(to: size)
    states.grow(to: size)
    return Self.count(shinglesA, shinglesB, &shingles, &states, size)
  }

  private static func count(
    _ a: [UInt64], _ b: [UInt64], _ shingles: inout [UInt64], _ states: inout [UInt8], _ size: Int
  ) -> SetOverlap {
    let (first, second) = (a.span, b.span)
    var states = states.mutableSpan
    var shingles = shingles.mutableSpan
    fill(&states, size, with: empty)
    let mask = size - 1
    var countA = 0
    var index = 0
    while index < first.count {
      let slot = slot(of: first[index], shingles, states, mask)
      countA += states[slot] == empty ? 1 : 0
      states[slot] = inA
      shingles[slot] = first[index]
      index += 1
    }
    var (countB, shared) = (0, 0)
    index = 0
    while index < second.count {
      let slot = slot(of: second[index], shingles, states, mask)
      let state = states[slot]
      countB += state < inB ? 1 : 0
      shared += state == inA ? 1 : 0
      states[slot] = state | inB
      shingles[slot] = second[index]
      index += 1
    }
    return SetOverlap(countA: countA, countB: countB, shared: shared)
  }

  /// Where a shingle stands, or the free slot where it belongs.
  @inline(__always)
  private static func slot(
    of shingle: UInt64, _ shingles: borrowing MutableSpan<UInt64>,
    _ states: borrowing MutableSpan<UInt8>, _ mask: Int
  ) -> Int {
    var slot = Int(truncatingIfNeeded: (shingle &* Shingles.multiplier) >> 24) & mask
    while states[slot] != empty, shingles[slot] != shingle { slot = (slot &+ 1) & mask }
    return slot
  }
}
