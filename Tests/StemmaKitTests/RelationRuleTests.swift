import Testing

@testable import StemmaKit

@Suite struct RelationRuleTests {
  private let rule = RelationRule()

  private func relation(_ change: (inout Evidence) -> Void) -> Relation {
    rule.relation(evidence(change))
  }

  @Test func `Nothing in common is no relation`() {
    #expect(relation { _ in } == .none)
  }

  @Test func `Identical texts are duplicates, unless they are empty`() {
    #expect(relation { $0.isIdentical = true } == .duplicate)
    #expect(
      relation {
        $0.isIdentical = true
        $0.countA = 0
        $0.countB = 0
      } == .none)
  }

  /// Just below a line.
  private static let below = 0.001
  private static let lines = RelationRule()

  @Test(arguments: [(0, 0, Relation.copy), (below, 0, .none), (0, below, .none)])
  func `A copy has the resemblance, and order outside quotations`(
    resemblance: Double, unquoted: Double, expected: Relation
  ) {
    #expect(
      relation {
        $0.scores.orderedWeight = 1000
        $0.scores.resemblance = rule.copyResemblance - resemblance
        $0.scores.coverageUnquoted = rule.rewriteCoverageUnquoted - unquoted
      } == expected)
  }

  @Test(arguments: [
    (0, 0, Relation.copy), (below, 0, .copy), (0, below, .copy), (below, below, .none),
  ])
  func `A copy weighs something, or has a passage`(
    weight: Double, alignment: Double, expected: Relation
  ) {
    #expect(
      relation {
        $0.scores.resemblance = 0.9
        $0.scores.coverageUnquoted = 0.9
        $0.scores.orderedWeight = rule.copyWeight * Double(TermRarity.unit) - weight
        $0.scores.localAlignment = rule.excerptAlignmentUnlike - alignment
        $0.scores.wordOverlap = 0.9
      } == expected)
  }

  @Test(arguments: [
    (0, 0, 100, Relation.rewrite), (below, 0, 100, .none), (0, below, 100, .none),
    (0, 0, 99, .none),
    (-0.5, below, 300, .none),
  ])
  func `A rewrite has order, in all and outside quotations, and a length`(
    coverage: Double, unquoted: Double, tokens: Int, expected: Relation
  ) {
    let change: (inout Evidence) -> Void = {
      $0.scores.coverage = rule.rewriteCoverage - coverage
      $0.scores.coverageUnquoted = rule.rewriteCoverageUnquoted - unquoted
      $0.countA = tokens
      $0.unquotedA = tokens
    }
    #expect(relation(change) == expected)
    #expect(
      relation {
        change(&$0)
        swap(&$0.countA, &$0.countB)
        swap(&$0.unquotedA, &$0.unquotedB)
      } == expected)
  }

  @Test(arguments: [
    (lines.excerptAlignment, 0.9, Relation.excerpt), (lines.excerptAlignment - below, 0.9, .none),
    (lines.excerptAlignmentUnlike, lines.excerptOverlap - below, .excerpt),
    (lines.excerptAlignmentUnlike, lines.excerptOverlap, .none),
    (lines.excerptAlignmentUnlike - below, 0.1, .none),
  ])
  func `An excerpt has a strong passage, less strong where the rest is unlike`(
    alignment: Double, overlap: Double, expected: Relation
  ) {
    #expect(
      relation {
        $0.scores.localAlignment = alignment
        $0.scores.wordOverlap = overlap
      } == expected)
  }

  @Test(arguments: [
    (lines.storyWords, 0, 0, Relation.sameStory), (lines.storyWords - below, 0, 0, .none),
    (lines.storyWordsWithNames, lines.storyNames, 6, .sameStory),
    (lines.storyWordsWithNames - below, lines.storyNames, 6, .none),
    (lines.storyWordsWithNames, lines.storyNames - below, 6, .none),
    (lines.storyWordsWithNames, lines.storyNames, 5, .none),
  ])
  func `One story has rare words in common, fewer where it has the names`(
    rareWords: Double, names: Double, count: Int, expected: Relation
  ) {
    #expect(
      relation {
        $0.scores.rareWords = rareWords
        $0.scores.namesShared = names
        $0.scores.namesInBoth = count
      } == expected)
  }

  @Test(arguments: [(60, Relation.none), (59, .rewrite)])
  func `A text that is nearly all quotation is judged as a whole`(
    unquoted: Int, expected: Relation
  ) {
    // The line is a fifth of 300 tokens.
    #expect(
      relation {
        $0.scores.coverage = 0.5
        $0.unquotedB = unquoted
      } == expected)
  }

  @Test(arguments: [(0, Relation.rewrite), (250, .none), (300, .none)])
  func `A text that is nearly all furniture is no quotation`(furniture: Int, expected: Relation) {
    #expect(
      relation {
        $0.scores.coverage = 0.5
        $0.unquotedB = 10
        $0.furnitureB = furniture
      } == expected)
  }

  @Test func `The closest relation that the evidence reaches is named`() {
    var all = evidence {
      $0.scores.resemblance = 0.5
      $0.scores.coverage = 0.8
      $0.scores.coverageUnquoted = 0.8
      $0.scores.localAlignment = 90
      $0.scores.rareWords = 0.9
    }
    #expect(rule.relation(all) == .copy)
    all.scores.resemblance = 0.1
    #expect(rule.relation(all) == .rewrite)
    all.scores.coverage = 0.1
    #expect(rule.relation(all) == .excerpt)
    all.scores.localAlignment = 10
    #expect(rule.relation(all) == .sameStory)
  }

  @Test func `Confidence is one half at the line, and grows to certainty`() {
    let atLine = evidence {
      $0.scores.coverage = rule.rewriteCoverage
      $0.scores.coverageUnquoted = rule.rewriteCoverageUnquoted
    }
    #expect(rule.confidence(.rewrite, atLine) == 0.5)
    let twice = evidence {
      $0.scores.coverage = 2 * rule.rewriteCoverage
      $0.scores.coverageUnquoted = 0.9
    }
    #expect(rule.confidence(.rewrite, twice) == 0.99)
    #expect(rule.confidence(.duplicate, evidence()) == 1)
    #expect(rule.confidence(.copy, evidence()) == 0.9)
    let passage = evidence { $0.scores.localAlignment = 1.5 * rule.excerptAlignmentUnlike }
    #expect(isClose(rule.confidence(.excerpt, passage), 0.75))
    let story = evidence { $0.scores.rareWords = 1.5 * rule.storyWords }
    #expect(isClose(rule.confidence(.sameStory, story), 0.75))
    #expect(rule.confidence(.none, evidence()) == 0)
  }

  @Test func `A relation that is named is at least as likely as not`() {
    let quoted = evidence {
      $0.scores.coverage = 0.5
      $0.unquotedB = 10
    }
    #expect(rule.relation(quoted) == .rewrite)
    #expect(rule.confidence(.rewrite, quoted) >= 0.5)
  }

  @Test func `Relations are ordered from none to the closest`() {
    #expect(Relation.allCases == Relation.allCases.sorted())
    #expect(Relation.allCases.filter(\.isDerivation) == [.excerpt, .rewrite, .copy, .duplicate])
  }
}
