import StemmaKit
import Testing

@testable import StemmaFormats

@Suite("Cells and nodes")
struct PairFormTests {
  /// The text of the cell that a strict reader finds.
  private func read(_ cell: String) throws -> String {
    try Array(cell.utf8).withUnsafeBytes { bytes in
      let row = try #require(TableRow(bytes, .comma))
      #expect(row.cells.count == 1)
      return String(decoding: row.text(0), as: UTF8.self)
    }
  }

  @Test(
    "A text that is no formula is read back as it is",
    arguments: [
      "", "plain", "a,b", "a;b", "two\nlines", "a\rb", #"say "no""#, "\"", "'Tis", "'", "''", " =1",
      "a=b", "1-2", "x\t", "ü四\u{1F600}",
    ])
  func plain(text: String) throws { #expect(try read(TableCell.text(text)) == text) }

  @Test(
    "Before one that a spreadsheet would compute stands an apostrophe",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''-1", "=\"a\",b",
      "=", "-",
    ])
  func formula(text: String) throws {
    let cell = TableCell.text(text)
    #expect(cell.hasPrefix("\"'"))
    #expect(try read(cell) == "'" + text)
  }

  @Test("A NUL byte, which ends files for many readers, is replaced")
  func zero() { #expect(TableCell.text("a\0b") == "a\u{FFFD}b") }

  @Test("A cell whose first sign is the end of a line keeps it")
  func lineEnds() throws {
    // As one Character, a carriage return and a line feed are neither of the two.
    #expect(try read(TableCell.text("\r\n=1")) == "'\r\n=1")
    #expect(TableCell.text("a\r\nb") == "\"a\r\nb\"")
  }

  @Test("What XML cannot have is replaced, and its own signs are escaped")
  func node() {
    let document = Document(
      id: "a<b>&\"\u{1}\0\r\n]]>\u{FFFF}", text: [], title: "T", source: nil,
      url: "https://x.example/?a&b", date: PublicationDate("2024-05-06"))
    let node = PairGraph().document(
      ReportedDocument(DocumentHead(document), number: 7, story: 3))
    #expect(
      String(decoding: node, as: UTF8.self)
        == "<node id=\"n7\"><data key=\"node.label\">a&lt;b&gt;&amp;\"\u{FFFD}\u{FFFD}&#13;\n]]&gt;"
        + "\u{FFFD}</data><data key=\"node.title\">T</data><data key=\"node.date\">2024-05-06</data>"
        + "<data key=\"node.url\">https://x.example/?a&amp;b</data>"
        + "<data key=\"node.story\">3</data></node>\n")
  }
}
