import Testing

@testable import StemmaFormats
@testable import StemmaKit

@Suite("A finding in plain words")
struct PlainReasonsTests {
  private func plain(
    _ relation: Relation, _ derivative: Direction.Derivative? = nil, witness: String? = nil,
    commonSource: String? = nil, delay: Int? = nil
  ) -> PlainReasons {
    PlainReasons(
      finding: finding(relation, derivative: derivative), a: "Herald", b: "Mirror",
      witness: witness, commonSource: commonSource, delay: delay)
  }

  private static let derivations: [Relation] = [.excerpt, .rewrite, .copy, .duplicate]

  @Test("A decided sentence names the later text first", arguments: derivations)
  func decided(relation: Relation) {
    #expect(plain(relation, .b).sentence.hasPrefix("Mirror "))
    #expect(plain(relation, .b).sentence.contains("Herald"))
    #expect(plain(relation, .a).sentence.hasPrefix("Herald "))
  }

  @Test("An undecided sentence accuses nobody", arguments: derivations)
  func undecided(relation: Relation) {
    let plain = plain(relation)
    #expect(plain.sentence.contains("undecided"))
    #expect(!plain.sentence.contains("Herald") && !plain.sentence.contains("Mirror"))
    #expect(plain.reasons.last == "No dates or quotations tell which text was first.")
  }

  @Test("A rewrite that keeps most runs of words is not called a rewording")
  func verbatim() {
    func plain(_ derivative: Direction.Derivative?, kept: Double) -> PlainReasons {
      PlainReasons(
        finding: finding(.rewrite, derivative: derivative, kept: kept), a: "Herald", b: "Mirror",
        witness: nil, commonSource: nil, delay: nil)
    }
    // The first text is the shorter one.
    #expect(plain(.a, kept: 0.75).sentence == "Herald shortens Mirror, much of it word for word.")
    #expect(plain(.b, kept: 0.75).sentence == "Mirror extends Herald, much of it word for word.")
    #expect(plain(nil, kept: 0.75).sentence.contains("undecided"))
    #expect(plain(.a, kept: 0.75).reasons[0].contains("75 % stand in the other"))
    #expect(plain(.a, kept: 0.74).sentence.contains("rewords"))
    #expect(finding(.rewrite, kept: 0.75).manner == "verbatim")
    #expect(finding(.copy, kept: 0.75).manner == "copy")
  }

  @Test("The terms of the trade are not used", arguments: Relation.allCases)
  func plainWords(relation: Relation) {
    let words = (plain(relation, .b).reasons + [plain(relation, .b).sentence]).joined().lowercased()
    for term in ["shingle", "jaccard", "coverage", "alignment", "resemblance", "containment"] {
      #expect(!words.contains(term))
    }
  }

  @Test("A third text that speaks for the pair is named")
  func witness() {
    #expect(plain(.rewrite, .b, witness: "Echo").reasons[0].hasPrefix("By way of Echo,"))
  }

  @Test("Where both were made from a third text, neither is said to have taken from the other")
  func commonSource() {
    let plain = plain(.rewrite, commonSource: "Echo")
    #expect(plain.sentence.hasPrefix("Both were made from Echo,"))
    #expect(!plain.reasons.contains { $0.contains("which text was first") })
  }

  @Test(
    "Spans of time are told in the unit that fits",
    arguments: [
      (30, "less than a minute"), (60, "1 minute"), (7199, "119 minutes"), (7200, "2 hours"),
      (172_799, "47 hours"), (172_800, "2 days"),
    ])
  func spans(seconds: Int, words: String) {
    #expect(PlainReasons.span(seconds) == words)
    let reason = plain(.copy, .b, delay: seconds).reasons[1]
    #expect(reason.hasPrefix("Herald was published first, \(words) before."))
  }
}
