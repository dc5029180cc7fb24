/// What one kind of evidence says of the direction of a derivation, or why it says nothing.
public struct DirectionStep: Sendable, Equatable {
  /// Why a kind of evidence does not decide; the raw values are the names in JSON.
  public enum Abstention: String, Sendable, CaseIterable {
    /// The user named no source.
    case notNamed = "not-named"
    /// One text has no date, or neither has.
    case undated
    /// The dates are the same, or too close for their zones to be told.
    case sameTime = "same-time"
    /// Both name the same agency as their source, so that neither has to be from the other.
    case sameAgency = "same-agency"
    /// The texts are no rewrite, and other derivations keep their quotations.
    case notReworded = "not-reworded"
    /// Too few words are quoted on one side more than on the other.
    case tooFew = "too-few"
    /// Quotations were lost on both sides.
    case divided
    /// A passage outside quotations is the same word for word, so that the text was edited.
    case wordingKept = "wording-kept"
  }

  public var reason: Direction.Reason
  /// What it says; undecided where it abstains.
  public var direction: Direction
  public var abstention: Abstention?

  init(_ reason: Direction.Reason, _ derivative: Direction.Derivative, confidence: Double) {
    self.reason = reason
    direction = Direction(derivative: derivative, reason: reason, confidence: confidence)
  }

  /// What the tree of a story says.
  init(_ direction: Direction) {
    reason = .tree
    self.direction = direction
  }

  init(_ reason: Direction.Reason, abstains abstention: Abstention) {
    self.reason = reason
    direction = .undecided
    self.abstention = abstention
  }
}
