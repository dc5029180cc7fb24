/// What stands outside quotation marks and furniture in the two texts of a pair, and how strong an
/// alignment of it is: two reports with the same quotations are none of each other.
///
/// A value with scratch space: make one a thread and use it for many pairs.
struct OwnWords {
  /// Ids of the words, in order.
  private(set) var a: [Int32] = []
  private(set) var b: [Int32] = []
  /// What two equal words score, by id; 0 for words that one text lacks.
  private var scores: [Int32] = []
  private var neighbours = AlignmentBound()
  private var alignment = LocalAlignment()
  private var coarseBound: Double?

  /// The largest table that the alignment of a passage fills.
  private static let mostCells = 1_000_000

  /// The score that tells no stronger alignment from a weaker one.
  static let strongest = Double(LocalAlignment.enough / TermRarity.unit)

  /// Sets them apart.
  ///
  /// - Complexity: O(*n* + *m*).
  mutating func keep(_ a: Tokens, _ b: Tokens, _ words: PairWords) {
    Self.keep(words.vocabulary.a, a.marks, &self.a)
    Self.keep(words.vocabulary.b, b.marks, &self.b)
    coarseBound = nil
    let (vocabulary, known) = (words.vocabulary, words.rarities)
    let count = vocabulary.count
    self.scores.grow(to: count)
    let rarities = known.span
    let (countA, countB) = (vocabulary.countA.span, vocabulary.countB.span)
    var scores = scores.mutableSpan
    var id = 0
    while id < count {
      let score = LocalAlignment.matchScore(rarity: Int(rarities[id]))
      scores[id] = countA[id] > 0 && countB[id] > 0 ? score : 0
      id += 1
    }
  }

  private static func keep(_ ids: [Int32], _ marks: [TokenMarks], _ kept: inout [Int32]) {
    kept.resize(to: ids.count)
    var count = 0
    do {
      let (ids, marks) = (ids.span, marks.span)
      var kept = kept.mutableSpan
      var index = 0
      while index < ids.count {
        kept[count] = ids[index]
        count &+= marks[index].rawValue & TokenMarks.notOwn.rawValue == 0 ? 1 : 0
        index += 1
      }
    }
    kept.resize(to: count)
  }

  /// What the alignment scores at most, by the neighbours of each word.
  ///
  /// - Complexity: O(*n* + *m*).
  mutating func bound() -> Double {
    Double(neighbours.score(a, b, scores: scores)) / Double(TermRarity.unit)
  }

  /// The same, closer, by an alignment of the whole texts; ``strongest`` where that is as strong as 63
  /// words.
  ///
  /// - Complexity: O(*n* · *m*) the first time that it is asked of a pair.
  mutating func closerBound() -> Double {
    let found =
      coarseBound ?? Double(alignment.bound(a, b, scores: scores)) / Double(TermRarity.unit)
    coarseBound = found
    return found
  }

  /// The strongest alignment within the passages.
  ///
  /// - Parameters:
  ///   - first: the tokens of the first text, as they were given to ``keep(_:_:_:)``.
  ///   - second: those of the other.
  mutating func alignment(
    in passages: [Passage], _ first: Tokens, _ second: Tokens, _ vocabulary: PairVocabulary
  ) -> Double {
    var best = 0
    for passage in passages where passage.a.count * passage.b.count <= Self.mostCells {
      if best >= LocalAlignment.enough { break }
      let sideA = passage.a.filter { first.marks[$0].isDisjoint(with: .notOwn) }
        .map { vocabulary.a[$0] }
      let sideB = passage.b.filter { second.marks[$0].isDisjoint(with: .notOwn) }
        .map { vocabulary.b[$0] }
      best = max(best, alignment.score(sideA, sideB, scores: scores))
    }
    return Double(best) / Double(TermRarity.unit)
  }
}
