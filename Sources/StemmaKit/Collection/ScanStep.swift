/// How far the scan of a collection has come.
public enum ScanStep: Sendable, Equatable {
  /// Pairs worth a look are searched for, among so many documents.
  case findingCandidates(documents: Int)
  /// Told, now and then, when so many of the pairs have been looked at. Threads tell it out of
  /// order.
  case comparing(done: Int, all: Int)
  /// Stories are made of so many pairs that have something in common.
  case findingStories(pairs: Int)
}
