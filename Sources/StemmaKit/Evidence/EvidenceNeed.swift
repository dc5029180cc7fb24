/// Tells, while a pair is examined, whether what is not measured yet can still matter: so evidence
/// need not know what is made of it.
protocol EvidenceNeed: Sendable {
  /// Rare words in common matter even where nothing else is.
  var isOfTopics: Bool { get }
  /// Whether a pair may matter whose evidence is at most this.
  func isMet(by best: Evidence) -> Bool
  /// The same without the help of a third text.
  func isMetAlone(by best: Evidence) -> Bool
  /// Whether nothing more is asked of a pair whose evidence is at least this.
  func isSettled(by evidence: Evidence) -> Bool
  /// Whether quotations may matter of a pair whose evidence is at most this.
  func asksForQuotations(_ best: Evidence) -> Bool
}
