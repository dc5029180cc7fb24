import Testing

@testable import StemmaKit

@Suite struct DatelineTests {
  private let sentence = "The two leaders met on Monday for talks on trade."

  @Test(
    arguments: [
      ("HELSINKI (Reuters) - ", "Reuters"), ("(Reuters) - ", "Reuters"),
      ("WASHINGTON (AP) — ", "AP"), ("PARIS, June 3 (AFP) – ", "AFP"),
      ("BEIJING, March 1 (Xinhua) -- ", "Xinhua"), ("Kelsheim (dpa/tmn) - ", "dpa/tmn"),
      ("München (dpa) - ", "dpa"), ("Zwei Chefs reden\n\nVon Eva Muster\n\nBerlin (AFP) - ", "AFP"),
      ("МОСКВА (ТАСС) - ", "ТАСС"),
    ])
  func `The agency stands before a dash and the first sentence`(head: String, agency: String) {
    #expect(Dateline.agency(Array((head + sentence).utf8).span) == agency)
  }

  @Test(
    arguments: [
      "", "(Reuters)", "HELSINKI (Reuters) - ", "The senator (R) said so.",
      "HELSINKI (Reuters) The two leaders met on Monday for talks.",
      "He had won twice (2016) - and lost the third time by a small margin.",
      "at the summit (Reuters) - the two leaders met on Monday for talks on trade.",
      "One two three four five six seven (Reuters) - the two leaders met on Monday.",
      "HELSINKI (A name that is much too long for an agency) - The two leaders met on Monday.",
    ])
  func `All else is no dateline`(text: String) {
    #expect(Dateline.agency(Array(text.utf8).span) == nil)
  }

  @Test func `It is looked for near the top alone`() {
    let far = String(repeating: "Some line of the page\n", count: 6) + "HELSINKI (AP) - " + sentence
    #expect(Dateline.agency(Array(far.utf8).span) == nil)
    let long = String(repeating: "x", count: 900) + "\nHELSINKI (AP) - " + sentence
    #expect(Dateline.agency(Array(long.utf8).span) == nil)
  }

  private func head(_ agency: String?, _ source: String?) -> DocumentHead {
    let text = (agency.map { "OSLO (\($0)) - " } ?? "") + sentence
    var document = Document(id: "x", text: text)
    document.source = source
    return DocumentPreparer.head(document).0
  }

  @Test func `Two outlets have it from the agency that both name`() {
    #expect(
      DocumentHead.commonAgency(head("Reuters", "a.com"), head("REUTERS", "b.com")) == "Reuters")
    #expect(DocumentHead.commonAgency(head("dpa/tmn", nil), head("dpa", nil)) == "dpa/tmn")
    #expect(DocumentHead.commonAgency(head("AP", "a.com"), head("AFP", "b.com")) == nil)
    #expect(DocumentHead.commonAgency(head("AP", "a.com"), head(nil, "b.com")) == nil)
  }

  @Test func `From the agency itself one may have it`() {
    #expect(
      DocumentHead.commonAgency(head("Nordbalt Wire", "b"), head("Nordbalt Wire", "Nordbalt"))
        == nil)
    #expect(
      DocumentHead.commonAgency(head("Reuters", "reuters.com"), head("Reuters", "b.com")) == nil)
  }

  @Test func `No direction is told of two texts that an agency gave`() throws {
    let story = Fixtures.text("e25-original")
    var documents: [Document] = []
    for (number, id) in ["one", "two", "three"].enumerated() {
      let agency = number < 2 ? "OSLO (Reuters) - " : ""
      var document = Document(id: id, text: agency + story + " Line \(id) of its own.")
      document.date = PublicationDate("2026-01-0\(number + 1)")
      documents.append(document)
    }
    let result = CollectionScan().scan(documents)
    let names = result.documents.map(\.id)
    func pair(_ a: String, _ b: String) throws -> PairFinding {
      try #require(result.pairs.first { Set([names[$0.a], names[$0.b]]) == [a, b] }).finding
    }
    let shared = try pair("one", "two")
    #expect(shared.direction == .undecided && shared.commonAgency == "Reuters")
    let other = try pair("one", "three")
    #expect(other.direction.reason == .published && other.commonAgency == nil)
    let edges = result.stories.flatMap(\.edges)
    #expect(
      !edges.contains {
        $0.isCertain && Set([names[$0.derivative], names[$0.source]]) == ["one", "two"]
      })
  }
}
