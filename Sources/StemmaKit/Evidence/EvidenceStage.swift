/// How far a pair was examined before it was plain that nothing would come of it; each stage has
/// what those before it have. The raw values are the names in JSON.
public enum EvidenceStage: String, Sendable, CaseIterable {
  /// The words of both.
  case words
  /// Their names and numbers.
  case names
  /// Runs of three words in common.
  case phrases
  /// What both say in the same order, and quotations.
  case order
  /// Runs of five words in common.
  case resemblance
  /// All of it: passages and their alignment.
  case passages
}
