import Testing

@testable import StemmaKit

private func title(_ text: String) -> String { DocumentHead.firstLine(Array(text.utf8)) }

@Suite struct DocumentTests {
  @Test func `A document without title is known by its first line`() {
    #expect(title("Headline\n\nText") == "Headline")
    #expect(title("\n  Headline\r\nText") == "Headline")
    #expect(title("") == "")
    #expect(title(" \n\t") == "")
  }

  @Test func `Its own title comes first`() {
    let document = Document(id: "x", text: Array("Line".utf8), title: "Title", url: "u")
    #expect(DocumentHead(document).title == "Title")
    #expect(DocumentHead(document).url == "u")
  }

  @Test(arguments: ["a", "ё", "中", "👨‍👩‍👧", "e\u{301}"])
  func `A long line is cut to a hundred whole characters`(character: String) {
    let hundred = String(repeating: character, count: 100)
    let found = title(hundred + character)
    #expect(found.count <= 100)
    // Of characters of many bytes fewer are kept, but never a part of a scalar.
    #expect(!found.unicodeScalars.contains("\u{FFFD}"))
    if character.utf8.count < 4 {
      #expect(found == String(repeating: character, count: 99) + "…")
      #expect(title(hundred) == hundred)
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Any bytes can be the first line`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let title = DocumentHead.firstLine(random.bytes(count: 500))
    #expect(title.count <= 100, "seed \(seed)")
    #expect(!title.contains("\n"), "seed \(seed)")
  }

  @Test func `Date and source are the document's`() {
    var document = Document(id: "x", text: "Line", date: PublicationDate("2024-09-19"))
    document.source = "Wire"
    let head = DocumentHead(document)
    #expect(head.date == document.date && head.source == "Wire" && head.id == "x")
  }
}
