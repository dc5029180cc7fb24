import Testing

@testable import StemmaKit

@Suite struct TakenBackTests {
  private static let articles = Notice.originals(8, adding: Notice.text)

  private func scan(
    _ documents: [Document], _ a: String, _ b: String, least: Relation = .excerpt
  ) throws -> (ScanResult, PairExplanation) {
    var scan = CollectionScan()
    scan.leastRelation = least
    scan.explained = (a, b)
    let result = scan.scan(documents)
    return (result, try #require(result.explanation))
  }

  @Test func `Two texts that share a notice alone: the test, the run, and the rest's measures`()
    throws
  {
    let (a, b) = (Self.articles[0], Self.articles[1])
    let (_, explanation) = try scan(Self.articles, a.id, b.id)
    let trace = try #require(explanation.scan)
    let taken = try #require(trace.takenBack)
    #expect(!trace.isReported)
    #expect(taken.test == .nothingElse)
    #expect(taken.whole.relation == .excerpt)
    #expect(explanation.finding.relation == .none)
    #expect(explanation.decidingLine == nil)
    // The measures are those of the two texts without the notice.
    var preparer = DocumentPreparer()
    let alone = [a, b].map { document in
      let end = document.text.count - Notice.text.utf8.count
      return preparer.tokenize(Document(id: "", text: Array(document.text[..<end]))).tokens.count
    }
    #expect([taken.restOfA, taken.restOfB] == alone)
    #expect(explanation.finding.evidence.countA == alone[0])
    #expect(explanation.spans.isEmpty)
    var matter = taken.matter
    matter.show((matter.document == trace.a ? a : b).text)
    #expect(matter.documents == 8)
    #expect(matter.text.hasPrefix("Readers of the evening edition"))
  }

  @Test func `Two reports of one event are outvoted by the others, or are of one outlet`() throws {
    var others = ["e01-independent-a", "e01-independent-b"].map {
      Document(id: $0, text: Notice.under($0))
    }
    let outvoted = try scan(
      Self.articles + others, others[0].id, others[1].id, least: .sameStory)
    let taken = try #require(outvoted.1.scan?.takenBack)
    #expect(taken.test == .outvoted)
    #expect(outvoted.1.finding.relation == .sameStory)
    // What the scan reports has the same scores.
    let trace = try #require(outvoted.1.scan)
    let reported = try #require(
      outvoted.0.pairs.first { $0.a == trace.a && $0.b == trace.b })
    #expect(trace.isReported)
    #expect(reported.finding.relation == .sameStory)
    #expect(reported.finding.evidence.countA == outvoted.1.finding.evidence.countA)
    for index in others.indices { others[index].source = "The Outlet" }
    let one = try scan(Self.articles + others, others[0].id, others[1].id)
    #expect(one.1.scan?.takenBack?.test == .oneOutlet)
  }

  @Test func `A pair that is reported was not taken back`() throws {
    let rewording = Document(id: "e01-rewrite", text: Notice.under("e01-rewrite"))
    let (_, explanation) = try scan(Self.articles + [rewording], "e01-original", "e01-rewrite")
    #expect(explanation.scan?.isReported == true)
    #expect(explanation.scan?.takenBack == nil)
    #expect(explanation.finding.relation == .rewrite)
  }
}
