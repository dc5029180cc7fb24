import Foundation
import Testing

@Suite("Records in other files than .jsonl")
struct InputFormatTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func scan(
    _ arguments: [String], input: [UInt8] = [], _ options: [String] = []
  ) async throws -> Outcome {
    try await Program.run(
      ["scan"] + arguments + ["--format", "json"] + options, input: input, in: folder.url.path)
  }

  private static let columns = ["id", "title", "text", "date", "source"]

  /// The texts of the fixtures that are not English: enough, and of every script.
  private static func lines() throws -> [String] {
    try Project.recordLines().filter { !$0.hasPrefix("{\"id\": \"e") }
  }

  /// They as a table.
  private static func table(_ separator: String, end: String) throws -> String {
    try
      ([columns]
      + lines().map { line in
        let record = try JSONValue(line)
        return columns.map { "\"\((record[$0]?.string ?? "").replacing("\"", with: "\"\""))\"" }
      })
      .map { $0.joined(separator: separator) + end }.joined()
  }

  @Test("The fixtures are the same as a table, an array or lines of JSON, by name or not")
  func same() async throws {
    let lines = try Self.lines()
    try folder.write("in.jsonl", lines.joined(separator: "\n"))
    let expected = try await scan(["in.jsonl"])
    #expect(try expected.scan().stories.count >= 8)
    let forms = [
      ("comma.csv", try Self.table(",", end: "\r\n")),
      ("semicolon.csv", try "\u{FEFF}" + Self.table(";", end: "\n")),
      ("tab.tsv", try Self.table("\t", end: "\n")),
      ("array.json", "[" + lines.joined(separator: ",\n") + "]"),
      ("objects.json", lines.map { "{\n" + $0.dropFirst() }.joined(separator: "\n")),
      ("lines.json", lines.joined(separator: "\n")),
    ]
    for (name, text) in forms {
      try folder.write(name, text)
      #expect(try await scan([name]).output == expected.output, "\(name)")
      #expect(try await scan([name], ["--threads", "1"]).output == expected.output, "\(name)")
      #expect(
        try await scan(["-"], input: Array(text.utf8)).output == expected.output, "- < \(name)")
    }
    try folder.write("packed.csv.gz", Packing.gzip(Array(forms[0].1.utf8)))
    #expect(try await scan(["packed.csv.gz"]).output == expected.output)
  }

  @Test("--url-field and the others name columns, too")
  func fields() async throws {
    try folder.write("in.csv", "key,body,link\nx,Hello there.,https://x.example\ny,Hello there.,\n")
    let outcome = try await Program.run(
      [
        "scan", "in.csv", "--id-field", "key", "--text-field", "body", "--url-field", "link",
        "--format", "json",
      ], in: folder.url.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try outcome.scan().stories.map(\.members) == [["x", "y"]])
  }

  @Test("A field that was named and that no record has is told")
  func mistyped() async throws {
    try folder.write("in.csv", "id,text,day\nx,Hello there.,2024-01-01\ny,Hello there.,\n")
    func errors(_ field: String) async throws -> String {
      let outcome = try await scan(["in.csv"], ["--date-field", field])
      #expect(outcome.status == 0)
      return outcome.errors
    }
    #expect(try await errors("day") == "")
    #expect(
      try await errors("dya")
        == "stemma: --date-field: no record has a field \"dya\" with anything in it\n")
  }

  @Test(
    "A file that holds no records is told in a sentence that helps",
    arguments: [
      ("a.csv", "id,body\n1,x\n", #"no column "text" but id, body; name the column"#),
      ("a.csv", "", "it is empty"), ("a.json", "words", "not a JSON record"),
      ("a.json", "[{\"id\": 1}]", #"it has no field "text""#),
      ("a.csv", "PK\u{3}\u{4}\0\0", "binary"),
      ("a.json", "[{\"text\": \"one", "the array ends too early"),
    ])
  func wrong(name: String, text: String, reason: String) async throws {
    try folder.write(name, text)
    let outcome = try await scan([name])
    #expect(outcome.status == 2)
    #expect(try outcome.scan().documents == 0)
    #expect(outcome.sentences.count == 1)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("stemma: \(name)"))
  }

  @Test("UTF-16 is told, since Excel writes it", arguments: ["in.tsv", "in.jsonl"])
  func wide(name: String) async throws {
    try folder.write(name, [0xFF, 0xFE] + "id\ttext\n1\tx\n".utf8.flatMap { [$0, 0] })
    let outcome = try await scan([name])
    try expectLeftOut(outcome, [(name, "UTF-16")], documents: 0)
  }

  @Test("A cell of a hundred megabytes is passed over, and the rest is read")
  func large() async throws {
    let cell = [UInt8](repeating: UInt8(ascii: "w"), count: 100 << 20)
    let input =
      Array("id,text\na,Hello there.\nb,\"".utf8) + cell + Array("\"\nc,Hello there.\n".utf8)
    let outcome = try await scan(["-"], input: input, ["--max-megabytes", "1", "--threads", "1"])
    #expect(outcome.status == 2)
    #expect(try outcome.scan().skipped.map(\.path) == ["-:3"])
    #expect(outcome.errors.contains("larger than 1 MB"))
    #expect(try outcome.scan().stories.map(\.members) == [["a", "c"]])
  }
}

@Suite("Dates that cannot be read")
struct UnreadDateTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func scan(_ dates: [String], _ options: [String] = []) async throws -> Outcome {
    let lines = dates.enumerated().map {
      #"{"id": "n\#($0)", "text": "Hello \#($0).", "date": \#($1)}"#
    }
    let path = try folder.write("in.jsonl", lines.joined(separator: "\n"))
    return try await Program.run(["scan", path, "--format", "json"] + options)
  }

  @Test("They are told once, with their number and the first, and all is scanned")
  func told() async throws {
    let dates = [#""2024-01-02""#, #""03/04/2018""#, "null", #""""#, #""soon""#, "true", "{}"]
    let one = try await scan(dates, ["--threads", "1"])
    try expectRemark(
      one, about: "in.jsonl:2",
      #"4 of 5 dates cannot be read and are not used, the first "03/04/2018""#,
      documents: 7)
    #expect(try await scan(dates, ["--threads", "3"]).errors == one.errors)
    #expect(try await scan(dates, ["--quiet"]).errors == "")
  }

  @Test("Numbers and forms that say what they are are read without a word")
  func read() async throws {
    let outcome = try await scan([
      "1531744496", "1531744496000", #""1531744496""#, "20180716", #""2018-07-16 12:34""#,
      #""Mon, 16 Jul 2018 12:34:56 +0000""#, #""2018-07-16T12:34:56+02:00""#,
    ])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }

  @Test("A date in seconds since 1970 tells who was first")
  func direction() async throws {
    let path = try folder.write(
      "in.jsonl",
      #"{"id": "a", "text": "Hello there.", "date": 1531744496}"# + "\n"
        + #"{"id": "b", "text": "Hello there.", "date": "Mon, 16 Jul 2018 08:34:50 EDT"}"#)
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    #expect(try outcome.scan().pairs.map(\.source) == ["b"])
  }

  @Test("Of one date the sentence is plain, in a comparison and of a page, too")
  func single() async throws {
    let page =
      "<html><head><meta name=date content='16.07.18'></head><body><p>Hello there.</p></body></html>"
    let a = try folder.write("a.html", page)
    let b = try folder.write("b.txt", "Hello there.")
    let outcome = try await Program.run(["compare", a, b, "--format", "json"])
    #expect(outcome.status == 0)
    #expect(outcome.sentences.count == 1)
    #expect(outcome.errors.hasPrefix(#"stemma: \#(a): the date "16.07.18" cannot be read"#))
  }
}
