/// One text as the passage search sees it: shared words by small ids, all others 0.
struct PassageSequence {
  /// The strength of the boundary before a token.
  enum Boundary: UInt8 {
    case none
    case clause
    case sentence
  }

  var words: [Int32]
  /// One more than there are words: the last is the end of the text.
  var boundaries: [Boundary]
  /// How often each id stands in this text.
  var counts: [Int32]

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
      Self(vocabulary.a.map { shared[Int($0)] }, first, size),
      Self(vocabulary.b.map { shared[Int($0)] }, second, size), size
    )
  }

  private init(_ words: [Int32], _ tokens: Tokens, _ size: Int) {
    self.words = words
    boundaries = tokens.marks.map {
      $0.contains(.sentenceStart) ? .sentence : $0.contains(.clauseStart) ? .clause : .none
    }
    boundaries.append(.sentence)
    counts = [Int32](repeating: 0, count: size)
    for word in words { counts[Int(word)] += 1 }
  }
}
