import Testing

@testable import StemmaFormats

@Suite("The text of a web page")
struct HTMLTextTests {
  private func text(_ body: String) -> String {
    HTMLArticle(Array("<!DOCTYPE html><html><body>\(body)</body></html>".utf8)).text
  }

  @Test(
    "Blocks are paragraphs, and marks within a line do not cut it",
    arguments: [
      ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
      ("<p>One.<p>Two.", "One.\n\nTwo."),
      ("One.<div>Two.</div>Three.", "One.\n\nTwo.\n\nThree."),
      ("<h1>Head</h1><ul><li>First<li>Second</ul>", "Head\n\nFirst\n\nSecond"),
      ("<p>A <b>b</b><i>old</i> <em>word</em>.</p>", "A bold word."),
      ("<p>Line<br>break<br/>and<br>\n<br>more</p>", "Line break and more"),
      ("<p>  Much \n\t white\r\n space  </p>", "Much white space"),
      ("<blockquote>Said<cite>he</cite></blockquote>", "Saidhe"),
      ("<p>Half<wbr>word</p>", "Halfword"),
      ("Bare text", "Bare text"),
      ("", ""),
    ])
  func blocks(body: String, expected: String) {
    #expect(text(body) == expected)
  }

  @Test(
    "Entities are the characters that they stand for",
    arguments: [
      ("Fish &amp; chips", "Fish & chips"), ("&lt;b&gt;", "<b>"), ("Caf&eacute;", "Café"),
      ("&ldquo;So&rdquo; &ndash; it&rsquo;s", "“So” – it’s"), ("&#8364; &#x20AC;", "€ €"),
      ("&#x1F600;", "😀"), ("&quot;&apos;", "\"'"), ("10&nbsp;km", "10\u{A0}km"),
      ("AT&T", "AT&T"), ("a &unknown; b", "a &unknown; b"), ("R&D &amp;amp;", "R&D &amp;"),
    ])
  func entities(body: String, expected: String) {
    #expect(text("<p>\(body)</p>") == expected)
  }

  @Test("Cells of a table are kept apart")
  func table() {
    let cells = text(
      "<table><tr><th>Year</th><th>Votes</th></tr><tr><td>2024</td><td>1,512</td></tr></table>")
    #expect(cells.split(separator: "\n").map(String.init) == ["Year", "Votes", "2024", "1,512"])
  }

  @Test("Comments, declarations and what is in the head are no text")
  func markup() {
    #expect(text("<!-- hidden <p>words</p> --><p>Seen.</p><?php words ?>") == "Seen.")
    let page = "<html><head><title>Title</title><style>p{}</style></head><p>Seen.</p></html>"
    #expect(HTMLArticle(Array(page.utf8)).text == "Seen.")
  }

  @Test("A long page of many scripts comes whole, wherever it is cut into pieces", arguments: 0..<4)
  func long(shift: Int) {
    let words = String(repeating: "Grüße 你好 😀 ", count: 60_000)
    let body = String(repeating: "x", count: shift) + words
    let expected = String(body.dropLast())
    #expect(body.utf8.count > 1 << 20)
    // One comparison: a difference of a million bytes is not worth showing.
    #expect((text("<p>\(body)</p>") == expected) == true)
  }

  @Test(
    "Broken markup loses no text",
    arguments: [
      "<p>One <b>two</p> three", "<div><p>One</div></div></p> two three",
      "<p>One <unknown>two</unknown> three", "<p>One two</span> three",
      "One <a href='x\">two</a> three' >x</a> two three", "<p>One &#; two &# three",
    ])
  func broken(body: String) {
    let words = text(body).split { !$0.isLetter }.map { $0.lowercased() }
    #expect(words.first == "one")
    #expect(words.last == "three")
  }

  @Test("No bytes, or bytes that are no page, do no harm")
  func junk() {
    #expect(HTMLArticle([]).text == "")
    #expect(HTMLArticle(Array("   ".utf8)).text == "")
    #expect(HTMLArticle(Array("<".utf8)).text.count <= 1)
    #expect(HTMLArticle(Array("<!DOCTYPE".utf8)).title == nil)
  }
}
