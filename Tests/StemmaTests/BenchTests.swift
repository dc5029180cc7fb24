import Foundation
import Testing

@Suite("Benchmarks")
struct BenchTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func bench(_ arguments: [String]) async throws -> Outcome {
    try await Program.run(["bench"] + arguments, environment: ["TMPDIR": folder.path("")])
  }

  @Test("The JSON fits its schema and has the corpus, the stages and the searches")
  func contract() async throws {
    let outcome = try await bench([
      "--docs", "40", "--words", "400", "--rewrites-share", "0.1", "--runs", "2", "--format",
      "json",
    ])
    #expect(outcome.status == 0 && outcome.errors == "")
    let report = try JSONValue(outcome.output)
    #expect(try SchemaValidator(named: "stemma.bench-1").problems(report) == [])
    #expect(report["corpus"]?["documents"] == .integer(40))
    #expect(report["corpus"]?["nearDuplicates"] == .integer(4))
    #expect(report["corpus"]?["rewrites"] == .integer(4))
    #expect(report["stages"]?.items.count == 6)
    let searches = report["searches"]?.items ?? []
    #expect(searches.map { $0["name"]?.string } == ["near-duplicates 0.5", "derivations"])
    for search in searches {
      #expect(
        search["stages"]?.items.map { $0["name"]?.string } == [
          "read and sketch", "bucket", "verify", "stories", "write",
        ])
    }
    let derivations = searches.last
    #expect(derivations?["name"] == .string("derivations"))
    #expect(derivations?["pairs"] == .integer(8))
    #expect(derivations?["recall"]?.double == 1)
    #expect(derivations?["precision"]?.double == 1)
    // Nothing is left of the corpus.
    #expect(try folder.names() == [])
  }

  @Test(
    "Of a few hundred documents both searches find what was planted", arguments: ["latin", "han"])
  func searches(languages: String) async throws {
    let outcome = try await bench([
      "--docs", "300", "--words", "200", "--languages", "\(languages)=1",
      "--runs", "1", "--threads", "2", "--format", "json",
    ])
    #expect(outcome.status == 0 && outcome.errors == "")
    let searches = try JSONValue(outcome.output)["searches"]?.items ?? []
    try #require(searches.count == 2)
    #expect(searches[0]["name"] == .string("near-duplicates 0.5"))
    #expect(searches[0]["recall"]?.double ?? 0 >= 0.99, "\(searches[0])")
    // Of six rewrites, short as they are, one may be missed.
    #expect(searches[1]["recall"]?.double ?? 0 >= 0.95, "\(searches[1])")
    for search in searches { #expect(search["precision"]?.double ?? 0 >= 0.99, "\(search)") }
    // Thirty were planted, most of them above one half.
    #expect(searches[0]["pairs"]?.double ?? 0 >= 15)
  }

  @Test("Of a collection that was given no recall is known")
  func input() async throws {
    let path = try folder.write(
      "in.jsonl", Project.recordLines().prefix(20).joined(separator: "\n").utf8)
    let outcome = try await bench(["--input", path, "--runs", "1", "--format", "json"])
    #expect(outcome.status == 0 && outcome.errors == "")
    let report = try JSONValue(outcome.output)
    #expect(try SchemaValidator(named: "stemma.bench-1").problems(report) == [])
    #expect(report["corpus"]?["documents"] == .integer(20))
    #expect(report["corpus"]?["seed"] == .null)
    #expect(report["searches"]?.items.map { $0["recall"] } == [.null, .null])
  }

  @Test("The corpus is written with what was planted, the same each time")
  func corpus() async throws {
    for name in ["one.jsonl", "other.jsonl"] {
      let outcome = try await bench(["--docs", "50", "--write-corpus", folder.path(name)])
      #expect(outcome.status == 0 && outcome.output == [] && outcome.errors == "")
    }
    #expect(try folder.bytes("one.jsonl") == folder.bytes("other.jsonl"))
    let truth = try folder.bytes("one.jsonl.truth.tsv")
    #expect(truth.count { $0 == 0x0A } == 7)
    #expect(
      try folder.names().sorted() == [
        "one.jsonl", "one.jsonl.truth.tsv", "other.jsonl", "other.jsonl.truth.tsv",
      ])
  }

  @Test(
    "Wrong options are named",
    arguments: [
      ["--docs", "0"], ["--words", "10"], ["--runs", "0"], ["--threads", "0"],
      ["--near-duplicates-share", "0.6"], ["--languages", "klingon=1"], ["--languages", "latin"],
      ["--languages", "latin=0"], ["--input", "a.jsonl", "--write-corpus", "b.jsonl"],
    ])
  func usage(arguments: [String]) async throws {
    let outcome = try await bench(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output == [])
  }

  @Test("A collection that is not there is named, and nothing is printed")
  func missing() async throws {
    let outcome = try await bench(["--input", folder.path("none.jsonl"), "--runs", "1"])
    #expect(outcome.status != 0)
    #expect(outcome.output == [])
    #expect(outcome.errors.contains("none.jsonl"))
  }
}
