/// Weighs two texts against each other.
///
/// A value with scratch space: make one a thread and use it for many pairs.
public struct PairExaminer {
  /// What the evidence is wanted for; `nil` for all of it.
  private let need: (any EvidenceNeed)?
  private var words = PairWords()
  private var shingles = SetOverlapCounter()
  private var own = OwnWords()
  private var order = OrderMeter()
  private var finder: PassageFinder
  /// Texts that share fewer phrases are not searched for passages.
  private let leastPhrases: Int

  /// Of texts that share this many 3-grams the order is looked at.
  private static let leastSharedShingles = 6
  /// Coverage is at most the overlap of words; below this neither a rewrite nor a copy is possible.
  private static let leastOverlap = 0.25
  private static let leastRareWords = 0.05

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
    own.keep(a, b, words)
    let isQuoting = own.a.count < a.count || own.b.count < b.count
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
    measureOrder(a, b, isQuoting, &evidence)
    evidence.stage = .order
    best.scores.coverage = evidence.scores.coverage
    best.scores.orderedWeight = evidence.scores.orderedWeight
    best.scores.coverageUnquoted = evidence.scores.coverageUnquoted
    (best.unquotedA, best.unquotedB) = (evidence.unquotedA, evidence.unquotedB)
    (best.furnitureA, best.furnitureB) = (evidence.furnitureA, evidence.furnitureB)
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
      if need?.isSettled(by: evidence) ?? false {
        evidence.isComplete = !(need?.isPresumed(evidence) ?? false)
        return evidence
      }
    }
    if let presumed = presumed(a, b, evidence) { return presumed }
    if threes.shared >= leastPhrases || evidence.scores.coverage > 0.15 {
      evidence.stage = .passages
      evidence.passages = finder.passages(a, b, words.vocabulary).filter {
        Self.isText(a, $0.a) && Self.isText(b, $0.b)
      }
      evidence.scores.localAlignment = own.alignment(
        in: evidence.passages, a, b, words.vocabulary)
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
    best.scores.orderedWeight = .infinity
    best.scores.namesShared = 1
    best.scores.namesInBoth = .max
    best.scores.localAlignment = own.bound()
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

  /// The evidence with the strongest alignment, where that may be presumed and the texts have one.
  private mutating func presumed(_ a: Tokens, _ b: Tokens, _ evidence: Evidence) -> Evidence? {
    var presumed = evidence
    presumed.scores.localAlignment = OwnWords.strongest
    presumed.isComplete = false
    guard need?.isPresumed(presumed) ?? false, own.closerBound() == OwnWords.strongest else {
      return nil
    }
    measureShifts(a, b, quotations: false, &presumed)
    return need?.isPresumed(presumed) ?? false ? presumed : nil
  }

  /// Lowers the bound for the alignment where everything rests on that.
  private mutating func boundAlignment(_ best: inout Evidence) {
    guard need?.restsOnAlignment(best) ?? false else { return }
    best.scores.localAlignment = min(best.scores.localAlignment, own.closerBound())
  }

  /// Figures and quotations that differ at the same place, as far as they are asked for.
  private func measureShifts(_ a: Tokens, _ b: Tokens, quotations: Bool, _ evidence: inout Evidence)
  {
    let quotations =
      quotations && need?.asksForQuotations(evidence) ?? true && QuoteShift.isAsked(a, b)
    let figures =
      need?.asksForFigures(evidence) ?? true
      && FigureShift.isAsked(a, b, ordered: evidence.scores.orderedWeight)
    guard quotations || figures else { return }
    let alignment = PairAlignment(words.vocabulary, words.weights, a, b)
    if figures { evidence.figureShift = FigureShift(alignment, a, b) }
    if quotations { evidence.quoteShift = QuoteShift(alignment, a, b) }
  }

  /// The measures of order, of the whole texts and outside quotations and furniture.
  private mutating func measureOrder(
    _ a: Tokens, _ b: Tokens, _ isQuoting: Bool, _ evidence: inout Evidence
  ) {
    let ids = words.vocabulary.count
    let coverage = order.coverage(
      words.vocabulary.a, words.vocabulary.b, weights: words.weights, ids: ids)
    evidence.scores.coverage = coverage.share
    evidence.scores.coverageOfA = coverage.shareOfA
    evidence.scores.coverageOfB = coverage.shareOfB
    evidence.scores.orderedWeight = Double(max(0, coverage.ordered - coverage.reversed))
    evidence.furnitureA = a.furnitureCount
    evidence.furnitureB = b.furnitureCount
    evidence.unquotedA = own.a.count
    evidence.unquotedB = own.b.count
    evidence.scores.coverageUnquoted =
      isQuoting
      ? order.coverage(own.a, own.b, weights: words.weights, ids: ids).share
      : coverage.share
  }

  /// Whether a fifth of a passage at least is no furniture of the page.
  private static func isText(_ tokens: Tokens, _ passage: Range<Int>) -> Bool {
    let text = passage.count { !tokens.marks[$0].contains(.furniture) }
    return 5 * text >= passage.count
  }
}
