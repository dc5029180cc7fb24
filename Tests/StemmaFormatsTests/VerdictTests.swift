import Testing

@testable import StemmaFormats
@testable import StemmaKit

@Suite("The verdict in words")
struct VerdictTests {
  private func verdict(
    _ relation: Relation, _ derivative: Direction.Derivative? = nil,
    _ reason: Direction.Reason? = nil, shift: (Int, Int) = (0, 0)
  ) -> Verdict {
    var scores = Scores()
    (scores.resemblance, scores.coverage, scores.coverageUnquoted) = (0.634, 0.486, 0.355)
    (scores.namesShared, scores.localAlignment) = (0.72, 41.5)
    var quotes = QuoteShift()
    (quotes.quotedOnlyInA, quotes.quotedOnlyInB) = shift
    let evidence = Evidence(
      scores: scores, countA: 120, countB: 130, unquotedA: 100, unquotedB: 90,
      isIdentical: relation == .duplicate, quoteShift: quotes, passages: [])
    let direction = Direction(
      derivative: derivative, reason: reason, confidence: derivative == nil ? 0 : 0.9)
    return Verdict(
      finding: PairFinding(
        relation: relation, direction: direction, confidence: 0.8, evidence: evidence),
      a: "ours.txt", b: "theirs.txt")
  }

  @Test("A rewrite by way of a third text does not claim what its own order does not show")
  func witness() {
    var verdict = verdict(.rewrite)
    #expect(verdict.reasons.allSatisfy { !$0.contains("third.txt") })
    verdict.witness = "third.txt"
    let reason = verdict.reasons.first ?? ""
    #expect(reason.contains("49 %") && reason.contains("less than a rewrite shows by itself"))
    #expect(reason.contains("third.txt is a copy or a rewrite of both"))
  }

  private static let derivations: [Relation] = [.excerpt, .rewrite, .copy, .duplicate]

  @Test("A decided sentence names the derivative first, then its source", arguments: derivations)
  func decided(relation: Relation) throws {
    for (side, first, second) in [
      (Direction.Derivative.a, "ours.txt", "theirs.txt"), (.b, "theirs.txt", "ours.txt"),
    ] {
      let sentence = verdict(relation, side, .published).sentence
      #expect(sentence.hasPrefix(first))
      #expect(sentence.contains(second))
      #expect(sentence.hasSuffix("."))
    }
  }

  @Test("An undecided sentence accuses neither text", arguments: derivations)
  func undecided(relation: Relation) {
    let sentence = verdict(relation).sentence
    #expect(!sentence.contains("ours.txt") && !sentence.contains("theirs.txt"))
    #expect(sentence.contains("which was first is not known"))
  }

  @Test("Every relation has a sentence of its own, and a reason", arguments: Relation.allCases)
  func all(relation: Relation) {
    let others = Relation.allCases.filter { $0 != relation }.map { verdict($0).sentence }
    #expect(!others.contains(verdict(relation).sentence))
    #expect(verdict(relation).reasons.count == 1)
    #expect(verdict(relation).reasons.allSatisfy { $0.hasSuffix(".") })
  }

  @Test(
    "The reason gives the figure that decided, and the line that it had to reach",
    arguments: [
      (Relation.duplicate, ["120 words"]), (.copy, ["63 %", "25 %"]),
      (.rewrite, ["49 %", "32 %", "36 %", "29 %"]), (.excerpt, ["41.50", "40.00"]),
      (.sameStory, ["72 %", "49 %", "36 %", "29 %"]), (.none, ["49 %", "36 %", "29 %"]),
    ])
  func figures(relation: Relation, figures: [String]) {
    let reasons = verdict(relation).reasons.joined(separator: " ")
    for figure in figures { #expect(reasons.contains(figure), "\(reasons)") }
  }

  @Test("Where only the known source makes a derivation, that is the reason")
  func knownSource() {
    var found = verdict(.excerpt, .b, .knownSource).finding
    found.evidence.scores = Scores()
    (found.evidence.scores.coverageOfB, found.evidence.scores.containmentOfB) = (0.06, 0.08)
    let reason =
      Verdict(finding: found, a: "ours.txt", b: "theirs.txt").reasons.first ?? ""
    #expect(reason.hasPrefix("theirs.txt has 7.00 % of its order and phrases from ours.txt"))
    #expect(reason.contains("3.75 % is enough"))
    // A passage that shows it by itself is the better reason.
    let passage = verdict(.excerpt, .b, .knownSource).reasons.first ?? ""
    #expect(passage.contains("41.50"))
  }

  @Test("Of a form that was filled in anew the figures are the reason")
  func form() {
    var found = verdict(.sameStory).finding
    found.evidence.figureShift.kept = 9
    found.evidence.figureShift.changed = 21
    let reason =
      Verdict(finding: found, a: "ours.txt", b: "theirs.txt").reasons.first ?? ""
    #expect(reason.contains("21 of 30 figures at the same place differ"))
    #expect(reason.contains("60 % or more"))
  }

  @Test("The reason of a direction names the source")
  func direction() {
    let published = verdict(.copy, .a, .published).reasons.last
    #expect(published == "theirs.txt was published first.")
    let known = verdict(.copy, .b, .knownSource).reasons.last
    #expect(known == "You named ours.txt as the source.")
    let quotations = verdict(.rewrite, .b, .quotations, shift: (23, 2)).reasons.last ?? ""
    #expect(quotations.hasPrefix("23 words that ours.txt quotes "))
    #expect(quotations.hasSuffix(" of theirs.txt."))
    let turned = verdict(.rewrite, .a, .quotations, shift: (2, 23)).reasons.last ?? ""
    #expect(turned.hasPrefix("23 words that theirs.txt quotes "))
  }

  @Test("Shares are rounded to whole hundredths, other figures to two decimals")
  func rounding() {
    #expect(
      [0, 0.004, 0.006, 0.5, 0.999, 1].map(percent) == [
        "0 %", "0 %", "1 %", "50 %", "100 %", "100 %",
      ])
    #expect(
      [0, 0.05, 0.994, 0.999, 28, 271.3125].map(decimal) == [
        "0.00", "0.05", "0.99", "1.00", "28.00", "271.31",
      ])
    #expect([0.12344, 0.12346, 1].map(rounded) == [0.1234, 0.1235, 1])
  }
}
