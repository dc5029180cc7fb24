import Testing

@testable import StemmaKit

@Suite struct StoryNamesTests {
  private func lead(
    _ texts: [(title: String?, date: String?)], origin: Int? = nil,
    body: (String) -> String = { "Text \($0) of a story without a title" }
  ) throws -> Int {
    let documents = texts.enumerated().map { number, text in
      DocumentHead(
        Document(
          id: "\(number)", text: [], title: text.title,
          date: text.date.flatMap { PublicationDate($0) }))
    }
    var result = ScanResult(
      documents: documents, textNumbers: documents.indices.map { Int32($0) }, pairs: [],
      stories: [Story(members: Array(documents.indices), origin: origin, edges: [])], candidates: 0)
    let bodies = documents.map { Array(body($0.id).utf8) }
    try result.nameStories(TextsInMemory(bodies))
    return result.stories[0].lead
  }

  private let pier = "Ferry hits the pier"

  @Test func `A story is named after the origin where it is known`() throws {
    #expect(try lead([(pier, nil), (pier, nil), ("Hull: pier damaged", nil)], origin: 2) == 2)
  }

  @Test func `Else after the earliest text with the headline that most have`() throws {
    let texts = [
      ("Hull: pier damaged", "2025-01-01"), (pier, "2025-01-04"),
      ("FERRY HITS THE PIER", "2025-01-02"),
      (pier, nil),
    ]
    #expect(try lead(texts) == 2)
  }

  @Test func `A caption is no name where another text has a headline`() throws {
    let caption = "An officer stands at the pier on Sunday, where a ferry hit it in the morning."
    let texts = [(nil, "2025-01-01"), (pier, "2025-01-02")] as [(String?, String?)]
    #expect(try lead(texts, body: { _ in caption }) == 1)
    #expect(try lead([(nil, "2025-01-02"), (nil, "2025-01-01")], body: { _ in caption }) == 1)
  }

  @Test func `Else after the earliest text, or the first`() throws {
    #expect(try lead([("A tale", nil), ("B tale", "2025-01-02"), ("C tale", "2025-01-01")]) == 2)
    #expect(try lead([("A tale", nil), ("B tale", nil)]) == 0)
    #expect(try lead([(nil, nil), (nil, nil)]) == 0)
  }
}
