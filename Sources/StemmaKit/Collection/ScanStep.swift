/// How far the scan of a collection has come.
public enum ScanStep: Sendable, Equatable {
  /// Pairs worth a look are searched for, among so many documents.
  case findingCandidates(documents: Int)
  /// Told, now and then, when so many of the pairs have been looked at. Threads tell it out of
  /// order.
  case comparing(done: Int, all: Int)
  /// So many of the pairs that are looked at once more for stories and common matter are done. There
  /// may come more: what is found tells which.
  case findingStories(done: Int, all: Int)
}
