import StemmaKit
import Testing

@testable import StemmaFormats

@Suite("The reader of tables")
struct TableTests {
  private func read(
    _ bytes: some Sequence<UInt8>, _ dialect: TableDialect = .comma, piece: Int = 1 << 18,
    limit: Int = 1 << 20
  ) throws -> [String] {
    let cutter = try TableCutter(
      ArrayStream(bytes, piece: piece), dialect, fields: FieldNames(), limit: limit)
    return try RecordReader(path: "in", cutter, fields: FieldNames()).told()
  }

  @Test(
    "Cells are read as RFC 4180 has them",
    arguments: [
      ("1,one\n2,two\n", ["1=one", "2=two"]), ("1,one\r\n2,two", ["1=one", "2=two"]),
      ("1,\"a, b\"\n", ["1=a, b"]), ("1,\"he said \"\"no\"\"\"\n", [#"1=he said "no""#]),
      ("1,\"\"\"\"\n", [#"1=""#]), ("1,\"two\nlines\"\n2,x", ["1=two\nlines", "2=x"]),
      ("1,\"two\r\nlines\"\r\n2,x", ["1=two\r\nlines", "2=x"]), ("\"1\",\"\"\n", ["1="]),
      ("1,5\" pipe\n", [#"1=5" pipe"#]), ("1, \"x\"\n", [#"1= "x""#]),
      ("\n\n1,x\n\r\n,,\n2,y\n,z,\n", ["1=x", "2=y", "in:8: it has 3 cells where"]),
      ("1,x\n\n,\n2,y", ["1=x", "2=y"]), (",x\n", ["in:2=x"]),
      ("1,ü四\u{1F600}\n", ["1=ü四\u{1F600}"]),
    ])
  func cells(rows: String, expected: [String]) throws {
    for piece in [1, 2, 3, 5, 1 << 18] {
      let found = try read("id,text\n\(rows)".utf8, piece: piece)
      #expect(found.count == expected.count)
      for (found, expected) in zip(found, expected) {
        #expect(found == expected || expected.hasPrefix("in:") && found.hasPrefix(expected))
      }
    }
  }

  @Test("Columns are found by their names, in any order, behind a byte order mark")
  func columns() throws {
    let header = "\u{FEFF}\"more\", text ,date,\"url\",source,title,id\n"
    let row = "x,t,2024-05-06,https://x.example,S,T,7\n"
    let reader = try RecordReader(
      path: "in",
      TableCutter(
        ArrayStream((header + row).utf8), .comma, fields: FieldNames(), limit: 1000),
      fields: FieldNames())
    guard case .document(let document, let place, _)? = reader.next() else {
      Issue.record("there is no document")
      return
    }
    #expect(place == "in:2")
    #expect((document.id, document.title, document.source) == ("7", "T", "S"))
    #expect(document.url == "https://x.example")
    #expect(document.date == PublicationDate("2024-05-06"))
    #expect(document.text == Array("t".utf8))
  }

  @Test("A header without the column of texts is told with what it has instead")
  func header() {
    for (header, part) in [
      ("id,Text", "but id, Text;"), ("", "it is empty"), ("\"id,text", "not closed"),
    ] {
      let error = #expect(throws: ReadError.self) { try read(header.utf8) }
      #expect(error?.reason.contains(part) == true, "\(error?.reason ?? "")")
    }
  }

  @Test("A quotation mark against the rule costs its own line, and no other")
  func quotes() throws {
    let rows = ["1,\"open", "2,\"good\"", "3,\"good\" bad", "4,x", "5,\"never closed", "6,y"]
    let found = try read(("id,text\n" + rows.joined(separator: "\n")).utf8)
    #expect(found.map { $0.prefix(6) } == ["in:2: ", "2=good", "in:4: ", "4=x", "in:6: ", "6=y"])
    for line in [0, 2, 4] { #expect(found[line].contains("quotation marks do not match")) }
  }

  @Test("In a tab-separated table such a quotation mark is one of the text")
  func tabs() throws {
    let rows = ["1\t\"open", "2\t\"good\"", "3\t\"good\" bad", "4\t\"a\tb\"", "5\t\"open", "6\ty"]
    #expect(
      try read(("id\ttext\n" + rows.joined(separator: "\n")).utf8, .tab) == [
        "1=\"open", "2=good", "3=\"good\" bad", "4=a\tb", "5=\"open", "6=y",
      ])
  }

  @Test("A row with more or fewer cells than the header is left out")
  func counts() throws {
    let found = try read("id,text,date\n1,x,\n2,a,b,c\n3,x\n4,y,\n".utf8)
    #expect(found.count == 4)
    #expect(found[0] == "1=x")
    #expect(found[1].hasPrefix("in:3: it has 4 cells where the header has 3"))
    #expect(found[2].hasPrefix("in:4: it has 2 cells where the header has 3"))
    #expect(found[3] == "4=y")
  }

  @Test("A row beyond the limit is left out, quoted or not, and what follows has its line")
  func limit() throws {
    let long = String(repeating: "y\n", count: 3000)
    let found = try read("id,text\n1,x\n2,\"\(long)\"\n3,z\n".utf8, piece: 100, limit: 1000)
    #expect(found.count == 3)
    #expect(found[1].hasPrefix("in:3: it is larger than"))
    let after = try read("id,text\n2,\"\(long)\"\nbad\n".utf8, piece: 100, limit: 1000)
    #expect(after.last?.hasPrefix("in:3003: it has 1 cell") == true)
    let open = try read("id,text\n1,x\n2,\"\(long)".utf8, piece: 100, limit: 1000)
    #expect(open.count == 2)
    #expect(open[1].hasPrefix("in:3: a quotation mark is not closed"))
  }

  @Test("Bytes that are not UTF-8 are read as Windows-1252, and NUL bytes kept")
  func encodings() throws {
    let found = try read(Array("id,text\n1,na".utf8) + [0xEF] + Array("ve\n2,a\0b\n".utf8))
    #expect(found.count == 3)
    #expect(found[0].hasPrefix("in:2: it is not valid UTF-8"))
    #expect(found[1...] == ["1=naïve", "2=a\0b"])
  }

  @Test("Whatever cells hold is read back as it was written", arguments: 0..<30 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let signs = ["\"", ",", "\n", "\r\n", "a", "ü", " ", "\"\"", ";", "\t"]
    let texts = (0..<20).map { _ in
      "x" + (0..<Int(random.next() % 12)).map { _ in signs[Int(random.next() % 10)] }.joined()
    }
    let rows = texts.enumerated().map { number, text in
      let isPlain = !text.utf8.contains { ",\"\r\n".utf8.contains($0) } && random.next() % 2 == 0
      return "\(number)," + (isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\"")
    }
    let table = "id,text\n" + rows.joined(separator: "\n")
    let expected = texts.enumerated().map { "\($0)=\($1)" }
    #expect(try read(table.utf8, piece: Int(1 + random.next() % 20)) == expected, "seed \(seed)")
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
      return value ^ value >> 31
    }
  }
}
