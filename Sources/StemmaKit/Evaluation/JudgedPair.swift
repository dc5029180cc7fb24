/// A labelled pair and what was found.
public struct JudgedPair: Sendable {
  /// As the list has it.
  public var label: String
  public var truth: Truth
  /// The side that was made from the other, where the list tells.
  public var derivative: Direction.Derivative?
  public var found: Relation
  public var direction: Direction
  /// How far beyond the lines for a derivation, see ``RelationRule/strength(_:knownDerivative:)``.
  public var strength: Double
  /// Pairs of one group have something in common, as an event, and are not independent.
  public var group: Int

  public init(
    label: String, truth: Truth, derivative: Direction.Derivative? = nil, found: Relation,
    direction: Direction = .undecided, strength: Double = 0, group: Int
  ) {
    self.label = label
    self.truth = truth
    self.derivative = derivative
    self.found = found
    self.direction = direction
    self.strength = strength
    self.group = group
  }
}
