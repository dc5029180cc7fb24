import Testing

@Suite("Records of a .jsonl file")
struct RecordTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func record(_ id: String, _ text: String = "Hello there.") -> String {
    #"{"id": "\#(id)", "text": "\#(text)"}"#
  }

  private func scan(_ lines: [String], _ options: [String] = []) async throws -> Outcome {
    let path = try folder.write("in.jsonl", lines.joined(separator: "\n") + "\n")
    return try await Program.run(["scan", path, "--format", "json"] + options)
  }

  @Test(
    "A line that is no record is left out with its number, and the rest is read",
    arguments: [
      (#"{"id": "x", "text": "Hello"#, "not a JSON record"),
      (#"{"id": "x", "text": "Hello"} more"#, "not a JSON record"),
      (#"{"id": "x", "text": Hello}"#, "not a JSON record"),
      (#"{"id": "x" "text": "Hello"}"#, "not a JSON record"),
      (#"["id", "text"]"#, "not a JSON object"),
      (#""text""#, "not a JSON object"),
      ("12", "not a JSON object"),
      ("null", "not a JSON object"),
      (#"{"id": "x"}"#, #"no field "text""#),
      (#"{"id": "x", "text": null}"#, #"no field "text""#),
      (#"{"id": "x", "text": ["Hello"]}"#, #"the field "text" is not a string"#),
      (#"{"id": "x", "text": {"body": "Hello"}}"#, #"the field "text" is not a string"#),
      (#"{"id": "x", "text": ""}"#, "it is empty"),
      (#"{"id": "x", "text": " \n\t "}"#, "it is empty"),
    ])
  func wrong(line: String, reason: String) async throws {
    let outcome = try await scan([Self.record("a"), line, Self.record("b")])
    try expectLeftOut(outcome, [(folder.path("in.jsonl:2"), reason)])
  }

  @Test("A number is no text", arguments: ["5", "true"])
  func number(value: String) async throws {
    let outcome = try await scan([
      Self.record("a"), #"{"id": "x", "text": \#(value)}"#, Self.record("b"),
    ])
    try expectLeftOut(outcome, [(folder.path("in.jsonl:2"), "not a string")])
  }

  @Test("A text without words is left out with the place of its record")
  func withoutWords() async throws {
    let outcome = try await scan([Self.record("a"), Self.record("x", "..."), Self.record("b")])
    #expect(outcome.status == 2)
    #expect(try outcome.scan().skipped.map(\.reason) == ["it has no words"])
    try expectLeftOut(outcome, [(folder.path("in.jsonl:2"), "no words")])
  }

  @Test("Of two records with one id the first is read")
  func repeatedID() async throws {
    let outcome = try await scan([
      Self.record("a"), Self.record("a", "Something else."), Self.record("b"),
    ])
    try expectLeftOut(
      outcome, [(folder.path("in.jsonl:2"), #"the same id, and only the first is read: "a""#)])
    #expect(try outcome.scan().pairs.map(\.relation) == ["duplicate"])
  }

  @Test("Blank lines are passed over, and counted in line numbers")
  func blankLines() async throws {
    let good = ["", Self.record("a"), "  ", "\t\r", Self.record("b"), "", ""]
    let clean = try await scan(good)
    #expect(clean.status == 0)
    #expect(clean.errors == "")
    #expect(try clean.scan().documents == 2)
    try expectLeftOut(await scan(good + ["{"]), [(folder.path("in.jsonl:8"), "not a JSON record")])
  }

  @Test("A record without an id is known by its file and line; a number may be an id")
  func ids() async throws {
    let outcome = try await scan([
      #"{"text": "Hello there."}"#, #"{"id": 17, "text": "Hello there."}"#,
    ])
    #expect(outcome.status == 0)
    #expect(
      try outcome.scan().stories.map(\.members) == [[folder.path("in.jsonl:1"), "17"]])
  }

  @Test("Ten thousand brackets in a field that is not read do no harm")
  func deep() async throws {
    let brackets = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    let outcome = try await scan([
      #"{"id": "a", "more": \#(brackets), "text": "Hello there."}"#,
      #"{"id": "b", "text": "Hello there.", "more": \#(brackets)}"#,
    ])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(try outcome.scan().pairs.map(\.relation) == ["duplicate"])
  }

  @Test("A record that is too large is left out, and the rest is read")
  func large() async throws {
    let long = Self.record("x", String(repeating: "word ", count: 300_000))
    let outcome = try await scan(
      [Self.record("a"), long, Self.record("b")], ["--max-megabytes", "1"])
    #expect(outcome.status == 2)
    #expect(try outcome.scan().skipped.count == 1)
    #expect(outcome.errors.contains("larger than 1 MB"))
    let scan = try outcome.scan()
    #expect(scan.documents == 2)
  }
}
