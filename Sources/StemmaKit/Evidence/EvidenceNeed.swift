/// Tells, while a pair is examined, whether what is not measured yet can still matter: so evidence
/// need not know what is made of it.
protocol EvidenceNeed: Sendable {
  /// Rare words in common matter even where nothing else is.
  var isOfTopics: Bool { get }
  /// Whether a pair may matter whose evidence is at most this.
  func isMet(by best: Evidence) -> Bool
  /// The same without the help of a third text.
  func isMetAlone(by best: Evidence) -> Bool
  /// Whether such a pair would not matter but for its alignment, which is then worth a closer bound.
  func restsOnAlignment(_ best: Evidence) -> Bool
  /// Whether a pair with a passage as long as any, whose evidence is else at most this, is taken for one
  /// that matters before the passage is looked for.
  func isPresumed(_ best: Evidence) -> Bool
  /// Whether nothing more is asked of a pair whose evidence is at least this.
  func isSettled(by evidence: Evidence) -> Bool
  /// The same where it is at most `best`.
  func isSettled(by evidence: Evidence, atMost best: Evidence) -> Bool
  /// Whether quotations matter of a pair of this evidence, and figures.
  func asksForQuotations(_ evidence: Evidence) -> Bool
  func asksForFigures(_ evidence: Evidence) -> Bool
}
