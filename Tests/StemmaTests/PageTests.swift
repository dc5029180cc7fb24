import Testing

@Suite("Web pages")
struct PageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A page around an article, with all that a site puts around it.
  private static func page(_ article: String, before: String = "", after: String = "") -> String {
    let paragraphs = article.split(separator: "\n").map { "<p>\($0)</p>" }.joined(separator: "\n")
    return """
      <!DOCTYPE html><html><head><title>Site: the story</title>
      <meta property="og:title" content="A headline of its own">
      <meta property="og:site_name" content="The Harbour Post">
      <meta property="article:published_time" content="2024-05-06T07:08:09Z">
      <style>p { color: red }</style><script>var tracking = "a script";</script></head>
      <body><header><a href="/">Home page of the site</a></header>
      <nav><ul><li><a href="/a">Politics section</a></li></ul></nav>
      <article>\(before)\(paragraphs)\(after)<script>more(tracking)</script></article>
      <aside>Most read stories of today</aside>
      <footer>Imprint and privacy policy</footer></body></html>
      """
  }

  private func scan(_ page: String, _ format: String = "json") async throws -> Outcome {
    try folder.write("in/page.html", page)
    try folder.write("in/text.txt", Project.article("e01-original"))
    return try await Program.run(["scan", folder.path("in"), "--format", format])
  }

  @Test("Of a page, the article is read and nothing else")
  func article() async throws {
    let outcome = try await scan(Self.page(Project.articleText("e01-original")))
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(try outcome.scan().pairs.map(\.relation) == ["duplicate"])
  }

  @Test("Its title, date and outlet are those that the page names")
  func head() async throws {
    let text = try await scan(Self.page(Project.articleText("e01-original")), "text").text
    #expect(text.contains("1. A headline of its own"))
    #expect(text.contains("page.html  (with text.txt, The Harbour Post, 2024-05-06)"))
  }

  @Test("Twenty thousand elements within one another do no harm", arguments: ["div", "b", "table"])
  func deep(name: String) async throws {
    let outcome = try await scan(
      Self.page(
        Project.articleText("e01-original"),
        before: String(repeating: "<\(name)>", count: 20_000),
        after: String(repeating: "</\(name)>", count: 20_000)))
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(try outcome.scan().pairs.map(\.relation) == ["duplicate"])
  }

  @Test("Offsets into a page are offsets into its text")
  func offsets() async throws {
    let article = try Project.articleText("e01-original")
    let pair = try #require(
      try await scan(Self.page(article)).scan().pairs.first)
    let passage = try #require(pair.passages.first)
    #expect(pair.a == "page.html")
    #expect(passage.a[1] - passage.a[0] == passage.b[1] - passage.b[0])
    #expect(passage.a[1] <= article.utf8.count)
  }
}
