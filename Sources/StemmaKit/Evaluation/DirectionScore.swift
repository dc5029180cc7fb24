/// How often the direction was decided, and how often it was right.
public struct DirectionScore: Sendable {
  /// A kind of evidence, and how often what it decided was right.
  public struct OfReason: Sendable {
    public var reason: Direction.Reason
    public var accuracy: Proportion
  }

  /// What is left where only decisions of at least a confidence count.
  public struct Point: Sendable {
    public var confidence: Double
    public var coverage: Proportion
    public var accuracy: Proportion
  }

  /// Decided, of the derivations that were found and of which the derivative is labelled.
  public var coverage: Proportion
  /// Right, of those decided.
  public var accuracy: Proportion
  public var reasons: [OfReason]
  /// The surest first.
  public var curve: [Point]

  init(_ pairs: [JudgedPair]) {
    let known = pairs.filter {
      $0.truth.isDerivation == true && $0.derivative != nil && $0.found.isDerivation
    }
    let decided = known.filter { $0.direction.derivative != nil }
    func right(_ pairs: [JudgedPair]) -> Proportion {
      Proportion(pairs) { $0.direction.derivative == $0.derivative }
    }
    coverage = Proportion(decided.count, of: known.count)
    accuracy = right(decided)
    reasons = Direction.Reason.allCases.compactMap { reason in
      let pairs = decided.filter { $0.direction.reason == reason }
      return pairs.isEmpty ? nil : OfReason(reason: reason, accuracy: right(pairs))
    }
    curve = Set(decided.map(\.direction.confidence)).sorted(by: >).map { confidence in
      let sure = decided.filter { $0.direction.confidence >= confidence }
      return Point(
        confidence: confidence, coverage: Proportion(sure.count, of: known.count),
        accuracy: right(sure))
    }
  }
}
