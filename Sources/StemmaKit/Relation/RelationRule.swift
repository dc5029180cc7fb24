/// Names the relation that the evidence supports; docs/relations.md gives the measurements.
///
/// A false accusation of copying is worse than a miss: where the evidence does not reach a line,
/// the weaker relation is named.
public struct RelationRule: Sendable {
  /// Jaccard of word 5-grams from which two texts are near-copies.
  public var copyResemblance = 0.25
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
  /// Where the source is known, a text is made from it that has this much of it.
  public var takenFromKnown = 0.045
  /// A text of which less than this share stands outside quotations is judged as a whole.
  var leastUnquoted = 0.2

  public init() {}

  public func relation(_ evidence: Evidence) -> Relation {
    let scores = evidence.scores
    if evidence.isIdentical { return evidence.countA > 0 ? .duplicate : .none }
    let coverageUnquoted = coverageUnquoted(evidence)
    if scores.resemblance >= copyResemblance, coverageUnquoted >= rewriteCoverageUnquoted {
      return .copy
    }
    if scores.coverage >= rewriteCoverage, coverageUnquoted >= rewriteCoverageUnquoted,
      min(evidence.countA, evidence.countB) >= rewriteTokens
    {
      return .rewrite
    }
    if scores.localAlignment >= excerptAlignment
      || scores.localAlignment >= excerptAlignmentUnlike && scores.wordOverlap < excerptOverlap
    {
      return .excerpt
    }
    let sharesNames = scores.namesShared >= storyNames && scores.namesInBoth >= storyNamesCount
    let line = sharesNames ? storyWordsWithNames : storyWords
    return scores.rareWords >= line ? .sameStory : .none
  }

  /// Whether too little of one text stands outside quotation marks to judge by.
  public func isMostlyQuotation(_ evidence: Evidence) -> Bool {
    Double(evidence.unquotedA) < leastUnquoted * Double(evidence.countA)
      || Double(evidence.unquotedB) < leastUnquoted * Double(evidence.countB)
  }

  /// The coverage outside quotations; of texts that are mostly quotation, of the whole.
  private func coverageUnquoted(_ evidence: Evidence) -> Double {
    isMostlyQuotation(evidence) ? evidence.scores.coverage : evidence.scores.coverageUnquoted
  }
}

extension RelationRule {
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
