extension RelationRule {
  /// How much of the derivative the source accounts for, 0 to 1: the mean of what it covers in the
  /// same order, beyond chance, and of the phrases of three words that it has.
  public static func taken(_ evidence: Evidence, by derivative: Direction.Derivative) -> Double {
    let scores = evidence.scores
    return derivative == .a
      ? (scores.coverageOfA + scores.containmentOfA) / 2
      : (scores.coverageOfB + scores.containmentOfB) / 2
  }

  /// The relation where the user knows which text the other could be made from.
  ///
  /// That independent reporters had the same facts need not be told apart then, only that the author
  /// did not look at the source at all: much less is enough, of the derivative alone, and of short
  /// texts too.
  ///
  /// - Returns: the relation and its confidence, from 0.5 at the line to 1 where all is taken over.
  func relation(
    _ evidence: Evidence, knownDerivative derivative: Direction.Derivative
  ) -> (relation: Relation, confidence: Double) {
    let relation = relation(evidence)
    let own = confidence(relation, evidence)
    let line = line(evidence, knownDerivative: derivative)
    guard line.holds else { return (relation, own) }
    let taken = Self.taken(evidence, by: derivative)
    let confidence = 0.5 + 0.5 * (taken - takenFromKnown) / (1 - takenFromKnown)
    if relation.isDerivation { return (relation, max(own, confidence)) }
    return (line.relation, confidence)
  }

  /// The line of the rule for a known source, behind those for derivations.
  func line(_ evidence: Evidence, knownDerivative derivative: Direction.Derivative) -> RuleLine {
    let scores = evidence.scores
    // Phrases without their order are pieces; order without phrases is a rewording.
    let isPieces =
      derivative == .a
      ? scores.containmentOfA > scores.coverageOfA : scores.containmentOfB > scores.coverageOfB
    // What a speaker said may have been heard by both.
    return RuleLine(
      isPieces ? .excerpt : .rewrite,
      RuleTest(.taken, Self.taken(evidence, by: derivative), least: takenFromKnown),
      RuleTest(.coverageUnquoted, coverageUnquoted(evidence), least: takenFromKnown / 2))
  }
}
