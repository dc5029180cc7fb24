/// What was found between two texts, before it is given a name.
public struct Evidence: Sendable {
  public var scores: Scores
  /// Tokens of each text, and those outside quotation marks.
  public var countA: Int
  public var countB: Int
  public var unquotedA: Int
  public var unquotedB: Int
  /// Both texts have the same tokens in the same order.
  public var isIdentical: Bool
  public var quoteShift: QuoteShift
  public var passages: [Passage]
}

/// Weighs two texts against each other.
///
/// A value with scratch space: make one a thread and use it for many pairs.
public struct PairExaminer {
  /// Pairs that cannot be of this relation or a closer one are not examined to the end: of their
  /// scores only those of words are filled in.
  public var leastRelation = Relation.none

  private var finder: PassageFinder

  /// A word this common (1 nat: more than a third of all texts) proves nothing about order.
  private static let freeRarity = TermRarity.unit
  /// Texts that share fewer 3-grams than this have no passage worth finding.
  private static let leastSharedShingles = 6
  /// Coverage is at most the overlap of words; below this neither a rewrite nor a copy is possible.
  private static let leastOverlap = 0.25
  private static let leastRareWords = 0.05
  /// The largest table that the local alignment fills.
  private static let mostCells = 1_000_000

  public init(passages: PassageSettings = .news) {
    finder = PassageFinder(settings: passages)
  }

  /// All evidence of a pair.
  ///
  /// - Complexity: O(*r* log *m*) for *r* places with the same rare word, and the passages' cost
  ///   where there may be any.
  public mutating func examine(_ first: WeighedText, _ second: WeighedText) -> Evidence {
    let (a, b) = (first.tokens, second.tokens)
    var evidence = Evidence(
      scores: Scores(), countA: a.count, countB: b.count, unquotedA: 0, unquotedB: 0,
      isIdentical: a.hashes == b.hashes, quoteShift: QuoteShift(), passages: [])
    guard a.count > 0, b.count > 0 else { return evidence }
    let vocabulary = PairVocabulary(a.hashes, b.hashes)
    let rarities = Self.rarities(vocabulary, first.rarity, second.rarity)
    let topics = Self.rarities(vocabulary, first.topicRarity, second.topicRarity)
    let weights = rarities.map { max(0, $0 - Int32(Self.freeRarity)) }
    measureWords(vocabulary, topics, weights, a, b, into: &evidence.scores)
    let threes = SetOverlap(a.hashes, b.hashes, shingleLength: 3)
    evidence.scores.containmentOfA = threes.containmentOfA
    evidence.scores.containmentOfB = threes.containmentOfB
    guard mayMatter(evidence.scores, threes) else { return evidence }

    evidence.scores.resemblance = SetOverlap(a.hashes, b.hashes, shingleLength: 5).resemblance
    let coverage = OrderedCoverage(vocabulary.a, vocabulary.b, weights: weights)
    evidence.scores.coverage = coverage.share
    evidence.scores.coverageOfA = coverage.shareOfA
    evidence.scores.coverageOfB = coverage.shareOfB
    let unquotedA = Self.unquoted(vocabulary.a, a)
    let unquotedB = Self.unquoted(vocabulary.b, b)
    evidence.unquotedA = unquotedA.count
    evidence.unquotedB = unquotedB.count
    evidence.scores.coverageUnquoted =
      OrderedCoverage(unquotedA, unquotedB, weights: weights).share
    evidence.quoteShift = QuoteShift(vocabulary, weights, a, b)
    guard threes.shared >= Self.leastSharedShingles || evidence.scores.coverage > 0.15 else {
      return evidence
    }
    evidence.passages = finder.passages(a, b)
    evidence.scores.localAlignment = localAlignment(
      vocabulary, rarities, a, b, evidence.passages)
    return evidence
  }

  /// Whether a pair can still be of the least relation asked for.
  private func mayMatter(_ scores: Scores, _ threes: SetOverlap) -> Bool {
    if scores.wordOverlap >= Self.leastOverlap { return true }
    if threes.shared >= Self.leastSharedShingles { return true }
    return leastRelation == .none
      || leastRelation == .sameStory && scores.rareWords >= Self.leastRareWords
  }

  /// The rarity of each id: the lower of what the two texts say, where they are of languages that
  /// the background does not know.
  private static func rarities(
    _ vocabulary: PairVocabulary, _ first: [UInt8], _ second: [UInt8]
  ) -> [Int32] {
    var rarities = [Int32](repeating: Int32(TermRarity.highest), count: vocabulary.count)
    for (id, rarity) in zip(vocabulary.a, first) {
      rarities[Int(id)] = min(rarities[Int(id)], Int32(rarity))
    }
    for (id, rarity) in zip(vocabulary.b, second) {
      rarities[Int(id)] = min(rarities[Int(id)], Int32(rarity))
    }
    return rarities
  }

  private static func unquoted(_ ids: [Int32], _ tokens: Tokens) -> [Int32] {
    var kept: [Int32] = []
    kept.reserveCapacity(ids.count)
    for (index, id) in ids.enumerated() where !tokens.marks[index].contains(.quoted) {
      kept.append(id)
    }
    return kept
  }

  /// The measures that know no order.
  private func measureWords(
    _ vocabulary: PairVocabulary, _ topics: [Int32], _ weights: [Int32], _ a: Tokens,
    _ b: Tokens, into scores: inout Scores
  ) {
    var overlap = 0
    var weightA = 0
    var weightB = 0
    var product = 0.0
    var squareA = 0.0
    var squareB = 0.0
    for id in 0..<vocabulary.count {
      let countA = Int(vocabulary.countA[id])
      let countB = Int(vocabulary.countB[id])
      let weight = Int(weights[id])
      overlap += min(countA, countB) * weight
      weightA += countA * weight
      weightB += countB * weight
      let square = Int(topics[id]) * Int(topics[id])
      let fourth = Double(square * square)
      if countA > 0 { squareA += fourth }
      if countB > 0 { squareB += fourth }
      if countA > 0, countB > 0 { product += fourth }
    }
    let lighter = min(weightA, weightB)
    scores.wordOverlap = lighter == 0 ? 0 : Double(overlap) / Double(lighter)
    let norm = (squareA * squareB).squareRoot()
    scores.rareWords = norm == 0 ? 0 : product / norm

    let namesA = Self.names(vocabulary.a, a, vocabulary.count)
    let namesB = Self.names(vocabulary.b, b, vocabulary.count)
    var countA = 0
    var countB = 0
    var both = 0
    for id in 0..<vocabulary.count {
      countA += namesA[id] ? 1 : 0
      countB += namesB[id] ? 1 : 0
      both += namesA[id] && namesB[id] ? 1 : 0
    }
    scores.namesInBoth = both
    scores.namesShared = min(countA, countB) == 0 ? 0 : Double(both) / Double(min(countA, countB))
  }

  /// The ids that stand for a name or a number: capitalised within a sentence, or a numeral.
  private static func names(_ ids: [Int32], _ tokens: Tokens, _ count: Int) -> [Bool] {
    var isName = [Bool](repeating: false, count: count)
    for (index, id) in ids.enumerated() {
      let marks = tokens.marks[index]
      if marks.contains(.numeral) || marks.contains(.capitalised) && !marks.contains(.sentenceStart)
      {
        isName[Int(id)] = true
      }
    }
    return isName
  }

  /// The best local alignment outside quotations: of the texts as a whole where they are short
  /// enough, else within the passages.
  private func localAlignment(
    _ vocabulary: PairVocabulary, _ rarities: [Int32], _ a: Tokens, _ b: Tokens,
    _ passages: [Passage]
  ) -> Double {
    let scores = rarities.map { LocalAlignment.matchScore(rarity: Int($0)) }
    var best = 0
    for passage in passages where passage.a.count * passage.b.count <= Self.mostCells {
      if best >= LocalAlignment.enough { break }
      let sideA = passage.a.filter { !a.marks[$0].contains(.quoted) }.map { vocabulary.a[$0] }
      let sideB = passage.b.filter { !b.marks[$0].contains(.quoted) }.map { vocabulary.b[$0] }
      best = max(best, LocalAlignment.score(sideA, sideB, scores: scores))
    }
    return Double(best) / Double(TermRarity.unit)
  }
}
