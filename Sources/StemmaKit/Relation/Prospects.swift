/// What a pair can still come to, told before all of it is measured.
///
/// A scan throws away most of the pairs it looks at. Where the measures that are not known yet are
/// set to the greatest values that they can have, and the rule then names nothing that would be
/// reported, the pair need not be examined to the end.
struct Prospects {
  /// What is to be reported.
  var leastRelation = Relation.none
  private let rule = RelationRule()

  /// Whether a pair may be reported whose evidence is at most this.
  ///
  /// The rule names a closer relation for more coverage, resemblance, alignment or names, never a
  /// weaker one.
  func areGood(_ best: Evidence) -> Bool {
    if areGoodAlone(best) { return true }
    // A third text can make a rewrite of what is not quite one.
    return leastRelation <= .rewrite && Witness.mayHelp(best.scores.coverage)
      && rule.relation(best) > .none
  }

  /// Whether quotations may tell the direction of a pair whose evidence is at most this: they do
  /// of rewrites only.
  func maySetDirection(_ best: Evidence) -> Bool {
    leastRelation == .none || rule.relation(best) >= .rewrite
      || Witness.mayHelp(best.scores.coverage)
  }

  /// The same as ``areGood(_:)``, without the help of a third text.
  func areGoodAlone(_ best: Evidence) -> Bool {
    leastRelation == .none || rule.relation(best) >= leastRelation
  }
}
