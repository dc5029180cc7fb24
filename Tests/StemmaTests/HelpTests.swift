import Foundation
import Testing

/// The help texts, word for word: what a user learns the program from changes only on purpose.
///
/// After a change on purpose: `stemma help scan > Tests/StemmaTests/Help/scan.txt`.
@Suite("Help")
struct HelpTests {
  @Test(
    "The help of each command is as recorded",
    arguments: ["stemma", "compare", "scan", "text", "evaluate", "bench", "relations", "scores"])
  func recorded(command: String) async throws {
    let arguments = command == "stemma" ? ["--help"] : ["help", command]
    let outcome = try await Program.run(arguments, environment: ["COLUMNS": "80"])
    #expect(outcome.status == 0)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Help/\(command).txt")
    #expect(try outcome.text == String(contentsOf: file, encoding: .utf8))
  }

  @Test("No line of the help is wider than a terminal of 80 columns")
  func narrow() async throws {
    for command in ["compare", "scan", "text", "evaluate", "bench", "relations", "scores"] {
      let outcome = try await Program.run(["help", command], environment: ["COLUMNS": "80"])
      for line in outcome.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
  }

  @Test("A topic prints its text, as its help does", arguments: ["relations", "scores"])
  func topic(name: String) async throws {
    let text = try await Program.run([name]).text
    let help = try await Program.run(["help", name], environment: ["COLUMNS": "80"]).text
    let lines = text.split(separator: "\n")
    #expect(lines.count > 20)
    #expect(help.hasPrefix("OVERVIEW: \(text)"))
  }
}
