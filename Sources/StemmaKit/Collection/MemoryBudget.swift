/// How much memory the parts of a scan may take.
public struct MemoryBudget: Sendable {
  /// Bytes for the sketches; what is beyond goes to scratch space.
  public var sketches: Int
  /// Bytes for the buckets of a search; where they would take more, the collection is searched part
  /// by part.
  public var buckets: Int
  /// Texts that each thread keeps at hand while pairs are judged.
  public var weighedTexts: Int

  /// As much as it takes.
  public init() {
    sketches = .max
    buckets = .max
    weighedTexts = 8192
  }

  /// - Parameters:
  ///   - bytes: what the whole scan may take; what is known of each document is kept in any
  ///     case.
  ///   - threads: how many threads share it.
  public init(bytes: Int, threads: Int) {
    sketches = bytes / 8
    buckets = bytes / 4
    // A text of 500 words takes 10 kB.
    weighedTexts = max(64, min(8192, bytes / 16 / max(1, threads) / 10_000))
  }
}
