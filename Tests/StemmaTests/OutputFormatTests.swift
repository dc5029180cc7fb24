import Foundation
import Testing

@Suite("Other formats than text and JSON")
struct OutputFormatTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let formats = ["csv", "graphml", "jsonl"]

  private func scan(_ path: String, _ options: [String]) async throws -> Outcome {
    let outcome = try await Program.run(["scan", path] + options)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  @Test("Each line of JSON Lines fits the schema that it names, and all are as in the report")
  func lines() async throws {
    let report = try await SharedScan.outcome(.records).scan()
    let text = try await scan(
      Project.records.path, ["--format", "jsonl", "--min-relation", "same-story"]
    ).text
    var counts: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let value = try JSONValue(String(line))
      let schema = try #require(value["schema"]?.string)
      counts[schema, default: 0] += 1
      let validator = try SchemaValidator(named: schema.replacing("/", with: "-"))
      #expect(validator.problems(value) == [])
    }
    #expect(
      counts == [
        "stemma.scan-pair/1": report.pairs.count, "stemma.scan-story/1": report.stories.count,
        "stemma.scan-summary/1": 1,
      ])
    #expect(text.split(separator: "\n").last?.contains("stemma.scan-summary/1") == true)
  }

  @Test("What was left out has its line")
  func skipped() async throws {
    let path = try folder.writeGoodPair()
    try folder.write("in/empty.txt", "")
    let outcome = try await Program.run(["scan", path, "--format", "jsonl"])
    #expect(outcome.status == 2)
    let line = outcome.text.split(separator: "\n").dropLast().last ?? ""
    #expect(
      line == #"{"path":"empty.txt","reason":"it is empty","schema":"stemma.scan-skipped/1"}"#)
  }

  @Test("The same input gives the same bytes for any threads and order", arguments: formats)
  func deterministic(format: String) async throws {
    let lines = try Project.recordLines()
    let forward = try folder.write("a.jsonl", lines.joined(separator: "\n"))
    let backward = try folder.write("b.jsonl", lines.reversed().joined(separator: "\n"))
    let one = try await scan(forward, ["--format", format, "--threads", "1"])
    let many = try await scan(backward, ["--format", format, "--threads", "3"])
    #expect(!one.output.isEmpty)
    #expect(one.output == many.output)
  }

  @Test("A collection without pairs gives a table and a graph without any", arguments: formats)
  func nothing(format: String) async throws {
    let path = try folder.write("in.jsonl", #"{"id": "a", "text": "Hello there."}"#)
    let text = try await scan(path, ["--format", format]).text
    switch format {
    case "csv": #expect(text.hasPrefix("a,b,relation,") && text.split(separator: "\r\n").count == 1)
    case "graphml":
      #expect(
        text.hasSuffix(
          """
          edgedefault="directed">
          <data key="graph.schema">stemma.graph/1</data>
          </graph>
          </graphml>

          """))
    default: #expect(text.split(separator: "\n").count == 1)
    }
  }

  @Test("Stories have the numbers of the text report")
  func numbers() async throws {
    let text = try await scan(Project.records.path, ["--top", "1"]).text
    let line = try await scan(Project.records.path, ["--format", "jsonl"]).text
      .split(separator: "\n").first { $0.contains(#""number":1,"#) }
    let story = try JSONValue(String(try #require(line)))
    let origin = try #require(story["origin"]?.string)
    let head = text.split(separator: "\n").drop { !$0.hasPrefix("1. ") }.prefix(3).joined()
    #expect(head.contains("\(story["members"]?.items.count ?? 0) texts"))
    #expect(head.contains(origin))
  }

  @Test("Near-duplicates come in each format, too", arguments: formats)
  func near(format: String) async throws {
    let options = ["--near-duplicates", "0.5", "--format"]
    let report = try await scan(Project.records.path, options + ["json"]).scan()
    try #require(report.pairs.count > 3)
    let text = try await scan(Project.records.path, options + [format]).text
    let marks = ["csv": ",copy,", "graphml": "<edge ", "jsonl": "stemma.scan-pair/1"]
    #expect(text.components(separatedBy: marks[format] ?? "").count - 1 == report.pairs.count)
  }
}

@Suite("Given pairs in other formats")
struct ComparedFormatTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func compare(_ options: [String], list: String = "pairs.tsv") async throws -> Outcome {
    let rows = "e01-light\te01-original\ne07-original\te01-original\ne01-original\te01-rewrite\n"
    let path = try folder.write(
      list, list.hasSuffix("csv") ? rows.replacing("\t", with: ",") : rows)
    return try await Program.run(["compare", Project.records.path, "--pairs", path] + options)
  }

  @Test("As text there is a line a pair, and at the end how many there are of which relation")
  func text() async throws {
    let outcome = try await compare([])
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count == 6)
    #expect(lines[0] == "copy        e01-light from e01-original (published later)")
    #expect(lines[1] == "none        e07-original and e01-original")
    #expect(lines[2].hasPrefix("rewrite     e01-rewrite from e01-original ("))
    #expect(lines[4] == "3 pairs: 1 copy, 1 rewrite, 1 with no relation.")
    #expect(try await compare([], list: "pairs.csv").output == outcome.output)
  }

  @Test("A table has each pair, a graph those that have a relation")
  func forms() async throws {
    let table = try await compare(["--format", "csv"]).text.split(separator: "\r\n")
    #expect(
      table.map { $0.split(separator: ",").prefix(3).joined(separator: " ") } == [
        "a b relation", "e01-light e01-original copy", "e07-original e01-original none",
        "e01-original e01-rewrite rewrite",
      ])
    let graph = try await compare(["--format", "graphml"]).text
    #expect(graph.components(separatedBy: "<node ").count - 1 == 4)
    #expect(graph.components(separatedBy: "<edge ").count - 1 == 2)
    #expect(graph.hasSuffix("</graphml>\n"))
  }

  @Test("Two texts give a table of one row")
  func two() async throws {
    let paths = ["e01-original", "e01-light"].map {
      Project.articles.appending(path: "\($0).txt").path
    }
    let outcome = try await Program.run(["compare"] + paths + ["--format", "csv"])
    #expect(outcome.text.split(separator: "\r\n").count == 2)
    #expect(outcome.text.contains("e01-light.txt,copy,"))
  }
}
