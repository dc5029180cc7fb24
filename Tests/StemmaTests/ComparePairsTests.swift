import Foundation
import Testing

@Suite("A comparison of many given pairs")
struct ComparePairsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func compare(_ list: String, _ options: [String] = []) async throws -> Outcome {
    let path = try folder.write("pairs.tsv", list)
    return try await Program.run(
      ["compare", Project.records.path, "--pairs", path, "--format", "jsonl"] + options)
  }

  private func pairs(_ outcome: Outcome) throws -> [PairOutput] {
    try outcome.text.split(separator: "\n").map {
      try JSONDecoder().decode(PairOutput.self, from: Data($0.utf8))
    }
  }

  private static let rows = [
    "e01-light\te01-original\tcopy\ta", "e07-original\te01-original\tnone\t-",
    "e01-original\te01-rewrite\trewrite\tb",
  ]

  @Test("Each line of the list gives a line that fits the schema, in the order of the list")
  func lines() async throws {
    let outcome = try await compare(Self.rows.joined(separator: "\n"))
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let validator = try SchemaValidator(named: "stemma.compare-1")
    for line in outcome.text.split(separator: "\n") {
      #expect(validator.problems(try JSONValue(String(line))) == [])
    }
    let found = try pairs(outcome)
    #expect(
      found.map { "\($0.a)\t\($0.b)" }
        == Self.rows.map { $0.split(separator: "\t").prefix(2).joined(separator: "\t") })
    #expect(found.map(\.relation) == ["copy", "none", "rewrite"])
    #expect(found.map(\.derivative) == ["e01-light", nil, "e01-rewrite"])
  }

  @Test(
    "A header line, blank lines and Windows line ends make no difference",
    arguments: [
      "a\tb\trelation\tderived\n" + rows.joined(separator: "\n"),
      rows.joined(separator: "\r\n") + "\r\n", rows.joined(separator: "\n\n") + "\n\n",
    ])
  func forms(list: String) async throws {
    let plain = try await compare(Self.rows.joined(separator: "\n"))
    let other = try await compare(list)
    #expect(other.status == 0)
    #expect(other.errors == "")
    #expect(!plain.output.isEmpty)
    #expect(other.output == plain.output)
  }

  @Test(
    "A line that names no pair is told with its number, and the rest is compared",
    arguments: [
      ("e01-light\tnobody", #"there is no document of this id: "nobody""#),
      ("nobody\te01-light", #"there is no document of this id: "nobody""#),
      ("nobody\tno one", #"there is no document of this id: "nobody""#),
      ("e01-light e01-original", "no two columns"),
    ])
  func wrong(line: String, reason: String) async throws {
    var rows = Self.rows
    rows.insert(line, at: 2)
    let outcome = try await compare(rows.joined(separator: "\n"))
    #expect(outcome.status == 2)
    #expect(outcome.sentences.count == 1)
    #expect(outcome.errors.hasPrefix("stemma: \(folder.path("pairs.tsv")):3: "))
    #expect(outcome.errors.contains(reason))
    #expect(try pairs(outcome).count == 3)
  }

  @Test("A list that is not there is told")
  func missing() async throws {
    let outcome = try await Program.run([
      "compare", Project.records.path, "--pairs", folder.path("none.tsv"), "--format", "jsonl",
    ])
    #expect(outcome.status == 2)
    #expect(outcome.output == [])
    #expect(outcome.sentences.count == 1)
    #expect(outcome.errors.contains("no such file"))
  }

  @Test("--exit-code, -o and --known-source hold for a list, too")
  func options() async throws {
    let list = Self.rows.joined(separator: "\n")
    let derived = try await compare(list, ["--exit-code", "-o", folder.path("out.jsonl")])
    #expect(derived.status == 1)
    #expect(derived.output == [])
    #expect(try folder.names() == ["out.jsonl", "pairs.tsv"])
    #expect(try await compare(list).output == folder.bytes("out.jsonl"))
    #expect(try await compare(Self.rows[1], ["--exit-code"]).status == 0)
    let known = try await pairs(compare(Self.rows[0], ["--known-source", "a"]))
    #expect(known.map(\.derivative) == ["e01-original"])
  }
}
