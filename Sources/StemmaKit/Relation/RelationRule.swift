/// Names the relation that the evidence supports; docs/relations.md gives the measurements.
///
/// A false accusation of copying is worse than a miss: where the evidence does not reach a line,
/// the weaker relation is named.
public struct RelationRule: Sendable {
  /// Jaccard of word 5-grams from which two texts are near-copies.
  public var copyResemblance = 0.25
  /// What both say in the same order must weigh so many nats, or a passage of it be as strong as that of an
  /// excerpt: chance brings less together somewhere among the half billion pairs of 30,000 texts, and
  /// of a short notice most words are common in its collection.
  public var copyWeight = 20.0
  /// Ordered coverage from which one text rewords the other, in all and outside quotations.
  public var rewriteCoverage = 0.32
  public var rewriteCoverageUnquoted = 0.29
  /// The shorter text must have as many tokens as this for order to mean anything.
  public var rewriteTokens = 100
  /// Local alignment outside quotations from which a passage was taken over; and where the texts
  /// otherwise have few words in common.
  public var excerptAlignment = 40.0
  public var excerptAlignmentUnlike = 28.0
  public var excerptOverlap = 0.45
  /// Two texts tell one story where the cosine of their rare words is this high, or less high with
  /// this share of the names and numbers in common, and no fewer than so many.
  public var storyWords = 0.12
  public var storyWordsWithNames = 0.05
  public var storyNames = 0.48
  public var storyNamesCount = 6
  /// Where a smaller share of the figures is kept at its place, a form was filled in anew.
  public var formFiguresKept = 0.6
  /// Where the source is known, a text is made from it that has this much of it.
  public var takenFromKnown = 0.0375
  /// A text of which less than this share stands outside quotations is judged as a whole.
  var leastUnquoted = 0.2

  public init() {}

  public func relation(_ evidence: Evidence) -> Relation {
    var relation = Relation.none
    walk(evidence) { line in
      if line.holds { relation = line.relation }
      return line.holds
    }
    return relation
  }

  /// All lines of the rule for a pair, the closest relation first; where the derivative is known,
  /// with the line for that behind the other derivations.
  public func lines(
    _ evidence: Evidence, knownDerivative: Direction.Derivative? = nil
  ) -> [RuleLine] {
    var lines: [RuleLine] = []
    walk(evidence) { line in
      lines.append(line)
      return false
    }
    if let knownDerivative {
      let place = lines.firstIndex { !$0.relation.isDerivation } ?? lines.count
      lines.insert(line(evidence, knownDerivative: knownDerivative), at: place)
    }
    return lines
  }

  /// The rule itself, which decides and explains: its lines one after another, until one is enough.
  @inline(__always)
  private func walk(_ evidence: Evidence, _ isEnough: (RuleLine) -> Bool) {
    let scores = evidence.scores
    let unquoted = RuleTest(
      .coverageUnquoted, coverageUnquoted(evidence), least: rewriteCoverageUnquoted)
    let words = min(evidence.countA, evidence.countB)
    let isSame = evidence.isIdentical && words > 0
    if isEnough(RuleLine(.duplicate, RuleTest(.sameTokens, isSame ? 1 : 0, least: 1))) { return }
    let figures = figuresKept(evidence)
    let alignment = scores.localAlignment
    let isLight = scores.orderedWeight < copyWeight * Double(TermRarity.unit)
    if isEnough(
      RuleLine(
        .copy, RuleTest(.resemblance, scores.resemblance, least: copyResemblance), unquoted,
        figures,
        isLight ? RuleTest(.localAlignment, alignment, least: excerptAlignmentUnlike) : nil))
    {
      return
    }
    if isEnough(
      RuleLine(
        .rewrite, RuleTest(.coverage, scores.coverage, least: rewriteCoverage), unquoted,
        RuleTest(.tokens, Double(words), least: Double(rewriteTokens)), figures))
    {
      return
    }
    if isEnough(
      RuleLine(.excerpt, RuleTest(.localAlignment, alignment, least: excerptAlignment), figures))
    {
      return
    }
    if isEnough(
      RuleLine(
        .excerpt, RuleTest(.localAlignment, alignment, least: excerptAlignmentUnlike),
        RuleTest(.wordOverlap, scores.wordOverlap, below: excerptOverlap), figures))
    {
      return
    }
    let story = storyLines(scores)
    if isEnough(story.words) { return }
    _ = isEnough(story.names)
  }

  @inline(__always)
  private func storyLines(_ scores: Scores) -> (words: RuleLine, names: RuleLine) {
    (
      RuleLine(.sameStory, RuleTest(.rareWords, scores.rareWords, least: storyWords)),
      RuleLine(
        .sameStory, RuleTest(.rareWords, scores.rareWords, least: storyWordsWithNames),
        RuleTest(.namesShared, scores.namesShared, least: storyNames),
        RuleTest(
          .namesInBoth, Double(scores.namesInBoth), least: Double(storyNamesCount)))
    )
  }

  /// Whether the texts as a whole tell one story, whatever else they have in common.
  func tellOneStory(_ scores: Scores) -> Bool {
    let lines = storyLines(scores)
    return lines.words.holds || lines.names.holds
  }

  /// How far the figures are kept; `nil` where they are too few to tell.
  private func figuresKept(_ evidence: Evidence) -> RuleTest? {
    let figures = evidence.figureShift
    guard figures.isTelling else { return nil }
    return RuleTest(.figuresKept, figures.share, least: formFiguresKept)
  }

  /// Whether the two are a form that was filled in twice, not one text made from the other.
  public func isForm(_ evidence: Evidence) -> Bool { figuresKept(evidence)?.holds == false }

  /// Whether too little of one text stands outside quotation marks to judge by. Furniture of the page is
  /// neither: a gallery of captions is no text that quotes.
  public func isMostlyQuotation(_ evidence: Evidence) -> Bool {
    let (a, b) = (evidence.countA - evidence.furnitureA, evidence.countB - evidence.furnitureB)
    return Double(evidence.unquotedA) < leastUnquoted * Double(a)
      || Double(evidence.unquotedB) < leastUnquoted * Double(b)
  }

  /// The coverage outside quotations; of texts that are mostly quotation, of the whole.
  func coverageUnquoted(_ evidence: Evidence) -> Double {
    isMostlyQuotation(evidence) ? evidence.scores.coverage : evidence.scores.coverageUnquoted
  }
}

extension RelationRule {
  /// How far a pair is beyond the lines for a derivation, by the line that it is furthest beyond: a
  /// derivation at 1 or more. A stricter rule, with all that it asks for raised by a factor, would
  /// still call the pair derived up to this factor.
  public func strength(
    _ evidence: Evidence, knownDerivative: Direction.Derivative? = nil
  ) -> Double {
    var strength = knownDerivative.map { line(evidence, knownDerivative: $0).strength } ?? 0
    walk(evidence) { line in
      if line.relation.isDerivation { strength = max(strength, line.strength) }
      return false
    }
    return strength
  }

  /// How sure a relation is: 0.5 at the line that the evidence just reaches, towards 1 where it
  /// is twice as strong.
  func confidence(_ relation: Relation, _ evidence: Evidence) -> Double {
    func margin(_ value: Double, _ line: Double) -> Double {
      min(0.99, max(0, 0.5 + 0.5 * (value - line) / line))
    }
    let scores = evidence.scores
    switch relation {
    case .duplicate: return 1
    case .copy: return max(0.9, margin(scores.resemblance, copyResemblance))
    case .rewrite:
      return min(
        margin(scores.coverage, rewriteCoverage),
        margin(coverageUnquoted(evidence), rewriteCoverageUnquoted))
    case .excerpt: return margin(scores.localAlignment, excerptAlignmentUnlike)
    case .sameStory:
      return max(margin(scores.namesShared, storyNames), margin(scores.rareWords, storyWords))
    case .none: return 0
    }
  }
}
