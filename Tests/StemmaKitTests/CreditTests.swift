import Testing

@testable import StemmaKit

private func credit(_ text: String) -> Credit? {
  let bytes = Array(text.utf8)
  return Credit(bytes.span)
}

@Suite struct CreditTests {
  @Test(
    arguments: [
      (" date 2024-09-19 (MENAFN) Recent reports suggest", "2024-09-19", "MENAFN", " Recent"),
      ("date 2024-12-04 While the issue of", "2024-12-04", nil, " While"),
      ("\n\tDate: 2024-09-19\n(AP) Text", "2024-09-19", "AP", " Text"),
      ("DATE:2024-09-19 (Kyiv Post) Text", "2024-09-19", "Kyiv Post", " Text"),
      ("date 2024-09-19", "2024-09-19", nil, ""),
      ("date 2024-09-19 (AP)", "2024-09-19", "AP", ""),
      // Brackets that hold no agency: empty, unclosed, too long, or over the end of a line.
      ("date 2024-09-19 () Text", "2024-09-19", nil, " () Text"),
      ("date 19.09.2024 (dpa) Text", "2024-09-19", "dpa", " Text"),
      ("date 2024-09-19 (AP Text", "2024-09-19", nil, " (AP Text"),
      ("date 2024-09-19 (AP\n) Text", "2024-09-19", nil, " (AP"),
      (
        "date 2024-09-19 (as people who were there and asked not to be named said) Text",
        "2024-09-19", nil, " (as people"
      ),
    ] as [(String, String, String?, String)])
  func `A date, with an agency or without, is read before the text`(
    text: String, date: String, agency: String?, rest: String
  ) throws {
    let found = try #require(credit(text))
    #expect(found.date?.description == date)
    #expect(found.agency == agency)
    #expect(String(decoding: Array(text.utf8)[found.end...], as: UTF8.self).hasPrefix(rest))
  }

  @Test(arguments: [
    "", " ", "date", "Date", "date 2024", "2024-09-19 (MENAFN) Recent reports",
    "(MENAFN) Recent reports", "Dates 2024-09-19 are eaten", "The date 2024-09-19 was set",
    "Date night 2024-09-19 is here", "date 2024-09-19, a Thursday, was",
    "date 6 May 2018 was kept", "date 2024/09/19 (AP) Text", "date 1726732800 (AP) Text",
    "date 2024-09-19T08:00 Text", "date 2024-09-1912 Text", "date 2024-13-19 Text",
    "date 19.09.24 Text", "date of birth: 2024-09-19", "update 2024-09-19 Text",
    "date (MENAFN) 2024-09-19 Text", "dated 2024-09-19 the letter says",
  ])
  func `Prose is no credit`(text: String) {
    #expect(credit(text) == nil)
  }

  @Test func `A credit is evidence of the head, not part of the text`() {
    let text = " date 2024-09-19 (MENAFN) Recent reports suggest"
    var preparer = DocumentPreparer()
    let found = preparer.tokenize(Document(id: "x", text: text))
    #expect(found.head.date?.description == "2024-09-19")
    #expect(found.head.source == "MENAFN")
    #expect(found.tokens.hashes == tokens("Recent reports suggest").hashes)
    // Offsets are those of the document as read.
    #expect(found.tokens.starts.first == 26)
  }

  @Test func `What the record says is stronger than the credit`() {
    var document = Document(id: "x", text: "date 2024-09-19 (MENAFN) Recent reports")
    document.date = PublicationDate("2020-01-01")
    document.source = "Wire"
    var preparer = DocumentPreparer()
    let head = preparer.prepare(document, number: 0).head
    #expect(head.date?.description == "2020-01-01")
    #expect(head.source == "Wire")
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Any bytes can stand where a credit may`(seed: UInt64) {
    var random = RandomText(seed: seed)
    for head in ["", "date ", "date 2024-09-19 ", "date 2024-09-19 (", "date 2024-09-"] {
      let bytes = Array(head.utf8) + random.bytes(count: random.number(0...60))
      if let found = Credit(bytes.span) {
        #expect((15...bytes.count).contains(found.end), "seed \(seed): \(bytes)")
      }
    }
  }
}
