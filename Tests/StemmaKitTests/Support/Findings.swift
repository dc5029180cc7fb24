@testable import StemmaKit

/// Evidence of two texts of 300 tokens without quotations that have nothing in common, changed.
func evidence(_ change: (inout Evidence) -> Void = { _ in }) -> Evidence {
  var evidence = Evidence(
    scores: Scores(), countA: 300, countB: 300, unquotedA: 300, unquotedB: 300,
    isIdentical: false, quoteShift: QuoteShift(), passages: [])
  change(&evidence)
  return evidence
}

/// Evidence of words that one text quotes and the other has outside quotation marks.
func shift(_ onlyInA: Int, _ onlyInB: Int) -> Evidence {
  evidence {
    $0.quoteShift.quotedOnlyInA = onlyInA
    $0.quoteShift.quotedOnlyInB = onlyInB
  }
}

/// A verified pair with a coverage of both texts; of the second text as a whole `larger`.
func finding(
  _ relation: Relation, coverage: Double = 0, larger: Double? = nil,
  direction: Direction = .undecided
) -> PairFinding {
  PairFinding(
    relation: relation, direction: direction, confidence: 0.9,
    evidence: evidence {
      $0.scores.coverage = coverage
      $0.scores.coverageOfA = coverage
      $0.scores.coverageOfB = larger ?? coverage
      $0.scores.containmentOfA = 0.9
      $0.scores.containmentOfB = larger ?? 0.9
      $0.scores.orderedWeight = 1000 * coverage
      $0.scores.phrasesInBoth = Int(100 * coverage)
      // The texts of an excerpt tell one story.
      if relation == .excerpt { $0.scores.rareWords = 0.5 }
    })
}

/// A derivation between documents; `from` names the source where it is known.
func derivation(
  _ a: Int, _ b: Int, _ relation: Relation, coverage: Double = 0.5, larger: Double? = nil,
  from source: Int? = nil
) -> Derivation {
  var direction = Direction.undecided
  if let source {
    direction = Direction(derivative: source == a ? .b : .a, reason: .published, confidence: 0.97)
  }
  return Derivation(
    a: a, b: b,
    finding: finding(relation, coverage: coverage, larger: larger, direction: direction))
}
