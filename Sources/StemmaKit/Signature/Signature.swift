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
