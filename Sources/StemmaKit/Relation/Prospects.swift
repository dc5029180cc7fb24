/// What a pair can still come to, told before all of it is measured.
///
/// A scan throws away most of the pairs it looks at. Where the measures that are not known yet are
/// set to the greatest values that they can have, and the rule then names nothing that would be
/// reported, the pair need not be examined to the end.
struct Prospects: EvidenceNeed {
  /// What is asked of a pair.
  enum Purpose: Sendable {
    /// All evidence of what is reported.
    case report
    /// The same, but of copies and rewrites no passages.
    case summary
    /// Whether it is a derivation unless what the two share is common matter: copies and rewrites are
    /// told, excerpts presumed where the texts have a long passage.
    case presumption
    /// Whether it is a derivation, and all evidence of what is none.
    case trial
    /// The same, but of what is none only the relation, and what a third text may make a rewrite by.
    case briefTrial
  }

  /// What is to be reported: closer than none.
  private let leastRelation: Relation
  private let purpose: Purpose
  private let rule = RelationRule()

  /// - Returns: `nil` where pairs of no relation are wanted too.
  init?(leastRelation: Relation, purpose: Purpose = .report) {
    guard leastRelation > .none else { return nil }
    (self.leastRelation, self.purpose) = (leastRelation, purpose)
  }

  /// What is close enough, so that no passages are asked; `nil` where all evidence is wanted.
  private var enough: Relation? {
    switch purpose {
    case .report: nil
    case .summary, .presumption: .rewrite
    case .trial, .briefTrial: .excerpt
    }
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
    let line = purpose == .briefTrial ? .excerpt : leastRelation
    var without = best
    without.scores.localAlignment = 0
    return rule.relation(best) >= line && rule.relation(without) < line
  }

  func isSettled(by evidence: Evidence) -> Bool {
    guard let enough else { return false }
    let relation = rule.relation(evidence)
    // Where quotations tell the direction, they do so only without a passage in the same words.
    return relation >= enough && (purpose != .summary || evidence.quotationLead(relation) == 0)
  }

  func isPresumed(_ best: Evidence) -> Bool {
    purpose == .presumption && rule.relation(best).isDerivation
  }

  func isSettled(by evidence: Evidence, atMost best: Evidence) -> Bool {
    purpose == .briefTrial && !mayBeHelped(evidence)
      && rule.relation(evidence) == rule.relation(best)
  }

  /// Quotations tell the direction of rewrites only.
  func asksForQuotations(_ evidence: Evidence) -> Bool {
    switch purpose {
    case .report, .summary: rule.relation(evidence) == .rewrite
    case .presumption, .trial, .briefTrial: !isSettled(by: evidence) && mayBeHelped(evidence)
    }
  }

  /// Figures tell forms from derivations.
  func asksForFigures(_ evidence: Evidence) -> Bool {
    rule.relation(evidence).isDerivation || mayBeHelped(evidence)
  }

  /// Whether a third text may make a rewrite of a pair that is not examined again for that.
  private func mayBeHelped(_ evidence: Evidence) -> Bool {
    switch purpose {
    case .report, .summary, .presumption: false
    case .trial, .briefTrial: Witness.mayHelp(evidence.scores.coverage)
    }
  }
}
