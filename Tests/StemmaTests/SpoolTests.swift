import Foundation
import Testing

/// Collections whose texts do not all stay in memory.
@Suite("Texts laid aside on disk")
struct SpoolTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Pairs of texts with some words at the beginning and some behind a gap of a megabyte: more than
  /// 64 MiB together. Packed, since plain records stay where they are.
  private func collection() throws -> String {
    let gap = String(repeating: " ", count: 1 << 20)
    var random = SeededGenerator(seed: 8)
    var lines: [String] = []
    for pair in 10..<44 {
      let words = (0..<80).map { _ in Articles.word(Int(random.next() % 5000)) }
      for copy in ["a", "b"] {
        let text = words[..<40].joined(separator: " ") + gap + words[40...].joined(separator: " ")
        lines.append(#"{"id": "p\#(pair)-\#(copy)", "text": "\#(text) \#(copy)"}"#)
      }
    }
    let packed = Packing.zstandard(Array(lines.joined(separator: "\n").utf8))
    return try folder.write("in.jsonl.zst", packed)
  }

  /// With so little memory that texts go to disk.
  private static let searches: [[String]] = [
    ["--near-duplicates", "0.5", "--memory", "128M"], ["--memory", "128M"],
  ]

  @Test("The pairs are found, and nothing is left on the disk", arguments: searches)
  func spilled(search: [String]) async throws {
    let temporary = try folder.makeFolder("temporary")
    let outcome = try await Program.run(
      ["scan", collection(), "--format", "json"] + search, environment: ["TMPDIR": temporary])
    #expect(outcome.status == 0 && outcome.errors == "")
    let pairs = try outcome.scan().pairs
    #expect(pairs.map { [$0.a, $0.b] } == (10..<44).map { ["p\($0)-a", "p\($0)-b"] })
    #expect(pairs.allSatisfy { $0.relation == "copy" })
    #expect(try folder.names(in: "temporary") == [])
  }

  @Test("A folder for them that is not there is named, and nothing is printed", arguments: searches)
  func nowhere(search: [String]) async throws {
    let missing = folder.path("nowhere")
    let outcome = try await Program.run(
      ["scan", collection(), "--format", "json", "--exit-code", "-o", folder.path("out")] + search,
      environment: ["TMPDIR": missing])
    #expect(!outcome.isSignal)
    // 0 is for what was done, 2 for what was left out, 64 for wrong usage.
    #expect(![0, 2, 64].contains(outcome.status), "\(outcome.status)")
    #expect(outcome.status == 74)
    #expect(outcome.output == [])
    #expect(outcome.sentences.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("temporary file in \(missing): "), "\(outcome.errors)")
    #expect(try folder.names() == ["in.jsonl.zst"])
  }

  @Test("A small collection needs no such folder")
  func small() async throws {
    let outcome = try await Program.run(
      ["scan", folder.writeGoodPair(), "--near-duplicates", "0.1", "--format", "json"],
      environment: ["TMPDIR": folder.path("nowhere")])
    #expect(outcome.status == 0)
    #expect(try outcome.scan().pairs.count == 1)
  }
}
