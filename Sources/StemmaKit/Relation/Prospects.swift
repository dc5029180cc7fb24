/// What a pair can still come to, told before all of it is measured.
///
/// A scan throws away most of the pairs it looks at. Where the measures that are not known yet are
/// set to the greatest values that they can have, and the rule then names nothing that would be
/// reported, the pair need not be examined to the end.
struct Prospects: EvidenceNeed {
  /// What is to be reported: closer than none.
  let leastRelation: Relation
  /// What is close enough, so that nothing more is asked; `nil` where all evidence is wanted.
  let enough: Relation?
  /// Of pairs that are less than close enough, only the relation is asked, and what a third text may
  /// make a rewrite by.
  let onlyNamesTheRest: Bool
  private let rule = RelationRule()

  /// - Returns: `nil` where pairs of no relation are wanted too.
  init?(leastRelation: Relation, enough: Relation? = nil, onlyNamesTheRest: Bool = false) {
    guard leastRelation > .none else { return nil }
    (self.leastRelation, self.enough) = (leastRelation, enough)
    self.onlyNamesTheRest = onlyNamesTheRest
  }

  var isOfTopics: Bool { leastRelation == .sameStory }

  /// The rule names a closer relation for more coverage, resemblance, alignment or names, never a
  /// weaker one.
  func isMet(by best: Evidence) -> Bool {
    if isMetAlone(by: best) { return true }
    // A third text can make a rewrite of what is not quite one.
    return leastRelation <= .rewrite && Witness.mayHelp(best.scores.coverage)
      && rule.relation(best) > .none
  }

  func isMetAlone(by best: Evidence) -> Bool { rule.relation(best) >= leastRelation }

  func restsOnAlignment(_ best: Evidence) -> Bool {
    let line = onlyNamesTheRest ? enough ?? leastRelation : leastRelation
    var without = best
    without.scores.localAlignment = 0
    return rule.relation(best) >= line && rule.relation(without) < line
  }

  func isSettled(by evidence: Evidence) -> Bool {
    enough.map { rule.relation(evidence) >= $0 } ?? false
  }

  func isSettled(by evidence: Evidence, atMost best: Evidence) -> Bool {
    onlyNamesTheRest && !mayBeHelped(evidence) && rule.relation(evidence) == rule.relation(best)
  }

  /// Quotations tell the direction of rewrites only.
  func asksForQuotations(_ evidence: Evidence) -> Bool {
    rule.relation(evidence) >= .rewrite || mayBeHelped(evidence)
  }

  /// Figures tell forms from derivations.
  func asksForFigures(_ evidence: Evidence) -> Bool {
    rule.relation(evidence).isDerivation || mayBeHelped(evidence)
  }

  /// Whether a third text may make a rewrite of a pair that is not examined again for that.
  private func mayBeHelped(_ evidence: Evidence) -> Bool {
    onlyNamesTheRest && Witness.mayHelp(evidence.scores.coverage)
  }
}
