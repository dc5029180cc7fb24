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

extension PassageSequence {
  /// Of near-copies this share of the words stands in the other text, too.
  private static let leastShared: Float = 0.75
  /// Tokens before the first word that is in step and behind the last: more may be a line of credit
  /// or a footer, which a search cuts off.
  private static let longestEnd = 8

  /// Whether two texts are the same from their first words to the last, but for words here and there:
  /// then no search is needed to find out that each is one passage of the other.
  ///
  /// The words that each text has once stand in the same order, no further apart than `longestGap`
  /// in either text, and close to the beginning and to the end.
  ///
  /// - Complexity: O(*n* + *m*).
  static func areInStep(_ a: PassageSequence, _ b: PassageSequence, longestGap: Int) -> Bool {
    for text in [a, b] {
      let shared = text.count - Int(text.counts[0])
      if Float(shared) < leastShared * Float(text.count) { return false }
    }
    let (countsA, countsB) = (a.counts.span, b.counts.span)
    func isLone(_ word: Int32) -> Bool {
      word != 0 && countsA[Int(word)] == 1 && countsB[Int(word)] == 1
    }
    var places = [Int](repeating: 0, count: b.counts.count)
    for (place, word) in b.words.enumerated() { places[Int(word)] = place }
    // The end of the texts as if one more such word stood there.
    var (lastA, lastB) = (-1, -1)
    for place in 0...a.count {
      let isEnd = place == a.count
      guard isEnd || isLone(a.words[place]) else { continue }
      let other = isEnd ? b.count : places[Int(a.words[place])]
      let longest = isEnd || lastA < 0 ? longestEnd : longestGap
      guard other > lastB, place - lastA - 1 <= longest, other - lastB - 1 <= longest else {
        return false
      }
      (lastA, lastB) = (place, other)
    }
    return true
  }
}
