import Foundation
import Testing

@Suite("What compare tells of changes in meaning")
struct ChangesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// An article, and the same with one number and one day exchanged.
  private func edited() throws -> (source: String, path: String) {
    let source = Project.articles.appending(path: "e01-original.txt").path
    let text = try String(contentsOfFile: source, encoding: .utf8)
    let path = try folder.write(
      "edited.txt", text.replacing("34 signatures", with: "43 signatures"))
    return (source, path)
  }

  @Test("Ranges are bytes of the texts, and hold what is shown")
  func ranges() async throws {
    let (source, path) = try edited()
    let outcome = try await Program.run(["compare", source, path, "--format", "json"])
    guard case .array(let changes)? = try JSONValue(outcome.output)["changes"] else {
      Issue.record("no changes in \(outcome.text)")
      return
    }
    #expect(changes.count == 1)
    for change in changes {
      #expect(change["kind"] == .string("number"))
      #expect(change["change"] == .string("changed"))
      for (side, file, number) in [("a", source, "34"), ("b", path, "43")] {
        let bytes = Array(try Data(contentsOf: URL(filePath: file)))
        guard case .array(let range)? = change[side]?["range"], range.count == 2,
          case .integer(let start) = range[0], case .integer(let end) = range[1]
        else {
          Issue.record("no range on side \(side)")
          continue
        }
        #expect(String(decoding: bytes[start..<end], as: UTF8.self) == number)
        #expect(change[side]?["text"] == .string(number))
      }
    }
  }

  @Test("The text shows them in their sentence, within eighty columns")
  func text() async throws {
    let (source, path) = try edited()
    let outcome = try await Program.run(["compare", source, path, "--known-source", "a"])
    #expect(outcome.text.contains("  number changed     a | "))
    #expect(outcome.text.contains("[43] signatures"))
    #expect(
      outcome.text.split(separator: "\n").allSatisfy { $0.count <= 80 || !$0.contains(" | ") })
  }
}
