extension CollectionCounts {
  /// In at most so many texts words are counted, spread over the collection: more would tell no word
  /// of the highest rarity from another.
  static let mostCounted = 1 << 13

  /// So many texts are counted together.
  private static let step = 16

  /// Counts in how many texts each word stands.
  ///
  /// - Parameters:
  ///   - numbers: the texts, by their numbers on the shelf; of many some are counted.
  ///   - threads: one of them at a time counts, while the others find the words of the next texts.
  /// - Throws: what `texts` throws.
  init(_ numbers: [Int], _ texts: any TextShelf, threads: Int) throws {
    self.init()
    let every = max(1, (numbers.count + Self.mostCounted - 1) / Self.mostCounted)
    var waiting = stride(from: 0, to: numbers.count, by: every).map { numbers[$0] }[...]
    try Pipeline(threads: threads, mostWaiting: 2 * threads).run(
      scratch: { DistinctWords(texts) },
      fetch: {
        guard !waiting.isEmpty else { return nil }
        defer { waiting = waiting.dropFirst(Self.step) }
        return waiting.prefix(Self.step)
      },
      make: { (words: inout DistinctWords, some: ArraySlice<Int>) in
        Result { try some.map { try words.of($0) } }
      },
      take: { for words in try $0.get() { add(distinct: words) } })
  }
}

/// Finds the words of texts, each once; holds scratch space.
private struct DistinctWords {
  private var loader: TextLoader
  private var tokens: [UInt64] = []
  private var set = ShingleSet()
  private var words: [UInt64] = []

  init(_ texts: any TextShelf) { loader = TextLoader(texts) }

  mutating func of(_ number: Int) throws -> [UInt64] {
    try loader.hash(number, into: &tokens)
    set.fill(tokens, into: &words)
    // Without the room that the list keeps for words that are repeated.
    return words.withUnsafeBufferPointer { Array($0) }
  }
}
