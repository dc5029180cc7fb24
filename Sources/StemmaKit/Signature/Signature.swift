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
