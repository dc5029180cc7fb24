import Foundation
import Testing

@Suite("The same input gives the same bytes")
struct DeterminismTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The records of three events: more pairs than one thread takes at a time.
  private static func lines() throws -> [String] {
    let lines = try Project.recordLines().filter { line in
      ["\"e01-", "\"e07-", "\"e13-"].contains { line.hasPrefix("{\"id\": \($0)") }
    }
    try #require(lines.count == 24)
    return lines
  }

  /// Texts that are long for their few words, and have nothing to do with one another: so several
  /// batches are read.
  private static func ballast() -> [String] {
    let gap = " " + String(repeating: "-", count: 700) + " "
    return (0..<3).map { number in
      let words = (0..<2100).map { Articles.word(100_000 * (number + 1) + $0) }
      return #"{"id": "long-\#(number)", "text": "\#(words.joined(separator: gap))"}"#
    }
  }

  private func scan(_ lines: [String], _ options: [String] = []) async throws -> Outcome {
    let name = "\(UUID().uuidString).jsonl"
    let path = try folder.write(name, lines.joined(separator: "\n") + "\n")
    let outcome = try await Program.run(["scan", path, "--format", "json"] + options)
    try #require(outcome.status == 0, "\(outcome.errors)")
    try #require(try outcome.scan().pairs.count > 20)
    return outcome
  }

  @Test("With any number of threads")
  func threads() async throws {
    let lines = try Self.ballast() + Self.lines()
    try #require(lines.reduce(0) { $0 + $1.utf8.count } > 4 << 20)
    let one = try await scan(lines, ["--threads", "1"])
    for threads in ["2", "7"] {
      let many = try await scan(lines, ["--threads", threads])
      #expect(many.output == one.output, "--threads \(threads)")
    }
  }

  @Test("In any order of the lines")
  func order() async throws {
    let lines = try Self.lines()
    let plain = try await scan(lines)
    for seed in [1, 2] as [UInt64] {
      var random = SeededGenerator(seed: seed)
      let shuffled = lines.shuffled(using: &random)
      try #require(shuffled != lines)
      #expect(try await scan(shuffled).output == plain.output, "seed \(seed)")
    }
  }

  @Test("Run after run, as JSON and as text", arguments: ["json", "text"])
  func repeated(format: String) async throws {
    let path = try folder.write("in.jsonl", Self.lines().joined(separator: "\n"))
    let first = try await Program.run(["scan", path, "--format", format])
    let second = try await Program.run(["scan", path, "--format", format])
    #expect(!first.output.isEmpty)
    #expect(first.output == second.output)
  }

  @Test("Whatever the folder is called")
  func renamed() async throws {
    for name in ["first", "another place/with spaces"] {
      for kind in ["original", "light", "rewrite", "second"] {
        try folder.write("\(name)/\(kind).txt", Project.article("e01-\(kind)"))
      }
    }
    let first = try await Program.run(["scan", folder.path("first"), "--format", "json"])
    let other = try await Program.run([
      "scan", folder.path("another place/with spaces") + "/", "--format", "json",
    ])
    #expect(try first.scan().pairs.count >= 3)
    #expect(first.output == other.output)
  }
}
