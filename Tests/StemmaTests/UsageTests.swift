import Foundation
import Testing

@Suite("Wrong usage")
struct UsageTests {
  private static let collection = Project.records.path

  @Test(
    "It exits 64 with a sentence that names what is wrong, and writes no result",
    arguments: [
      (["scan"], "<path>"),
      (["scan", collection, "--format", "xml"], "'xml'"),
      (["scan", collection, "--min-relation", "cousin"], "'cousin'"),
      (["scan", collection, "--threads", "0"], "--threads"),
      (["scan", collection, "--threads", "many"], "'many'"),
      (["scan", collection, "--memory", "lots"], "'lots'"),
      (["scan", collection, "--memory", "10M"], "--memory must be at least 64M"),
      (["scan", collection, "--top", "0"], "--top"),
      (["scan", collection, "--max-megabytes", "0"], "--max-megabytes"),
      (["scan", collection, "--colour"], "'--colour'"),
      (["compare"], "<a>"),
      (["compare", "a.txt"], "two texts"),
      (["compare", "-", "-"], "Standard input"),
      (["compare", "a.txt", "b.txt", "--pairs", "p.tsv"], "--pairs"),
      (["compare", "a.jsonl", "--pairs", "p.tsv", "--format", "json"], "--format jsonl"),
      (["compare", "a.txt", "b.txt", "--format", "graphml"], "--pairs"),
      (["compare", "a.txt", "b.txt", "--min-passage", "0"], "--min-passage"),
      (["compare", "a.txt", "b.txt", "--known-source", "c"], "'c'"),
      (["compare", "a.txt", "b.txt", "c.txt"], "'c.txt'"),
      (["translate"], "'translate', but: compare, scan,"),
      (["scna", collection], "'scna', but: compare, scan,"),
      ([collection], "stemma scan \(collection)"),
      (["help", "nonsense"], "'nonsense', but on: compare, scan,"),
    ])
  func wrong(arguments: [String], name: String) async throws {
    let outcome = try await Program.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output == [])
    let sentence = outcome.sentences.first ?? ""
    #expect(sentence.hasPrefix("Error: "))
    #expect(sentence.contains(name), "\(sentence)")
    #expect(outcome.errors.contains("Usage: stemma"))
  }

  @Test("Wrong usage touches no file that is named for the output")
  func output() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("result.json", "old")
    let outcome = try await Program.run([
      "scan", Self.collection, "--threads", "0", "-o", path,
    ])
    #expect(outcome.status == 64)
    #expect(try folder.bytes("result.json") == Array("old".utf8))
    #expect(try folder.names() == ["result.json"])
  }

  @Test("Help and version are asked for, not wrong", arguments: ["--help", "--version"])
  func help(option: String) async throws {
    let outcome = try await Program.run([option])
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty)
    #expect(outcome.errors == "")
  }

  @Test("The help of a command names all its options", arguments: ["scan", "compare"])
  func options(command: String) async throws {
    let help = try await Program.run(["help", command]).text
    let shared = ["--text-field", "--id-field", "--max-megabytes", "--output", "--exit-code"]
    let own =
      command == "scan" ? ["--min-relation", "--threads"] : ["--pairs", "--known-source"]
    for option in shared + own { #expect(help.contains(option)) }
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
