import Testing

@testable import StemmaKit

/// Identical texts of a collection, of which one stands for all.
@Suite struct IdenticalTextTests {
  private func scan(_ texts: [(id: String, article: String, date: String)]) -> ScanResult {
    let documents = texts.map { id, article, date in
      var document = Document(id: id, text: Fixtures.text(article))
      document.date = PublicationDate(date)
      return document
    }
    return CollectionScan().scan(documents)
  }

  @Test(arguments: [("z", "a"), ("a", "z")])
  func `The earliest speaks for the rest, whatever the ids`(first: String, reprint: String) throws {
    let result = scan([
      (first, "e01-original", "2024-01-01"), ("m", "e01-rewrite", "2024-01-05"),
      (reprint, "e01-original", "2024-01-10"),
    ])
    let story = try #require(result.stories.first)
    #expect(story.members.count == 3)
    #expect(story.origin.map { result.documents[$0].id } == first)
    let sources = story.edges.map { result.documents[$0.source].id }
    #expect(sources == [first, first])
    for pair in result.pairs { #expect(pair.a < pair.b) }
  }

  @Test func `Without dates the first by id speaks`() {
    let result = scan([("b", "e01-original", ""), ("a", "e01-original", "")])
    #expect(result.pairs.count == 1)
    #expect(result.pairs[0].finding.direction.derivative == nil)
    #expect(result.stories.first?.origin == nil)
  }
}
