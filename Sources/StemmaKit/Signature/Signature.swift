/// A sketch of a set of shingles: in each slot the hash of one sampled shingle.
///
/// Two signatures agree in a slot with a probability equal to the Jaccard resemblance of the two
/// sets. The format is published in docs/signature.md and does not depend on the machine.
public struct Signature: Sendable, Equatable {
  /// The version of the rule by which signatures are made.
  public static let formatVersion = "stemma-signature/1"

  public let slots: [UInt64]

  /// An unbiased estimate of the Jaccard resemblance, 0 to 1; its standard error is at most
  /// sqrt(J(1 - J) / *k*).
  ///
  /// - Precondition: both have the same number of slots.
  public func estimatedResemblance(to other: Signature) -> Double {
    precondition(slots.count == other.slots.count, "signatures of different sizes")
    var equal = 0
    for index in slots.indices where slots[index] == other.slots[index] { equal += 1 }
    return Double(equal) / Double(slots.count)
  }
}

/// Makes signatures: Fast Similarity Sketching (Dahlgaard, Knudsen and Thorup, FOCS 2017).
///
/// A value with scratch space: make one a thread and use it for many texts.
public struct Sketcher {
  public let slotCount: Int
  private let multipliers: [UInt64]
  private var ranks: [UInt64] = []
  private var filledInRound: [Int32] = []

  /// - Parameter slotCount: the number of slots, *k*.
  public init(slotCount: Int) {
    precondition(slotCount >= 1, "a signature has at least one slot")
    self.slotCount = slotCount
    var generator = SplitMix64(state: 0)
    multipliers = [1] + (1..<2 * slotCount).map { _ in generator.next() | 1 }
  }

  /// The signature of a set of shingle hashes (repeated ones count once), `nil` of an empty one.
  ///
  /// - Complexity: O(*n* + *k* log *k*) expected for *n* shingles.
  public mutating func signature(of shingles: [UInt64]) -> Signature? {
    guard !shingles.isEmpty else { return nil }
    var slots = [UInt64](repeating: 0, count: slotCount)
    ranks.removeAll(keepingCapacity: true)
    ranks.append(contentsOf: repeatElement(.max, count: slotCount))
    filledInRound.removeAll(keepingCapacity: true)
    filledInRound.append(contentsOf: repeatElement(-1, count: slotCount))
    var empty = slotCount
    fill(&slots, &empty, from: shingles, round: 0)
    guard empty > 0 else { return Signature(slots: slots) }
    // Where a first round does not fill all slots the distinct shingles are few, however often each
    // is repeated: further rounds go over these alone.
    let distinct = DistinctHashes(shingles).hashes
    var round = 1
    while empty > 0, round < 2 * slotCount {
      fill(&slots, &empty, from: distinct, round: round)
      round += 1
    }
    return Signature(slots: slots)
  }

  private mutating func fill(
    _ slots: inout [UInt64], _ empty: inout Int, from shingles: [UInt64], round: Int
  ) {
    let multiplier = multipliers[round]
    let k = UInt64(slotCount)
    for shingle in shingles {
      let rank = shingle &* multiplier
      let slot =
        round < slotCount
        ? Int(truncatingIfNeeded: rank.multipliedFullWidth(by: k).high) : round - slotCount
      if filledInRound[slot] < 0 {
        filledInRound[slot] = Int32(truncatingIfNeeded: round)
        empty -= 1
      } else if filledInRound[slot] != round || rank >= ranks[slot] {
        continue
      }
      ranks[slot] = rank
      slots[slot] = shingle
    }
  }
}

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
    var slot = Int(truncatingIfNeeded: value &* Shingles.multiplier >> 24) & mask
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

/// Steele, Lea and Flood's generator (OOPSLA 2014); also the seeded generator of the tests.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(state: UInt64) { self.state = state }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
