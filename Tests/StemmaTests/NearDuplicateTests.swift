import Foundation
import Testing

@Suite("A scan for near-duplicates")
struct NearDuplicateTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Texts by their ids, and what is expected of them: near-copies to all degrees.
  private static let texts: [String: [String]] = {
    var random = SeededGenerator(seed: 17)
    func words(_ count: Int) -> [String] {
      (0..<count).map { _ in Articles.word(Int(random.next() % 5000)) }
    }
    var texts: [String: [String]] = [:]
    for group in 10..<40 {
      let base = words(150)
      texts["t\(group)-a"] = base
      // From a whole copy to a third.
      let kept = 150 - (group - 10) * 100 / 29
      texts["t\(group)-b"] = Array(base.prefix(kept)) + words(150 - kept)
      texts["t\(group)-c"] = words(100)
    }
    return texts
  }()

  /// The resemblance of two texts of plain words.
  private static func resemblance(_ a: [String], _ b: [String]) -> Double {
    func grams(_ words: [String]) -> Set<[String]> {
      Set((0...words.count - 5).map { Array(words[$0..<$0 + 5]) })
    }
    let (a, b) = (grams(a), grams(b))
    return Double(a.intersection(b).count) / Double(a.union(b).count)
  }

  /// The pairs above a threshold, sorted.
  private static func expected(
    _ threshold: Double, ending: String = ""
  ) -> [(ids: [String], value: Double)] {
    let ids = texts.keys.sorted()
    return ids.indices.flatMap { first in
      ids[(first + 1)...].compactMap { other -> (ids: [String], value: Double)? in
        let id = ids[first]
        // Groups have no words in a row in common.
        guard id.prefix(3) == other.prefix(3) else { return nil }
        let value = resemblance(texts[id] ?? [], texts[other] ?? [])
        return value >= threshold ? ([id + ending, other + ending], value) : nil
      }
    }
  }

  private static func records() -> [String] {
    texts.keys.sorted().map { id in
      #"{"id": "\#(id)", "text": "\#((texts[id] ?? []).joined(separator: " "))."}"#
    }
  }

  private func file(_ lines: [String] = records()) throws -> String {
    try folder.write("\(UUID().uuidString).jsonl", lines.joined(separator: "\n") + "\n")
  }

  private func near(_ path: String, _ options: [String] = []) async throws -> Outcome {
    try await Program.run(
      ["scan", path, "--near-duplicates", "0.5", "--format", "json"] + options)
  }

  private func ids(_ outcome: Outcome) throws -> [[String]] {
    try outcome.scan().pairs.map { [$0.a, $0.b] }
  }

  @Test("Its JSON fits the schema and has the pairs with their exact resemblance")
  func json() async throws {
    let outcome = try await near(file())
    #expect(outcome.status == 0 && outcome.errors == "")
    let report = try JSONValue(outcome.output)
    #expect(try SchemaValidator(named: "stemma.scan-1").problems(report) == [])
    #expect(report["documents"] == .integer(90))
    let expected = Self.expected(0.5)
    try #require(expected.count > 10 && expected.count < 30)
    #expect(try ids(outcome) == expected.map(\.ids))
    for (pair, expected) in zip(report["pairs"]?.items ?? [], expected) {
      let found = try #require(pair["scores"]?["resemblance"]?.double)
      // Four decimals are written.
      #expect(abs(found - expected.value) <= 0.000_050_001, "\(expected)")
      #expect(pair["relation"] == .string(expected.value == 1 ? "duplicate" : "copy"))
    }
    #expect(try outcome.scan().pairs.map(\.relation).contains("duplicate"))
    let stories = try outcome.scan().stories.map(\.members)
    #expect(stories.sorted { $0[0] < $1[0] } == expected.map(\.ids))
  }

  @Test("A higher threshold leaves pairs out, a lower one lets them in", arguments: [0.05, 0.8, 1])
  func threshold(threshold: Double) async throws {
    let outcome = try await Program.run([
      "scan", file(), "--near-duplicates", "\(threshold)", "--format", "json",
    ])
    #expect(try ids(outcome) == Self.expected(threshold).map(\.ids))
  }

  @Test("As text it tells the stories, for people")
  func text() async throws {
    let outcome = try await Program.run(["scan", file(), "--near-duplicates", "0.5"])
    #expect(outcome.status == 0)
    let count = Self.expected(0.5).count
    #expect(outcome.text.hasPrefix("90 documents, \(count) stories of \(2 * count) texts made"))
    #expect(outcome.text.contains("duplicate") && outcome.text.contains("copy"))
    expectQuietTerminal(outcome.text)
    for line in outcome.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test(
    "A threshold that is none is refused with a sentence",
    arguments: ["0", "2", "0.049", "1.001", "-0.5", "nan", "inf", "half", ""])
  func refused(threshold: String) async throws {
    let outcome = try await Program.run(["scan", file(), "--near-duplicates=\(threshold)"])
    #expect(outcome.status == 64)
    #expect(outcome.output == [])
    let sentence = outcome.sentences.first ?? ""
    #expect(sentence.hasPrefix("Error: "))
    #expect(sentence.contains("--near-duplicates"), "\(sentence)")
  }

  @Test("A folder is read as well")
  func folders() async throws {
    for (id, words) in Self.texts {
      try folder.write("in/\(id.prefix(2))/\(id).txt", words.joined(separator: " "))
    }
    let outcome = try await near(folder.path("in"))
    #expect(outcome.status == 0)
    let expected = Self.expected(0.5, ending: ".txt").map { pair in
      pair.ids.map { "\($0.prefix(2))/\($0)" }
    }
    #expect(try ids(outcome) == expected)
  }

  @Test("Standard input is read as well")
  func standardInput() async throws {
    let lines = Self.records().joined(separator: "\n")
    let piped = try await Program.run(
      ["scan", "-", "--near-duplicates", "0.5", "--format", "json"], input: lines.utf8)
    #expect(piped.status == 0)
    #expect(try ids(piped).count == Self.expected(0.5).count)
    #expect(try await near(file()).output == piped.output)
  }

  @Test("--exit-code gives 1 where pairs were found, 0 where none was, 2 where some is left out")
  func exitCode() async throws {
    let all = Self.records()
    let different = all.filter { $0.contains("-c\"") }
    for (lines, status) in [(all, 1), (different, 0), (all + ["{"], 2)] as [([String], Int32)] {
      let outcome = try await near(file(lines), ["--exit-code"])
      #expect(outcome.status == status)
      #expect(try outcome.scan().pairs.isEmpty == (status == 0))
    }
    #expect(try await near(file()).status == 0)
  }

  @Test("A record without words is told and left out")
  func wordless() async throws {
    let outcome = try await near(file(Self.records() + [#"{"id": "z", "text": "--- !"}"#]))
    #expect(outcome.status == 2)
    #expect(try outcome.scan().skipped.map(\.reason) == ["it has no words"])
    #expect(try ids(outcome) == Self.expected(0.5).map(\.ids))
  }

  @Test("Nothing to compare is no error")
  func single() async throws {
    let outcome = try await near(file([Self.records()[0]]))
    #expect(outcome.status == 0)
    #expect(try outcome.scan().documents == 1)
    #expect(try outcome.scan().pairs.isEmpty)
  }

  @Test("The same bytes for any number of threads and any order of the lines")
  func determinism() async throws {
    // Several batches to read, several pieces of pairs to verify, and a group beyond the cap.
    let crowd = (100..<300).map { #"{"id": "x\#($0)", "text": "One and the same words again."}"# }
    let lines =
      String(decoding: Articles.records(6000, seed: 3), as: UTF8.self)
      .split(separator: "\n").map(String.init) + Self.records() + crowd
    try #require(lines.reduce(0) { $0 + $1.utf8.count } > 2 << 20)
    let path = try file(lines)
    let one = try await near(path, ["--threads", "1"])
    #expect(try one.scan().pairs.count == 600 + Self.expected(0.5).count + 199)
    for threads in ["2", "7"] {
      #expect(try await near(path, ["--threads", threads]).output == one.output, "\(threads)")
    }
    let reversed = try file(lines.reversed())
    for threads in ["1", "7"] {
      #expect(try await near(reversed, ["--threads", threads]).output == one.output, "\(threads)")
    }
  }

  @Test("--min-relation is refused")
  func leastRelation() async throws {
    let outcome = try await near(file(), ["--min-relation", "duplicate"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--min-relation"))
  }
}
