import Testing

/// A file that cannot be used, and a word of the reason that a user is told.
struct BadFile: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: [UInt8]
  var reason: String
  var testDescription: String { "\(name): \(reason)" }

  init(_ name: String, _ bytes: some Sequence<UInt8>, _ reason: String) {
    self.name = name
    self.bytes = Array(bytes)
    self.reason = reason
  }

  static let all = [
    BadFile("empty.txt", [], "empty"),
    BadFile("blank.txt", "  \n\r\n\t \n".utf8, "empty"),
    BadFile("empty.txt.gz", [], "empty"),
    BadFile("punctuation.txt", "... !? -- “”\n".utf8, "no words"),
    BadFile("binary.txt", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + (0..<200).map { $0 }, "binary"),
    BadFile("document.txt", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".utf8, "binary"),
    BadFile("page.html", "<html><body><script>var x = 1</script></body></html>".utf8, "no text"),
    BadFile("cut.txt.gz", Packing.gzip(long).dropLast(200), "gzip data end too early"),
    BadFile("damaged.txt.gz", damaged(Packing.gzip(long), at: -6), "gzip data are damaged"),
    BadFile("plain.txt.gz", "This was never packed.".utf8, "gzip data are damaged"),
    BadFile("cut.txt.zst", Packing.zstandard(long).dropLast(200), "Zstandard data end too early"),
    BadFile(
      "damaged.txt.zst", damaged(Packing.zstandard(long), at: 6), "Zstandard data are damaged"),
    BadFile("plain.txt.zst", "This was never packed.".utf8, "Zstandard data are damaged"),
    BadFile("large.txt", [UInt8](repeating: 0x61, count: 1 << 20 | 1), "larger than 1 MB"),
    BadFile(
      "large.txt.gz", Packing.gzip(.init(repeating: 0x61, count: 2 << 20)), "larger than 1 MB"),
  ]

  private static let long = Array(
    String(repeating: "A sentence of some words. ", count: 40).utf8)

  /// The bytes with one of them turned round; negative positions count from the end.
  private static func damaged(_ bytes: [UInt8], at position: Int) -> [UInt8] {
    var bytes = bytes
    bytes[position < 0 ? bytes.count + position : position] ^= 0xFF
    return bytes
  }
}

@Suite("A file that cannot be used")
struct BadFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("It is left out with a reason, and the others are scanned", arguments: BadFile.all)
  func leftOut(file: BadFile) async throws {
    let path = try folder.writeGoodPair()
    try folder.write("in/\(file.name)", file.bytes)
    let outcome = try await Program.run([
      "scan", path, "--format", "json", "--max-megabytes", "1",
    ])
    try expectLeftOut(outcome, [(file.name, file.reason)])
  }

  @Test("It is said in a text report too, by number")
  func text() async throws {
    let path = try folder.writeGoodPair()
    try folder.write("in/empty.txt", "")
    let outcome = try await Program.run(["scan", path])
    #expect(outcome.status == 2)
    #expect(outcome.text.hasPrefix("2 documents, "))
    #expect(outcome.text.replacing("\n", with: " ").contains("1 left out"))
  }

  @Test("Alone, it leaves an empty report", arguments: [BadFile.all[0], BadFile.all[3]])
  func alone(file: BadFile) async throws {
    let path = try folder.write(file.name, file.bytes)
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    try expectLeftOut(outcome, [(path, file.reason)], documents: 0)
  }

  @Test("A page that is no text at all is left out, not read as gibberish")
  func binaryPage() async throws {
    let path = try folder.writeGoodPair()
    try folder.write("in/picture.html", [0x89, 0x50, 0x4E, 0x47] + (0...255).map { $0 })
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    try expectLeftOut(outcome, [("picture.html", "binary")])
  }

  @Test("Of many with the same reason the first ten are told, then their number")
  func many() async throws {
    let path = try folder.writeGoodPair()
    for number in 10..<35 { try folder.write("in/empty-\(number).txt", "") }
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    #expect(outcome.sentences.count == 11)
    #expect(outcome.sentences.last == "stemma: … and 15 more: it is empty")
    #expect(try outcome.scan().skipped.count == 25)
  }

  @Test("Of many repeated ids, too, only the first ten are told")
  func manyRepeated() async throws {
    let lines = (0..<60).map { #"{"id": "n\#($0 % 30)", "text": "Some words."}"# }
    let path = try folder.write("in.jsonl", lines.joined(separator: "\n"))
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    #expect(try outcome.scan().skipped.count == 30)
    #expect(outcome.sentences.count == 11)
  }
}
