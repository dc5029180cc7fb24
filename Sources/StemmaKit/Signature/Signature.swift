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
    var round = 0
    let k = UInt64(slotCount)
    while empty > 0, round < 2 * slotCount {
      let multiplier = multipliers[round]
      for shingle in shingles {
        let rank = shingle &* multiplier
        let slot =
          round < slotCount ? Int(truncatingIfNeeded: rank.multipliedFullWidth(by: k).high) : round - slotCount
        if filledInRound[slot] < 0 {
          filledInRound[slot] = Int32(truncatingIfNeeded: round)
          empty -= 1
        } else if filledInRound[slot] != round || rank >= ranks[slot] {
          continue
        }
        ranks[slot] = rank
        slots[slot] = shingle
      }
      round += 1
    }
    return Signature(slots: slots)
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
