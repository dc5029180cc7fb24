import Testing

@Suite("A credit before the first sentence")
struct CreditTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("It gives the date and the agency, and is no part of the text")
  func credit() async throws {
    let text = try Project.articleText("e01-light")
    try folder.write("in/a.txt", " date 2024-09-19 (MENAFN) \(text)")
    try folder.write("in/b.txt", " date 2024-09-18 (Nordbalt) \(text)")
    let json = try await Program.run(["scan", folder.path("in"), "--format", "json"])
    let pair = try #require(try json.scan().pairs.first)
    #expect(pair.relation == "duplicate")
    #expect(pair.derivative == "a.txt")
    #expect(pair.directionReason == "published")
    #expect(pair.passages.map { [$0.a[0], $0.b[0]] } == [[26, 28]])
    let report = try await Program.run(["scan", folder.path("in")]).text
    #expect(report.contains("b.txt  (Nordbalt, 2024-09-18)"))
    #expect(report.contains("a.txt  (MENAFN, 1 day later)"))
  }

  @Test("Two texts that share nothing but their credit share nothing")
  func only() async throws {
    for (name, article) in [("a", "e07-original"), ("b", "e19-original")] {
      try folder.write(
        "in/\(name).txt", " date 2024-09-19 (MENAFN) \(try Project.articleText(article))")
    }
    let outcome = try await Program.run([
      "scan", folder.path("in"), "--format", "json", "--min-relation", "same-story",
    ])
    #expect(try outcome.scan().documents == 2)
    #expect(try outcome.scan().pairs == [])
  }
}
