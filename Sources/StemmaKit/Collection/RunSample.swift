/// Which runs of words of a collection are counted: all, or of large collections those whose hash
/// falls into a sample (Manber 1994).
///
/// A value with scratch space: make one a thread and use it for many texts.
struct RunSample {
  private let mask: UInt64
  private var distinct = ShingleSet()
  private var shingles: [UInt64] = []

  /// - Parameters:
  ///   - tokens: how many tokens all texts have that will be counted.
  ///   - most: as many runs are counted at most.
  init(tokens: Int, most: Int) {
    var step: UInt64 = 1
    while tokens / Int(step) > most { step *= 2 }
    mask = step - 1
  }

  func contains(_ run: UInt64) -> Bool { run & mask == 0 }

  /// The runs of a text that are counted, each once.
  mutating func runs(of tokens: [UInt64]) -> [UInt64] {
    guard tokens.count >= CommonRuns.shingleLength else { return [] }
    Shingles.hash(tokens, length: CommonRuns.shingleLength, into: &shingles)
    shingles.removeAll { [mask] in $0 & mask != 0 }
    var runs: [UInt64] = []
    distinct.fill(shingles, into: &runs)
    return runs
  }
}
