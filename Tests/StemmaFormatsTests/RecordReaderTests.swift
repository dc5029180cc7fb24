import StemmaKit
import Testing

@testable import StemmaFormats

@Suite("The reader of records")
struct RecordReaderTests {
  /// All that the reader gives: `id=text` for a document, `place: reason` for a problem.
  private func read(
    _ bytes: [UInt8], piece: Int = 1 << 18, limit: Int = 64 << 20, failure: ReadError? = nil,
    fields: FieldNames = FieldNames()
  ) throws -> [String] {
    let stream = ArrayStream(bytes, piece: piece, failure: failure)
    let reader = try RecordReader(path: "in", LineCutter(stream, limit: limit), fields: fields)
    return reader.told()
  }

  private func record(_ id: String, _ text: String) -> String {
    #"{"id":"\#(id)","text":"\#(text)"}"#
  }

  @Test(
    "Lines are the same however the bytes come in and whatever ends them",
    arguments: [1, 2, 3, 17, 4096], ["\n", "\r\n", "\n\n \n"])
  func pieces(piece: Int, end: String) throws {
    let texts = ["one", "zwei ü", "", "四", "five"]
    let lines = texts.enumerated().map { record("\($0)", $1) }
    let expected = texts.enumerated().map { "\($0)=\($1)" }
    let text = lines.joined(separator: end)
    #expect(try read(Array(text.utf8), piece: piece) == expected)
    #expect(try read(Array((text + end).utf8), piece: piece) == expected)
  }

  @Test(
    "Lines longer than the pieces that files are read in come whole",
    arguments: [
      [300_000, 5, 300_000], [262_144 - 20, 262_144], [5, 1_500_000, 5, 900_000, 700_000],
    ])
  func long(lengths: [Int]) throws {
    let texts = lengths.enumerated().map { index, length in
      String(repeating: String(index), count: length)
    }
    let lines = texts.enumerated().map { record("\($0)", $1) }
    let expected = texts.enumerated().map { "\($0)=\($1)" }
    for end in ["\n", "\r\n"] {
      #expect(try read(Array(lines.joined(separator: end).utf8)) == expected)
    }
  }

  @Test("Line numbers count every line, blank or not")
  func numbers() throws {
    let lines = ["", record("a", "x"), "no", "", "  ", "[]", record("b", "y"), "{"]
    let found = try read(Array(lines.joined(separator: "\n").utf8), piece: 5)
    #expect(
      found.map { $0.prefix { $0 != "=" && $0 != " " } } == ["a", "in:3:", "in:6:", "b", "in:8:"])
  }

  @Test("Escapes are resolved, whatever the encoding of the escape")
  func escapes() throws {
    let text = #"q\"q \\ \/ \n\t \u00fc \ud83d\ude00 \u4f60"#
    #expect(try read(Array(record("a", text).utf8)) == ["a=q\"q \\ / \n\t ü 😀 你"])
  }

  @Test("Fields are found by name at the top only, in any order, the last of a name")
  func fields() throws {
    let line = #"{"more":{"text":"inner","id":"z"},"text":"t","list":[1,{"id":"y"}],"id":"a"}"#
    #expect(try read(Array(line.utf8)) == ["a=t"])
    var names = FieldNames()
    (names.id, names.text) = ("clé", "body text")
    let other = #"{"text":"no","cl\u00e9":"k","id":"no","body text":"b"}"#
    #expect(try read(Array(other.utf8), fields: names) == ["k=b"])
  }

  @Test("An outlet and a title of blanks are none")
  func blank() throws {
    let line = #"{"id":"x","text":"words","source":" ","title":"\n"}"# + "\n"
    let reader = try RecordReader(
      path: "in", LineCutter(ArrayStream(Array(line.utf8), piece: 64, failure: nil), limit: 1000),
      fields: FieldNames())
    guard case .document(let document, _, _)? = reader.next() else { return #expect(Bool(false)) }
    #expect(document.source == nil && document.title == nil && document.text == Array("words".utf8))
  }

  @Test("All that is known of a document is read")
  func document() throws {
    let line = """
      {"id":7,"text":"t","title":"T","date":"2024-05-06T07:08Z","source":"S","url":"https://x.example"}
      """
    let reader = try RecordReader(
      path: "in", LineCutter(ArrayStream(line.utf8), limit: 1000), fields: FieldNames())
    guard case .document(let document, let place, _)? = reader.next() else {
      Issue.record("there is no document")
      return
    }
    #expect(place == "in:1")
    #expect((document.id, document.title) == ("7", "T"))
    #expect((document.source, document.url) == ("S", "https://x.example"))
    #expect(document.date == PublicationDate("2024-05-06T07:08Z"))
    let isAtEnd = reader.next().map { _ in false } ?? true
    #expect(isAtEnd)
  }

  @Test("An error of the stream is told after the lines before it, and ends the reading")
  func failure() throws {
    let bytes = Array((record("a", "x") + "\n" + record("b", "y")).utf8)
    let found = try read(bytes, failure: ReadError("the disk is gone"))
    #expect(found == ["a=x", "in: the disk is gone"])
  }

  @Test("A line longer than the limit is told with its number")
  func limit() throws {
    let lines = [record("a", "x"), record("b", String(repeating: "y", count: 5000))]
    let found = try read(Array(lines.joined(separator: "\n").utf8), piece: 100, limit: 1000)
    try #require(found.count == 2)
    #expect(found[0] == "a=x")
    #expect(found[1].hasPrefix("in:2: it is larger than"))
  }
}
