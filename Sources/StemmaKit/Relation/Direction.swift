/// Which of two texts was made from the other, and why.
public struct Direction: Sendable, Equatable {
  public enum Derivative: String, Sendable {
    case a
    case b
  }

  /// What the decision rests on.
  public enum Reason: String, Sendable {
    /// The user named the source.
    case knownSource = "known-source"
    /// One was published before the other.
    case published
    /// Quotations of one are indirect speech in the other.
    case quotations
  }

  /// The side that was made from the other; `nil` where the evidence does not decide.
  public var derivative: Derivative?
  public var reason: Reason?
  /// How sure the direction is, 0.5 to 1; 0 where there is none.
  public var confidence: Double

  public static let undecided = Direction(derivative: nil, reason: nil, confidence: 0)
}

/// Decides the direction of a derivation. Never from a length: a derivative may be the longer text
/// or the shorter.
public struct DirectionRule: Sendable {
  /// Words that must be quoted on one side only, more on this side than on the other.
  var leastShift = 4
  /// The share of such words that must be on one side.
  var leastShare = 0.8

  public init() {}

  public func direction(
    _ relation: Relation, _ shift: QuoteShift, dateA: PublicationDate?, dateB: PublicationDate?,
    knownSource: Direction.Derivative? = nil
  ) -> Direction {
    guard relation.isDerivation else { return .undecided }
    if let knownSource {
      return Direction(
        derivative: knownSource == .a ? .b : .a, reason: .knownSource, confidence: 1)
    }
    if let dateA, let dateB, let lead = dateA.lead(over: dateB) {
      return Direction(derivative: lead > 0 ? .b : .a, reason: .published, confidence: 0.97)
    }
    let a = shift.quotedOnlyInA
    let b = shift.quotedOnlyInB
    // A copy keeps its quotations; a mark lost in it tells of typesetting, not of rewording.
    guard relation == .rewrite, abs(a - b) >= leastShift,
      Double(max(a, b)) >= leastShare * Double(a + b)
    else { return .undecided }
    let confidence = min(0.95, 0.8 + 0.01 * Double(abs(a - b)))
    return Direction(derivative: a > b ? .b : .a, reason: .quotations, confidence: confidence)
  }
}
