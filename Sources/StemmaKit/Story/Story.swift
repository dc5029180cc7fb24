/// Texts that were made from one another, and how.
public struct Story: Sendable, Equatable {
  /// A derivation within the story: one text was made from another.
  public struct Edge: Sendable, Equatable {
    public var derivative: Int
    public var source: Int
  }

  /// Indices of the documents, in order.
  public var members: [Int]
  /// The member from which all others derive, as far as the evidence tells; `nil` where it does
  /// not.
  public var origin: Int?
  /// Who derives from whom: at most one source a member.
  public var edges: [Edge]
}

/// A verified derivation between two documents of a collection.
public struct Derivation: Sendable {
  public var a: Int
  public var b: Int
  public var relation: Relation
  public var direction: Direction
  /// How much of each text the other covers, 0 to 1.
  public var coverageOfA: Double
  public var coverageOfB: Double

  public init(a: Int, b: Int, finding: PairFinding) {
    self.a = a
    self.b = b
    relation = finding.relation
    direction = finding.direction
    coverageOfA = finding.evidence.scores.coverageOfA
    coverageOfB = finding.evidence.scores.coverageOfB
  }
}
