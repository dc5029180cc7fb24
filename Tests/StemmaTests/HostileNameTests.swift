import Testing

@Suite("Names that a terminal would obey")
struct HostileNameTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let names = [
    "new\nline.txt", "red\u{1B}[31m.txt", "back\rward.txt", "bell\u{7}.txt",
  ]

  @Test("Of a file left out, one line without control characters tells", arguments: names)
  func leftOut(name: String) async throws {
    let path = try folder.writeGoodPair()
    try folder.write("in/\(name)", "")
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    try expectLeftOut(outcome, [(name, "empty")])
  }

  @Test("Of a good file, the text report has no control characters", arguments: names)
  func reported(name: String) async throws {
    let path = try folder.writeGoodPair()
    try folder.write("in/\(name)", Project.article("e01-light"))
    let outcome = try await Program.run(["scan", path])
    #expect(outcome.status == 0)
    expectQuietTerminal(outcome.text)
    #expect(outcome.text.hasPrefix("3 documents, 1 story of 3 texts"))
  }

  @Test("A title or text of a record has none either")
  func content() async throws {
    let text = String(repeating: #"Words \u001b[31mand \u0007 words. "#, count: 30)
    let lines = ["a", "b"].map {
      #"{"id": "\#($0)\u009b", "title": "T\u001b]0;x\u0007", "source": "S\u001b", "text": "\#(text)"}"#
    }
    let path = try folder.write("in.jsonl", lines.joined(separator: "\n"))
    let outcome = try await Program.run(["scan", path])
    #expect(outcome.text.contains("1 story of 2 texts"))
    expectQuietTerminal(outcome.text)
  }

  @Test("The number of further problems is said without control characters")
  func further() async throws {
    let lines = (0..<13).map { _ in #"{"id": "red\u001b[31m", "text": "Some words."}"# }
    let path = try folder.write("in.jsonl", lines.joined(separator: "\n"))
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    #expect(outcome.sentences.last?.contains("and 2 more") == true)
    expectQuietTerminal(outcome.errors)
  }

  @Test("An output path that cannot be written is told without control characters")
  func output() async throws {
    let path = try folder.writeGoodPair()
    let outcome = try await Program.run(["scan", path, "-o", folder.path("no\nfolder/\u{1B}[31mx")])
    #expect(outcome.status == 74)
    #expect(outcome.sentences.count == 1)
    expectQuietTerminal(outcome.errors)
  }

  @Test("Two names that only look the same are two documents")
  func normalisation() async throws {
    try folder.write("in/\u{E9}.txt", Project.article("e01-original"))
    try folder.write("in/e\u{301}.txt", Project.article("e01-light"))
    // A file system that takes the two names for one has one file here.
    guard try folder.names(in: "in").count == 2 else { return }
    let outcome = try await Program.run(["scan", folder.path("in"), "--format", "json"])
    let scan = try outcome.scan()
    #expect(outcome.status == 0)
    #expect(scan.documents == 2)
  }
}
