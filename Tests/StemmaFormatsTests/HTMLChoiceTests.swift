import Testing

@testable import StemmaFormats

@Suite("What is left out of a web page")
struct HTMLChoiceTests {
  /// Long enough to be an article by itself.
  private static let story = String(repeating: "The harbour was closed again. ", count: 10)
    .trimmed

  private func text(_ body: String) -> String {
    HTMLArticle(Array("<html><body>\(body)</body></html>".utf8)).text
  }

  @Test(
    "What is not part of an article is left out, with all that is in it",
    arguments: [
      "<nav>X</nav>", "<footer><p>X</p></footer>", "<aside>X</aside>", "<script>X</script>",
      "<style>X</style>", "<noscript>X</noscript>", "<template><p>X</p></template>",
      "<form>X</form>", "<button>X</button>", "<select><option>X</select>",
      "<svg><text>X</text></svg>",
      "<figure><figcaption>X</figcaption></figure>", "<iframe>X</iframe>", "<header>X</header>",
      "<div role=navigation>X</div>", "<div role=banner><p>X</p></div>", "<p hidden>X</p>",
      "<div aria-hidden=true>X</div>", "<nav><nav>X</nav>X</nav>", "<ul role=menu><li>X</ul>",
      "<dialog>X</dialog>", "<textarea>X</textarea>",
    ])
  func left(markup: String) {
    #expect(text("<p>Before.</p>\(markup)<p>After.</p>") == "Before.\n\nAfter.")
  }

  @Test(
    "Elements without content that are hidden hide nothing else",
    arguments: ["<img hidden>", "<input hidden>", "<br aria-hidden=true>", "<hr hidden>"])
  func void(markup: String) {
    #expect(text("<p>Before.</p>\(markup)<p>After.</p>").hasSuffix("After."))
  }

  @Test("Of a page with an article, only the article is read")
  func article() {
    let page = "<p>Teaser.</p><article><p>\(Self.story)</p></article><p>More stories.</p>"
    #expect(text(page) == Self.story)
  }

  @Test("Of a page with a main part, only that is read", arguments: ["main", "div role=main"])
  func main(start: String) {
    let end = start.split(separator: " ")[0]
    let page = "<p>Teaser.</p><\(start)><p>\(Self.story)</p></\(end)>"
    #expect(text(page).hasPrefix(Self.story))
    #expect(!text(page).contains("Teaser"))
  }

  @Test("An article element too short to be the article does not hide the page")
  func teaser() {
    let page = "<article><p>Short.</p></article><div><p>\(Self.story)</p></div>"
    #expect(text(page).contains(Self.story))
  }

  @Test("The header of an article holds its headline; that of a page does not")
  func header() {
    let page = """
      <header>Site name</header>
      <article><header><h1>Headline</h1></header><p>\(Self.story)</p></article>
      """
    #expect(text(page) == "Headline\n\n\(Self.story)")
  }

  @Test("Lists of links are navigation, whatever they are marked up as")
  func links() {
    let links = #"<a href="/a">Politics</a> | <a href="/b">Sport</a> | <a href="/c">Culture</a>"#
    #expect(text("<p>Before.</p><div>\(links)</div><p>After.</p>") == "Before.\n\nAfter.")
    let list = #"<ul><li><a href="/a">One story</a><li><a href="/b">Another</a></ul>"#
    #expect(text("<p>Before.</p>\(list)") == "Before.")
  }

  @Test("A sentence with links in it is text")
  func sentence() {
    let sentence = #"The <a href="/m">minister</a> met the <a href="/u">union</a> on Monday."#
    #expect(text("<p>\(sentence)</p>") == "The minister met the union on Monday.")
  }

  @Test("A page that lies in one form as a whole has a text")
  func form() {
    let body = text(#"<form id="aspnetForm"><h1>Headline</h1><p>\#(Self.story)</p></form>"#)
    #expect(body.contains(Self.story))
  }
}

extension String {
  /// Without the space at the end.
  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
