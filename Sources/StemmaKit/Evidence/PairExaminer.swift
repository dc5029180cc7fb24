/// What was found between two texts, before it is given a name.
public struct Evidence: Sendable {
  public var scores: Scores
  /// Tokens of each text, and those outside quotation marks and furniture of the page.
  public var countA: Int
  public var countB: Int
  public var unquotedA: Int
  public var unquotedB: Int
  /// Both texts have the same tokens in the same order.
  public var isIdentical: Bool
  public var quoteShift: QuoteShift
  /// Measured of derivations.
  public var figureShift = FigureShift()
  public var passages: [Passage]
  /// False where only a third text can make the pair worth reporting, so that it was not examined to
  /// the end.
  var isComplete = true
  /// How far the pair was examined.
  public internal(set) var stage = EvidenceStage.words

  /// The ordered coverage; what it is at most while it is not measured.
  var coverageBound: Double {
    switch stage {
    case .words, .names, .phrases: scores.wordOverlap
    case .order, .resemblance, .passages: scores.coverage
    }
  }
}

/// Weighs two texts against each other.
///
/// A value with scratch space: make one a thread and use it for many pairs.
public struct PairExaminer {
  /// What the evidence is wanted for; `nil` for all of it.
  private let need: (any EvidenceNeed)?
  private var words = PairWords()
  private var shingles = SetOverlapCounter()
  private var bound = AlignmentBound()
  private var alignment = LocalAlignment()
  private var order = OrderMeter()
  private var finder: PassageFinder
  /// Texts that share fewer phrases are not searched for passages.
  private let leastPhrases: Int
  /// What stands outside quotation marks and furniture, and what two equal words score in an alignment, by id.
  private var unquotedA: [Int32] = []
  private var unquotedB: [Int32] = []
  private var matchScores: [Int32] = []

  /// Of texts that share this many 3-grams the order is looked at.
  private static let leastSharedShingles = 6
  /// Coverage is at most the overlap of words; below this neither a rewrite nor a copy is possible.
  private static let leastOverlap = 0.25
  private static let leastRareWords = 0.05
  /// The largest table that the local alignment fills.
  private static let mostCells = 1_000_000

  public init(passages: PassageSettings = .news) { self.init(passages: passages, need: nil) }

  /// - Parameter need: pairs that will not meet it are not examined to the end: of their scores only
  ///   some are filled in.
  init(passages: PassageSettings, need: (any EvidenceNeed)?) {
    finder = PassageFinder(settings: passages)
    leastPhrases = passages.leastPhrases
    self.need = need
  }

  /// All evidence of a pair.
  ///
  /// - Complexity: O(*n* + *m*) where bounds show that the pair will not be reported; else
  ///   O(*r* log *m*) for *r* places with the same rare word, and the passages' cost where there may
  ///   be any.
  public mutating func examine(_ first: WeighedText, _ second: WeighedText) -> Evidence {
    let (a, b) = (first.tokens, second.tokens)
    var evidence = Evidence(
      scores: Scores(), countA: a.count, countB: b.count, unquotedA: 0, unquotedB: 0,
      isIdentical: a.hashes == b.hashes, quoteShift: QuoteShift(), passages: [])
    guard a.count > 0, b.count > 0 else { return evidence }
    words.weigh(first, second)
    words.measureOverlap(into: &evidence.scores)
    let isQuoting = keepUnquoted(a, b)
    var best = bestCase(evidence)
    guard need?.isMet(by: best) ?? true else { return evidence }
    words.measureNames(a, b, into: &evidence.scores)
    evidence.stage = .names
    best.scores.namesShared = evidence.scores.namesShared
    best.scores.namesInBoth = evidence.scores.namesInBoth
    guard mayMatterAlone(best, &evidence) else { return evidence }

    let threes = shingles.overlap(a.hashes, b.hashes, shingleLength: 3)
    evidence.scores.containmentOfA = threes.containmentOfA
    evidence.scores.containmentOfB = threes.containmentOfB
    evidence.scores.phrasesInBoth = threes.shared
    evidence.stage = .phrases
    guard mayMatter(evidence.scores, threes) else { return evidence }
    boundAlignment(&best)
    guard mayMatterAlone(best, &evidence) else { return evidence }
    measureOrder(isQuoting, &evidence)
    evidence.stage = .order
    best.scores.coverage = evidence.scores.coverage
    best.scores.coverageUnquoted = evidence.scores.coverageUnquoted
    (best.unquotedA, best.unquotedB) = (evidence.unquotedA, evidence.unquotedB)
    boundAlignment(&best)
    guard mayMatterAlone(best, &evidence) else { return evidence }
    if need?.isSettled(by: evidence, atMost: best) ?? false { return evidence }

    evidence.scores.resemblance =
      shingles.overlap(a.hashes, b.hashes, shingleLength: 5).resemblance
    evidence.stage = .resemblance
    // More passages and alignment make a pair no weaker; figures that differ may.
    var areShiftsMeasured = false
    if need?.isSettled(by: evidence) ?? false {
      measureShifts(a, b, quotations: isQuoting, &evidence)
      areShiftsMeasured = true
      if need?.isSettled(by: evidence) ?? false { return evidence }
    }
    if threes.shared >= leastPhrases || evidence.scores.coverage > 0.15 {
      evidence.stage = .passages
      evidence.passages = finder.passages(a, b, words.vocabulary).filter {
        Self.isText(a, $0.a) && Self.isText(b, $0.b)
      }
      evidence.scores.localAlignment = localAlignment(a, b, evidence.passages)
    }
    if !areShiftsMeasured { measureShifts(a, b, quotations: isQuoting, &evidence) }
    return evidence
  }

  /// The ordered coverage alone, of the whole texts.
  ///
  /// - Complexity: O(*r* log *m*) for *r* places with the same rare word.
  public mutating func orderedCoverage(
    _ first: WeighedText, _ second: WeighedText
  ) -> OrderedCoverage {
    words.weigh(first, second)
    return order.coverage(
      words.vocabulary.a, words.vocabulary.b, weights: words.weights, ids: words.vocabulary.count)
  }

  /// The evidence with everything that is not measured yet at its greatest.
  private mutating func bestCase(_ evidence: Evidence) -> Evidence {
    guard need != nil else { return evidence }
    var best = evidence
    (best.unquotedA, best.unquotedB) = (best.countA, best.countB)
    best.scores.resemblance = words.resemblanceBound()
    // What both say in the same order is no more than what both say.
    best.scores.coverage = evidence.scores.wordOverlap
    best.scores.coverageUnquoted = 1
    best.scores.namesShared = 1
    best.scores.namesInBoth = .max
    best.scores.localAlignment =
      Double(bound.score(unquotedA, unquotedB, scores: matchScores)) / Double(TermRarity.unit)
    return best
  }

  /// Whether a pair has enough in common for its order to be looked at.
  private func mayMatter(_ scores: Scores, _ threes: SetOverlap) -> Bool {
    if scores.wordOverlap >= Self.leastOverlap { return true }
    if threes.shared >= Self.leastSharedShingles { return true }
    guard let need else { return true }
    return need.isOfTopics && scores.rareWords >= Self.leastRareWords
  }

  /// Whether a pair may matter by itself; what a third text alone can make of it is measured where
  /// there is one.
  private func mayMatterAlone(_ best: Evidence, _ evidence: inout Evidence) -> Bool {
    evidence.isComplete = need?.isMetAlone(by: best) ?? true
    return evidence.isComplete
  }

  /// Lowers the bound for the alignment where everything rests on that.
  private mutating func boundAlignment(_ best: inout Evidence) {
    guard need?.restsOnAlignment(best) ?? false else { return }
    let bound = alignment.bound(unquotedA, unquotedB, scores: matchScores)
    best.scores.localAlignment = min(
      best.scores.localAlignment, Double(bound) / Double(TermRarity.unit))
  }

  /// Figures and quotations that differ at the same place, as far as they are asked for.
  private func measureShifts(_ a: Tokens, _ b: Tokens, quotations: Bool, _ evidence: inout Evidence)
  {
    let quotations =
      quotations && need?.asksForQuotations(evidence) ?? true && QuoteShift.isAsked(a, b)
    let figures = need?.asksForFigures(evidence) ?? true && FigureShift.isAsked(a, b)
    guard quotations || figures else { return }
    let alignment = PairAlignment(words.vocabulary, words.weights, a, b)
    if figures { evidence.figureShift = FigureShift(alignment, a, b) }
    if quotations { evidence.quoteShift = QuoteShift(alignment, a, b) }
  }

  /// Sets apart what stands outside quotation marks and furniture; whether anything stands inside.
  private mutating func keepUnquoted(_ a: Tokens, _ b: Tokens) -> Bool {
    Self.keepUnquoted(words.vocabulary.a, a.marks, &unquotedA)
    Self.keepUnquoted(words.vocabulary.b, b.marks, &unquotedB)
    let (vocabulary, known) = (words.vocabulary, words.rarities)
    let count = vocabulary.count
    matchScores.grow(to: count)
    let rarities = known.span
    let (countA, countB) = (vocabulary.countA.span, vocabulary.countB.span)
    var scores = matchScores.mutableSpan
    var id = 0
    while id < count {
      let score = LocalAlignment.matchScore(rarity: Int(rarities[id]))
      scores[id] = countA[id] > 0 && countB[id] > 0 ? score : 0
      id += 1
    }
    return unquotedA.count < a.count || unquotedB.count < b.count
  }

  private static func keepUnquoted(
    _ ids: [Int32], _ marks: [TokenMarks], _ kept: inout [Int32]
  ) {
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

  /// The measures of order, of the whole texts and outside quotations and furniture.
  private mutating func measureOrder(_ isQuoting: Bool, _ evidence: inout Evidence) {
    let ids = words.vocabulary.count
    let coverage = order.coverage(
      words.vocabulary.a, words.vocabulary.b, weights: words.weights, ids: ids)
    evidence.scores.coverage = coverage.share
    evidence.scores.coverageOfA = coverage.shareOfA
    evidence.scores.coverageOfB = coverage.shareOfB
    evidence.scores.orderedWeight = Double(max(0, coverage.ordered - coverage.reversed))
    evidence.unquotedA = unquotedA.count
    evidence.unquotedB = unquotedB.count
    evidence.scores.coverageUnquoted =
      isQuoting
      ? order.coverage(unquotedA, unquotedB, weights: words.weights, ids: ids).share
      : coverage.share
  }

  /// Whether a fifth of a passage at least is no furniture of the page.
  private static func isText(_ tokens: Tokens, _ passage: Range<Int>) -> Bool {
    let text = passage.count { !tokens.marks[$0].contains(.furniture) }
    return 5 * text >= passage.count
  }

  /// The best local alignment outside quotations and furniture within the passages.
  private mutating func localAlignment(_ a: Tokens, _ b: Tokens, _ passages: [Passage]) -> Double {
    let vocabulary = words.vocabulary
    var best = 0
    for passage in passages where passage.a.count * passage.b.count <= Self.mostCells {
      if best >= LocalAlignment.enough { break }
      let sideA = passage.a.filter { a.marks[$0].isDisjoint(with: .notOwn) }.map {
        vocabulary.a[$0]
      }
      let sideB = passage.b.filter { b.marks[$0].isDisjoint(with: .notOwn) }.map {
        vocabulary.b[$0]
      }
      best = max(best, alignment.score(sideA, sideB, scores: matchScores))
    }
    return Double(best) / Double(TermRarity.unit)
  }
}
