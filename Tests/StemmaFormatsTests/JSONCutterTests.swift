import Testing

@testable import StemmaFormats

@Suite("The reader of JSON arrays")
struct JSONCutterTests {
  private func read(
    _ text: String, isArray: Bool = true, piece: Int = 1 << 18, limit: Int = 1 << 20
  ) throws -> [String] {
    let cutter = try JSONCutter(
      ArrayStream(text.utf8, piece: piece), isArray: isArray, limit: limit)
    return try RecordReader(path: "in", cutter, fields: FieldNames()).told()
  }

  @Test(
    "Elements come out one by one, however they are set",
    arguments: [
      #"[{"id":1,"text":"a"},{"text":"b"}]"#,
      "\u{FEFF} [\n  {\n    \"id\": 1,\n    \"text\": \"a\"\n  },\n  {\"text\": \"b\"}\n]\n\n",
      #"[{"id":1,"more":{"x":["]","}",{"y":"\"]\\"}]},"text":"a"} , {"text":"b","n":[]}]"#,
    ])
  func elements(text: String) throws {
    for piece in [1, 3, 7, 1 << 18] {
      #expect(try read(text, piece: piece) == ["1=a", "in[1]=b"])
    }
  }

  @Test("Nothing comes of an empty array", arguments: ["[]", " [ \n ] ", "[]\n"])
  func empty(text: String) throws { #expect(try read(text) == []) }

  @Test(
    "What is no record is told with its number, and the rest is read",
    arguments: [
      "5", "null", "\"words, and ] more\"", "[]", #"{"text":5}"#, #"{"text":"x" "y"}"#,
      #"{"text":"x"]"#, "}",
    ])
  func wrong(element: String) throws {
    let found = try read(#"[{"id":"a","text":"x"},\#(element),{"id":"b","text":"y"}]"#)
    #expect(found.count == 3)
    #expect(found.first == "a=x")
    #expect(found.dropFirst().first?.hasPrefix("in[1]: ") == true)
    #expect(found.last == "b=y")
  }

  @Test(
    "An array that is cut off is told",
    arguments: ["", ",", " ", #",{"text":"#, #",{"text":"y"#, ",[[[", ",5"])
  func cut(end: String) throws {
    let found = try read(#"[{"id":"a","text":"x"}"# + end)
    #expect(found.count == 2)
    #expect(found.first == "a=x")
    #expect(found.last?.contains("the array ends too early") == true)
  }

  @Test("What stands behind an array is told")
  func behind() throws {
    let found = try read(#"[{"id":"a","text":"x"}] [{"id":"b","text":"y"}]"#)
    #expect(found.count == 2)
    #expect(found.last == "in[1]: something follows the array, and is not read")
  }

  @Test("An element beyond the limit is left out, and the rest is read")
  func limit() throws {
    let long = String(repeating: "]},", count: 2000)
    let found = try read(
      #"[{"id":"a","text":"x"},{"text":"\#(long)"},{"id":"b","text":"y"}]"#, piece: 100, limit: 1000
    )
    #expect(found.count == 3)
    #expect(found[1].hasPrefix("in[1]: it is larger than"))
    #expect(found[2] == "b=y")
  }

  @Test("Objects over several lines are known by the line on which they begin")
  func objects() throws {
    let text =
      "\u{FEFF}{\n  \"text\": \"a\"\n}\n\n{\n\"text\":\"b\"} {\"id\":\"c\",\"text\":\"d\"}\n"
    for piece in [1, 4, 1 << 18] {
      #expect(try read(text, isArray: false, piece: piece) == ["in:1=a", "in:5=b", "c=d"])
    }
    let cut = try read("{\n\"text\": \"a\"}\n{\"text\":", isArray: false)
    #expect(cut.count == 2)
    #expect(cut[1].hasPrefix("in:3: it is not a JSON record"))
  }

  @Test("Blocks for other threads hold the same as reading one by one")
  func blocks() throws {
    let text =
      "[" + (0..<50).map { #"{"id":"n\#($0)","text":"x"}"# }.joined(separator: ", ") + ", 5]"
    let cutter = try JSONCutter(ArrayStream(text.utf8), isArray: true, limit: 1000)
    let reader = try RecordReader(path: "in", cutter, fields: FieldNames())
    var told: [String] = []
    var blocks = 0
    while let block = reader.nextBlock(bytes: 100) {
      told += block.told()
      blocks += 1
    }
    #expect(blocks > 5)
    #expect(try told == read(text))
    #expect(told.count == 51)
  }
}
