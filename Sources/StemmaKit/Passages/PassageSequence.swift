/// One text as the passage search sees it: shared words by small ids, all others 0.
struct PassageSequence {
  let words: [Int32]
  /// Whether a sentence begins with the token. One more than there are words: the last is the end
  /// of the text.
  let startsSentence: [Bool]
  /// How often each id stands in this text.
  let counts: [Int32]

  var count: Int { words.count }

  /// The two texts of a pair, with ids 1 ..< `size` for the words that both have.
  static func pair(_ first: Tokens, _ second: Tokens) -> (a: Self, b: Self, size: Int) {
    pair(first, second, PairVocabulary(first.hashes, second.hashes))
  }

  static func pair(
    _ first: Tokens, _ second: Tokens, _ vocabulary: PairVocabulary
  ) -> (a: Self, b: Self, size: Int) {
    var shared = [Int32](repeating: 0, count: vocabulary.count)
    var size = 1
    for id in 0..<vocabulary.count where vocabulary.isShared(id) {
      shared[id] = Int32(truncatingIfNeeded: size)
      size += 1
    }
    return (
      Self(vocabulary.a, shared, first, size), Self(vocabulary.b, shared, second, size), size
    )
  }

  /// - Parameter shared: the id of each word of the vocabulary `ids`.
  private init(_ ids: [Int32], _ shared: [Int32], _ tokens: Tokens, _ size: Int) {
    var allWords = [Int32](repeating: 0, count: ids.count)
    var allStarts = [Bool](repeating: true, count: ids.count + 1)
    var allCounts = [Int32](repeating: 0, count: size)
    let (ids, shared, marks) = (ids.span, shared.span, tokens.marks.span)
    var words = allWords.mutableSpan
    var startsSentence = allStarts.mutableSpan
    var counts = allCounts.mutableSpan
    var index = 0
    while index < ids.count {
      let word = shared[Int(ids[index])]
      words[index] = word
      startsSentence[index] = marks[index].contains(.sentenceStart)
      counts[Int(word)] &+= 1
      index += 1
    }
    self.words = allWords
    self.startsSentence = allStarts
    self.counts = allCounts
  }
}
