import Testing

@testable import StemmaKit

/// The rule of docs/relations.md, written out once more.
private func naiveRelation(_ evidence: Evidence) -> Relation {
  let (rule, scores) = (RelationRule(), evidence.scores)
  if evidence.isIdentical, evidence.countA > 0 { return .duplicate }
  let figures = evidence.figureShift
  let kept = Double(figures.kept) / Double(max(1, figures.kept + figures.changed))
  let isTelling =
    figures.kept + figures.changed >= 12
    || figures.changed >= 2 && 20 * figures.changed >= figures.words
  if isTelling, kept < rule.formFiguresKept {
    return naiveTopic(scores)
  }
  let unquoted = rule.isMostlyQuotation(evidence) ? scores.coverage : scores.coverageUnquoted
  let isHeavy = scores.orderedWeight >= 20 * 16 || scores.localAlignment >= 28
  if scores.resemblance >= rule.copyResemblance, unquoted >= rule.rewriteCoverageUnquoted, isHeavy {
    return .copy
  }
  if scores.coverage >= rule.rewriteCoverage, unquoted >= rule.rewriteCoverageUnquoted,
    min(evidence.countA, evidence.countB) >= rule.rewriteTokens
  {
    return .rewrite
  }
  if scores.localAlignment >= rule.excerptAlignment { return .excerpt }
  if scores.localAlignment >= rule.excerptAlignmentUnlike, scores.wordOverlap < rule.excerptOverlap
  {
    return .excerpt
  }
  return naiveTopic(scores)
}

private func naiveTopic(_ scores: Scores) -> Relation {
  let rule = RelationRule()
  let sharesNames =
    scores.namesShared >= rule.storyNames && scores.namesInBoth >= rule.storyNamesCount
  let line = sharesNames ? rule.storyWordsWithNames : rule.storyWords
  return scores.rareWords >= line ? .sameStory : .none
}

/// Evidence whose measures lie about the lines, often just on them.
private func randomEvidence(seed: UInt64) -> Evidence {
  let rule = RelationRule()
  var random = SplitMix64(state: seed)
  func about(_ line: Double) -> Double {
    let steps = [0.2, 0.6, 0.9, (1.0).nextDown, 1, (1.0).nextUp, 1.1, 1.6, 2.5]
    return line * (steps.randomElement(using: &random) ?? 1)
  }
  return evidence {
    $0.isIdentical = Int.random(in: 0..<20, using: &random) == 0
    $0.countA = Int.random(in: 60...140, using: &random)
    $0.countB = Int.random(in: 60...140, using: &random)
    $0.unquotedA = Int.random(in: 0...($0.countA / 2), using: &random)
    $0.unquotedB = Int.random(in: 0...($0.countB / 2), using: &random)
    $0.scores.resemblance = about(rule.copyResemblance)
    $0.scores.orderedWeight = about(rule.copyWeight * Double(TermRarity.unit))
    $0.scores.coverage = about(rule.rewriteCoverage)
    $0.scores.coverageUnquoted = about(rule.rewriteCoverageUnquoted)
    $0.scores.localAlignment = about(rule.excerptAlignmentUnlike)
    $0.scores.wordOverlap = about(rule.excerptOverlap)
    $0.scores.rareWords = about(rule.storyWords)
    $0.scores.namesShared = about(rule.storyNames)
    $0.scores.namesInBoth = Int.random(in: 4...8, using: &random)
    $0.figureShift.kept = Int.random(in: 0...14, using: &random)
    $0.figureShift.changed = Int.random(in: 0...8, using: &random)
    $0.figureShift.words = Int.random(in: 0...100, using: &random)
  }
}

@Suite struct RuleLineTests {
  private let rule = RelationRule()

  @Test func `The lines decide as the rule written out does`() {
    var seen: Set<Relation> = []
    for seed in 0..<4000 as Range<UInt64> {
      let evidence = randomEvidence(seed: seed)
      let expected = naiveRelation(evidence)
      seen.insert(expected)
      #expect(rule.relation(evidence) == expected, "seed \(seed)")
      let first = rule.lines(evidence).first(where: \.holds)?.relation ?? .none
      #expect(first == expected, "seed \(seed)")
    }
    #expect(seen == Set(Relation.allCases))
  }

  @Test func `Where the source is known, its line stands behind the other derivations`() {
    for seed in 0..<2000 as Range<UInt64> {
      var evidence = randomEvidence(seed: seed)
      var random = SplitMix64(state: seed)
      evidence.scores.coverageOfA = Double.random(in: 0...0.1, using: &random)
      evidence.scores.containmentOfA = Double.random(in: 0...0.1, using: &random)
      let lines = rule.lines(evidence, knownDerivative: .a)
      #expect(
        lines.first(where: \.holds)?.relation ?? .none
          == rule.relation(evidence, knownDerivative: .a).relation, "seed \(seed)")
      #expect(
        (rule.strength(evidence, knownDerivative: .a) >= 1)
          == rule.relation(evidence, knownDerivative: .a).relation.isDerivation, "seed \(seed)")
    }
  }

  @Test func `The strength is 1 or more just where a derivation is named`() {
    for seed in 0..<4000 as Range<UInt64> {
      let evidence = randomEvidence(seed: seed)
      #expect(
        (rule.strength(evidence) >= 1) == rule.relation(evidence).isDerivation, "seed \(seed)")
      for line in rule.lines(evidence) { #expect((line.strength >= 1) == line.holds) }
    }
  }

  @Test func `The strength is the weakest measure of the best line`() {
    let rewrite = evidence {
      $0.scores.coverage = 1.5 * rule.rewriteCoverage
      $0.scores.coverageUnquoted = 1.25 * rule.rewriteCoverageUnquoted
    }
    #expect(isClose(rule.strength(rewrite), 1.25))
    var passage = rewrite
    passage.scores.localAlignment = 2 * rule.excerptAlignment
    passage.scores.wordOverlap = 0.9
    #expect(isClose(rule.strength(passage), 2))
    // Too short a text is no rewrite at all, however strong.
    var short = rewrite
    short.countA = rule.rewriteTokens - 1
    #expect(rule.strength(short) == 0)
    #expect(rule.strength(evidence { $0.isIdentical = true }) == .infinity)
  }

  @Test func `The lines come from the closest relation down, each with its tests`() {
    let lines = rule.lines(evidence())
    #expect(lines.map(\.relation) == lines.map(\.relation).sorted(by: >))
    #expect(Set(lines.map(\.relation)) == Set(Relation.allCases).subtracting([.none]))
    let known = rule.lines(evidence(), knownDerivative: .a)
    let withFigures = rule.lines(evidence { $0.figureShift.kept = FigureShift.many })
    #expect(
      withFigures.filter { $0.tests.contains { $0.measure == .figuresKept } }.map(\.relation)
        == [.copy, .rewrite, .excerpt, .excerpt])
    #expect(known.count == lines.count + 1 && known.filter { $0 != known[5] } == lines)
    #expect(known[5].tests.map(\.measure) == [.taken, .coverageUnquoted])
    let measures = (known + withFigures).flatMap { $0.tests.map(\.measure) }
    #expect(Set(measures) == Set(RuleTest.Measure.allCases))
    #expect(lines.flatMap(\.tests).filter(\.isBelow).map(\.measure) == [.wordOverlap])
  }
}
