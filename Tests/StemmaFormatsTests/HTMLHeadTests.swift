import Testing

@testable import StemmaFormats

@Suite("What a web page says of itself")
struct HTMLHeadTests {
  private func page(_ head: String, _ body: String = "<p>Words.</p>") -> HTMLArticle {
    HTMLArticle(Array("<html><head>\(head)</head><body>\(body)</body></html>".utf8))
  }

  @Test(
    "Its title is the one for sharing, else that of the window",
    arguments: [
      ("<title>Window</title>", "Window"),
      ("<title> Two\n  lines &amp; more </title>", "Two lines & more"),
      (#"<title>Window</title><meta property="og:title" content="Shared">"#, "Shared"),
      (#"<meta property="og:title" content="Shared"><title>Window</title>"#, "Shared"),
      (#"<title>Window</title><meta property="og:title" content="">"#, "Window"),
      (#"<META PROPERTY="OG:Title" CONTENT="Shared">"#, "Shared"),
    ])
  func title(head: String, expected: String) {
    #expect(page(head).title == expected)
  }

  @Test("A page without a title has none, and its text is not taken for one")
  func untitled() {
    #expect(page("").title == nil)
    #expect(page("<title></title>").title == nil)
    #expect(page("<title>Window</title>").text == "Words.")
  }

  @Test(
    "Its date is that of publication",
    arguments: [
      #"<meta property="article:published_time" content="2024-05-06">"#,
      #"<meta name="date" content="2024-05-06">"#,
      #"<meta name="DC.date" content="2024-05-06">"#,
      #"<meta name="dc.date.issued" content="2024-05-06">"#,
      #"<meta content="2024-05-06" name="Date">"#,
    ])
  func date(head: String) {
    #expect(page(head).date == "2024-05-06")
    #expect(page(head, "<p><time datetime=\"2020-01-01\">then</time></p>").date == "2024-05-06")
  }

  @Test("Without such a name, the first time element gives the date")
  func time() {
    let times = #"<time datetime="2024-05-06T07:08Z">a</time><time datetime="2023-01-01">b</time>"#
    #expect(page("", "<article>\(times)</article>").date == "2024-05-06T07:08Z")
    #expect(page("", "<p><time>yesterday</time></p>").date == nil)
  }

  @Test(
    "Other dates are not that of publication",
    arguments: [
      #"<meta property="article:modified_time" content="2024-05-06">"#,
      #"<meta name="expires" content="2024-05-06">"#,
      #"<meta name="date" content="">"#, #"<meta http-equiv="date" content="2024-05-06">"#,
    ])
  func otherDates(head: String) {
    #expect(page(head).date == nil)
  }

  @Test("Its outlet is the name of the site")
  func source() {
    #expect(page(#"<meta property="og:site_name" content="The Post">"#).source == "The Post")
    #expect(page(#"<meta name="author" content="A. Writer">"#).source == nil)
  }

  @Test("A title within a drawing is not the page's")
  func drawing() {
    let body = "<svg><title>Logo</title></svg><p>Words.</p>"
    #expect(page("<title>Window</title>", body).title == "Window")
  }
}
