import Foundation
import Testing

@Suite("What is read")
struct ReadingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func ids(_ arguments: [String], input: [UInt8] = []) async throws -> [[String]] {
    let outcome = try await Program.run(
      ["scan"] + arguments + ["--format", "json"], input: input, in: folder.url.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.scan().stories.map(\.members)
  }

  @Test("In one folder, ids are paths from there; in several, they carry the folder")
  func paths() async throws {
    try folder.write("a/one.txt", "Hello there.")
    try folder.write("a/sub/two.md", "Hello there.")
    try folder.write("b/three.text", "Hello there.")
    #expect(try await ids(["a"]) == [["one.txt", "sub/two.md"]])
    #expect(try await ids(["./a/"]) == [["one.txt", "sub/two.md"]])
    let both = [["a/one.txt", "a/sub/two.md", "b/three.text"]]
    #expect(try await ids(["a", "b"]) == both)
    #expect(try await ids(["b/", "a/"]) == both)
  }

  @Test("Files are known by the path given, and may be mixed with folders and records")
  func mixed() async throws {
    try folder.write("a/one.txt", "Hello there.")
    try folder.write("two.txt", "Hello there.")
    try folder.write("feed.jsonl", #"{"id": "r", "text": "Hello there."}"#)
    #expect(
      try await ids(["two.txt", "a", "feed.jsonl"]) == [["a/one.txt", "r", "two.txt"]])
  }

  @Test("Files of other kinds in a folder are passed over and counted")
  func passedOver() async throws {
    let path = try folder.writeGoodPair()
    for name in ["picture.jpg", "table.csv", "README", "feed.jsonl"] {
      try folder.write("in/\(name)", "Hello there.")
    }
    let outcome = try await Program.run(["scan", path])
    #expect(outcome.status == 0)
    #expect(outcome.text.replacing("\n", with: " ").contains("4 other files passed over"))
  }

  @Test("Standard input may be JSON Lines")
  func standardInputRecords() async throws {
    let lines = ["a", "b"].map { #"{"id": "\#($0)", "text": "Hello there."}"# }
    let input = Array(lines.joined(separator: "\n").utf8)
    #expect(try await ids(["-"], input: input) == [["a", "b"]])
  }

  @Test("Standard input may be a text")
  func standardInputText() async throws {
    try folder.write("one.txt", "Hello there.")
    let input = Array("“Hello there”".utf8)
    #expect(try await ids(["-", "one.txt"], input: input) == [["-", "one.txt"]])
    let outcome = try await Program.run(
      ["compare", "one.txt", "-", "--format", "json"], input: input, in: folder.url.path)
    #expect(try outcome.pair().relation == "duplicate")
    #expect(try outcome.pair().b == "-")
  }

  @Test("Standard input may be a web page")
  func standardInputPage() async throws {
    try folder.write("one.txt", "Hello there.")
    let page = "<!DOCTYPE html><html><body><nav>Home</nav><p>Hello there.</p></body></html>"
    #expect(try await ids(["-", "one.txt"], input: Array(page.utf8)) == [["-", "one.txt"]])
  }

  @Test("Empty standard input is told")
  func nothing() async throws {
    let outcome = try await Program.run(["scan", "-", "--format", "json"])
    try expectLeftOut(outcome, [("-", "empty")], documents: 0)
  }

  @Test("Fields of records may have other names")
  func fields() async throws {
    let lines = [
      #"{"key": "x", "body": "Hello there.", "head": "On greetings", "when": "2024-03-02", "by": "Post"}"#,
      #"{"key": "y", "body": "Hello there.", "head": "Again", "when": "2024-03-01", "by": "Echo"}"#,
    ]
    try folder.write("in.jsonl", lines.joined(separator: "\n"))
    let arguments = [
      "scan", folder.path("in.jsonl"), "--id-field", "key", "--text-field", "body",
      "--title-field", "head", "--date-field", "when", "--source-field", "by",
    ]
    let pair = try #require(
      try await Program.run(arguments + ["--format", "json"]).scan().pairs.first)
    #expect((pair.derivative, pair.source) == ("x", "y"))
    #expect(pair.directionReason == "published")
    let text = try await Program.run(arguments).text
    for part in ["1. Again", "y  (Echo, 2024-03-01)", "x  (Post, 1 day later)"] {
      #expect(text.contains(part), "\(text)")
    }
  }
}
