import Foundation
import Testing

@Suite("A comparison of two texts")
struct CompareTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Compares two fixtures.
  private func compare(
    _ first: String, _ second: String, _ options: [String] = ["--format", "json"]
  ) async throws -> Outcome {
    let paths = [first, second].map { Project.articles.appending(path: "\($0).txt").path }
    return try await Program.run(["compare"] + paths + options)
  }

  @Test(
    "Its JSON fits its schema, whatever was found; JSON Lines hold the same on one line",
    arguments: [
      ("e01-original", "e01-original", "duplicate"), ("e01-original", "e01-light", "copy"),
      ("e01-original", "e01-rewrite", "rewrite"), ("e01-excerpt", "e01-original", "excerpt"),
      ("e01-original", "e01-independent-a", "same-story"),
      ("e01-original", "e07-original", "none"), ("zh-e01-original", "zh-e01-light", "copy"),
    ])
  func schema(first: String, second: String, relation: String) async throws {
    let outcome = try await compare(first, second)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let document = try JSONValue(outcome.output)
    #expect(try SchemaValidator(named: "stemma.compare-1").problems(document) == [])
    #expect(document["relation"] == .string(relation))
    let line = try await compare(first, second, ["--format", "jsonl"])
    #expect(line.text.filter { $0 == "\n" }.count == 1)
    #expect(try JSONValue(line.output) == document)
  }

  @Test("Turned round, it finds the same", arguments: ["light", "rewrite", "excerpt"])
  func turned(kind: String) async throws {
    let there = try await compare("e01-original", "e01-\(kind)").pair()
    let back = try await compare("e01-\(kind)", "e01-original").pair()
    #expect((there.a, there.b) == (back.b, back.a))
    #expect(there.relation == back.relation)
    #expect(there.confidence == back.confidence)
    #expect(there.derivative == back.derivative)
  }

  @Test("--known-source makes the other text the derivative", arguments: ["a", "b"])
  func knownSource(side: String) async throws {
    let options = ["--known-source", side]
    let pair = try await compare(
      "e01-original", "e01-light", options + ["--format", "json"]
    ).pair()
    #expect(pair.source == (side == "a" ? pair.a : pair.b))
    #expect(pair.derivative == (side == "a" ? pair.b : pair.a))
    #expect(pair.directionReason == "known-source")
    #expect(pair.directionConfidence == 1)
    let text = try await compare("e01-original", "e01-light", options).text
    #expect(text.replacing("\n", with: " ").contains("You named"))
  }

  @Test("--known-source makes no derivation where there is none")
  func nothingKnown() async throws {
    let options = ["--known-source", "a", "--format", "json"]
    let pair = try await compare("e01-original", "e07-original", options).pair()
    #expect(pair.relation == "none")
    #expect(pair.derivative == nil && pair.source == nil)
  }

  @Test("--min-passage leaves out shorter passages", arguments: [1, 40, 120, 200, 400])
  func leastPassage(characters: Int) async throws {
    let options = ["--min-passage", String(characters), "--format", "json"]
    let texts = try [Project.article("e01-second"), Project.article("e01-rewrite")]
    let pair = try await compare("e01-second", "e01-rewrite", options).pair()
    for passage in pair.passages {
      for (text, span) in zip(texts, [passage.a, passage.b]) {
        try #require(span[1] <= text.count)
        let count = String(decoding: text[span[0]..<span[1]], as: UTF8.self).count
        #expect(count >= characters)
      }
    }
    #expect(!pair.passages.isEmpty)
  }

  @Test("--min-passage of more than the text leaves none, and the relation as it was")
  func noPassage() async throws {
    let plain = try await compare("e01-original", "e01-light").pair()
    let options = ["--min-passage", "100000", "--format", "json"]
    let bare = try await compare("e01-original", "e01-light", options).pair()
    #expect(!plain.passages.isEmpty)
    #expect(bare.passages == [])
    #expect(bare.relation == plain.relation)
  }

  @Test("A text that cannot be read leaves nothing to compare")
  func unreadable() async throws {
    let path = folder.path("nowhere.txt")
    let outcome = try await Program.run(["compare", path, Project.records.path])
    #expect(outcome.status == 2)
    #expect(outcome.output == [])
    #expect(
      outcome.sentences == ["stemma: \(path): there is no such file or folder; left out"])
  }

  @Test("A collection is not one text")
  func collection() async throws {
    let outcome = try await Program.run(["compare", Project.records.path, Project.records.path])
    #expect(outcome.status == 2)
    #expect(outcome.output == [])
    #expect(outcome.errors.contains("it holds more than one document"))
    #expect(outcome.errors.contains("--pairs"))
  }
}
