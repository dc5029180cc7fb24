import Foundation
import Testing

@Suite("Texts that are not UTF-8")
struct EncodingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let text = "Gefühl für Töne – „Größe“ zählt, meinte Käthe Müßiggang am Montag."

  /// The text as Windows-1252 has it.
  private static func legacy(_ text: String) throws -> [UInt8] {
    Array(try #require(text.data(using: .windowsCP1252)))
  }

  /// A byte order mark and the text in UTF-16.
  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  /// Scans the text beside the same text in UTF-8; it was read right where the two are the same.
  private func scan(_ name: String, _ bytes: [UInt8]) async throws -> Outcome {
    try folder.write("in/\(name)", bytes)
    try folder.write("in/plain.txt", Self.text)
    let outcome = try await Program.run(["scan", folder.path("in"), "--format", "json"])
    #expect(try outcome.scan().pairs.map(\.relation) == ["duplicate"])
    return outcome
  }

  @Test("Invalid UTF-8 is read as Windows-1252, with a remark")
  func invalid() async throws {
    let outcome = try await scan("legacy.txt", Self.legacy(Self.text))
    try expectRemark(outcome, about: "legacy.txt", "not valid UTF-8", documents: 2)
  }

  @Test("UTF-16 with a byte order mark is read as such, with a remark", arguments: [false, true])
  func wide(bigEndian: Bool) async throws {
    let outcome = try await scan("wide.txt", Self.utf16(Self.text, bigEndian: bigEndian))
    try expectRemark(outcome, about: "wide.txt", "UTF-16", documents: 2)
  }

  @Test("UTF-8 with a byte order mark is read without a word")
  func marked() async throws {
    let outcome = try await scan("marked.txt", Array("\u{FEFF}\(Self.text)".utf8))
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }

  @Test("A record in a legacy encoding is read, with a remark that names its line")
  func record() async throws {
    let line = #"{"id": "a", "text": "\#(Self.text)"}"#
    let other = line.replacing("\"a\"", with: "\"b\"") + "\n"
    let path = try folder.write("in.jsonl", Array(other.utf8) + Self.legacy(line))
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    try expectRemark(outcome, about: "in.jsonl:2", "not valid UTF-8", documents: 2)
    #expect(try outcome.scan().pairs.map(\.relation) == ["duplicate"])
  }

  @Test("A page that declares its encoding is read in it")
  func declaredPage() async throws {
    let head = "<head><meta charset=windows-1252></head>"
    let page = "<html>\(head)<body><p>\(Self.text)</p></body></html>"
    let outcome = try await scan("page.html", Self.legacy(page))
    #expect(outcome.status == 0)
    #expect(try outcome.scan().documents == 2)
  }

  @Test("A page in UTF-16 is read as such")
  func widePage() async throws {
    let page = Self.utf16("<html><body><p>\(Self.text)</p></body></html>", bigEndian: false)
    try folder.write("in/page.html", page)
    try folder.write("in/plain.txt", Self.text)
    let outcome = try await Program.run(["scan", folder.path("in"), "--format", "json"])
    let scan = try outcome.scan()
    #expect(scan.pairs.map(\.relation) == ["duplicate"])
  }

  @Test("A byte order mark before the first record does not cost that record")
  func markedRecords() async throws {
    let lines = ["a", "b"].map { #"{"id": "\#($0)", "text": "Some words."}"# }
    let path = try folder.write("in.jsonl", "\u{FEFF}" + lines.joined(separator: "\r\n"))
    let outcome = try await Program.run(["scan", path, "--format", "json"])
    let scan = try outcome.scan()
    #expect(outcome.status == 0)
    #expect(scan.documents == 2)
  }
}
