import Testing

@Suite("Packed input")
struct PackedTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The records of one event.
  private static func records() throws -> [UInt8] {
    let lines = try Project.recordLines().filter { $0.hasPrefix(#"{"id": "e01-"#) }
    try #require(lines.count == 8)
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Packed in members or frames of so many bytes each.
  private static func packed(_ bytes: [UInt8], _ ending: String, every length: Int) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: length).flatMap { start in
      let piece = Array(bytes[start..<min(bytes.count, start + length)])
      return ending == "gz" ? Packing.gzip(piece) : Packing.zstandard(piece, blockSize: 1000)
    }
  }

  @Test("Records are the same packed or not, in one member or many", arguments: ["gz", "zst"])
  func records(ending: String) async throws {
    let bytes = try Self.records()
    let plain = try await Program.run([
      "scan", folder.write("in.jsonl", bytes), "--format", "json",
    ])
    #expect(try plain.scan().documents == 8)
    for length in [bytes.count, 777] {
      let path = try folder.write(
        "\(length)/in.jsonl.\(ending)", Self.packed(bytes, ending, every: length))
      let outcome = try await Program.run(["scan", path, "--format", "json"])
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(outcome.output == plain.output)
    }
  }

  @Test("Packed texts in a folder are read as what they hold", arguments: ["gz", "zst"])
  func folder(ending: String) async throws {
    let plain = try await Program.run(["scan", folder.writeGoodPair(), "--format", "json"])
    for name in ["good-1", "good-2"] {
      let bytes = try folder.bytes("in/\(name).txt")
      try folder.write("packed/\(name).txt.\(ending)", Self.packed(bytes, ending, every: 1 << 20))
    }
    let outcome = try await Program.run(["scan", folder.path("packed"), "--format", "json"])
    #expect(outcome.text == plain.text.replacing(".txt", with: ".txt.\(ending)"))
  }

  @Test("Of records cut off in the middle, what stands before is read", arguments: ["gz", "zst"])
  func cut(ending: String) async throws {
    let bytes = try Self.records()
    let whole = Self.packed(bytes, ending, every: 1000)
    let path = try folder.write("in.jsonl.\(ending)", whole.prefix(whole.count * 3 / 4))
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    #expect(outcome.status == 2)
    let scan = try outcome.scan()
    #expect((3...7).contains(scan.documents), "\(scan.documents)")
    #expect(scan.skipped.map(\.path) == [path])
    #expect(scan.skipped.first?.reason.contains("end too early") == true)
    #expect(outcome.sentences.count == 1)
  }

  @Test("A record file in a folder is passed over: it must be named itself")
  func recordsInFolder() async throws {
    let path = try folder.writeGoodPair()
    try folder.write("in/feed.jsonl", Self.records())
    let outcome = try await Program.run(["scan", path])
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("2 documents"))
    #expect(outcome.text.replacing("\n", with: " ").contains("1 other file passed over"))
  }
}
