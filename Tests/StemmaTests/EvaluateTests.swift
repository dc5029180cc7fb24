import Foundation
import Testing

@Suite("An evaluation")
struct EvaluateTests {
  private static let collection = Project.records.path
  private static let fixtures = [
    "evaluate", collection, "--pairs", Project.pairs.path, "--label", "heavy=related",
  ]
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func evaluate(_ list: String, _ options: [String] = []) async throws -> Outcome {
    let path = try folder.write("labels.tsv", list)
    return try await Program.run(
      ["evaluate", Self.collection, "--pairs", path, "--format", "json"] + options)
  }

  private func share(_ value: JSONValue?) -> [Int?] {
    [value?["hits"]?.double.map { Int($0) }, value?["total"]?.double.map { Int($0) }]
  }

  private func label(_ name: String, _ report: JSONValue) -> JSONValue? {
    report["labels"]?.items.first { $0["label"]?.string == name }
  }

  @Test(
    "Its JSON fits its schema",
    arguments: [[], ["--scan", "--complete"], ["--ignore-dates"], ["--derived", "a"]])
  func schema(options: [String]) async throws {
    let outcome = try await Program.run(Self.fixtures + ["--format", "json"] + options)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let report = try JSONValue(outcome.output)
    #expect(try SchemaValidator(named: "stemma.evaluate-1").problems(report) == [])
    #expect(report["judged"]?.string == (options.contains("--scan") ? "scan" : "given"))
    #expect(report["dates"] == .bool(options != ["--ignore-dates"]))
    // The events of the fixtures: twelve English ones, and one of each other language.
    #expect(report["groups"] == .integer(22))
    let curve = report["curve"]?.items ?? []
    let asIs = curve.first { $0["line"]?.double == 1 }
    #expect(asIs?["precision"] == report["derivation"]?["precision"])
    #expect(asIs?["recall"] == report["derivation"]?["recall"])
  }

  @Test("The fixtures are found as they should be, by a scan of them all")
  func quality() async throws {
    let outcome = try await Program.run(
      Self.fixtures + ["--scan", "--complete", "--format", "json"])
    let report = try JSONValue(outcome.output)
    func value(_ value: JSONValue?) -> Double { value?["value"]?.double ?? -1 }
    #expect(value(report["derivation"]?["f1"]) >= 0.93)
    #expect(value(label("heavy", report)?["right"]) >= 0.75)
    #expect(value(label("same-event", report)?["derived"]) <= 0.02)
    #expect(value(report["direction"]?["accuracy"]) >= 0.99)
    #expect(report["unlisted"] == .integer(0))
  }

  @Test("It counts what a comparison of the pairs says")
  func counted() async throws {
    let list = try folder.write(
      "pairs.tsv", try String(contentsOf: Project.pairs, encoding: .utf8))
    let compared = try await Program.run([
      "compare", Self.collection, "--pairs", list, "--format", "jsonl",
    ])
    let found = try compared.text.split(separator: "\n").map {
      try JSONDecoder().decode(PairOutput.self, from: Data($0.utf8))
    }
    let labels = try String(contentsOf: Project.pairs, encoding: .utf8)
      .split(separator: "\n").dropFirst().map { String($0.split(separator: "\t")[2]) }
    try #require(found.count == labels.count)
    let report = try JSONValue(
      try await Program.run(Self.fixtures + ["--format", "json"]).output)
    for name in ["copy", "rewrite", "excerpt", "heavy", "same-event"] {
      let pairs = zip(found, labels).filter { $0.1 == name }.map(\.0.relation)
      for relation in Set(pairs) {
        #expect(
          label(name, report)?["found"]?[relation] == .integer(pairs.count { $0 == relation }))
      }
    }
  }

  @Test("Labels of other sets are told what they mean")
  func meanings() async throws {
    let rows = "id_a\tid_b\tlabel\ne01-light\te01-original\tWD\ne01-light\te31-light\tND\n"
    let unknown = try await evaluate(rows)
    #expect(unknown.status == 2)
    #expect(unknown.output == [])
    #expect(unknown.errors.contains("--label WD=derivation"))
    let known = try await evaluate(
      rows, ["--label", "WD=derivation", "--label", "ND=not-derived", "--derived", "a"])
    #expect(known.status == 0)
    let report = try JSONValue(known.output)
    #expect(share(label("WD", report)?["right"]) == [1, 1])
    #expect(share(label("ND", report)?["derived"]) == [0, 1])
    #expect(share(report["direction"]?["accuracy"]) == [1, 1])
  }

  @Test(
    "The derivative is a side or an id, in the fourth column or the one that says so",
    arguments: [
      "e01-light\te01-original\tcopy\ta\n", "e01-light\te01-original\tcopy\te01-light\n",
      "e01-original\te01-light\tcopy\tb\n",
      "x\ty\tlabel\tcases\tderivative\ne01-light\te01-original\tcopy\t7\ta\n",
    ])
  func derivative(list: String) async throws {
    let report = try JSONValue(try await evaluate(list).output)
    #expect(share(report["direction"]?["accuracy"]) == [1, 1])
    let wrong = list.replacing("\ta\n", with: "\tb\n").replacing("\te01-light\n", with: "\tb\n")
    guard wrong != list else { return }
    let turned = try JSONValue(try await evaluate(wrong).output)
    #expect(share(turned["direction"]?["accuracy"]) == [0, 1])
  }

  @Test("--ignore-dates leaves direction to the texts")
  func dates() async throws {
    let list = "e01-light\te01-original\tcopy\ta\n"
    let report = try JSONValue(try await evaluate(list, ["--ignore-dates"]).output)
    #expect(share(report["direction"]?["coverage"]) == [0, 1])
    let scanned = try JSONValue(try await evaluate(list, ["--ignore-dates", "--scan"]).output)
    #expect(share(scanned["direction"]?["coverage"]) == [0, 1])
  }

  @Test("Where the source is known, much less is enough")
  func knownSource() async throws {
    let list = "e31-independent-a\te31-light\tsame-event\n"
    let plain = try JSONValue(try await evaluate(list).output)
    let known = try JSONValue(try await evaluate(list, ["--known-source", "b"]).output)
    #expect(share(plain["derivation"]?["false_rate"]) == [0, 1])
    #expect(share(known["derivation"]?["false_rate"]) == [1, 1])
    let asIs = known["curve"]?.items.first { $0["line"]?.double == 1 }
    #expect(share(asIs?["false_rate"]) == [1, 1])
  }

  @Test("--group-column groups the pairs")
  func groups() async throws {
    let list =
      "a\tb\tlabel\tevent\ne01-light\te01-original\tcopy\tx\ne31-light\te31-original\tcopy\tx\n"
    #expect(try JSONValue(try await evaluate(list).output)["groups"] == .integer(2))
    let grouped = try await evaluate(list, ["--group-column", "event"])
    #expect(try JSONValue(grouped.output)["groups"] == .integer(1))
    let missing = try await evaluate(list, ["--group-column", "topic"])
    #expect(missing.status == 2)
    #expect(missing.errors.contains(#""topic""#))
  }

  @Test("What a complete list does not name is false")
  func complete() async throws {
    let list = "e01-light\te01-original\tcopy\ta\n"
    let report = try JSONValue(try await evaluate(list, ["--scan", "--complete"]).output)
    let unlisted = try #require(report["unlisted"]?.double)
    let scan = try await SharedScan.outcome(.records).scan()
    let derived = scan.pairs.count {
      ["duplicate", "copy", "rewrite", "excerpt"].contains($0.relation)
    }
    #expect(Int(unlisted) == derived - 1)
    #expect(share(report["derivation"]?["precision"]) == [1, derived])
  }

  @Test("Stories are held against groups")
  func stories() async throws {
    let ids = ["original", "light", "rewrite", "second"]
    let groups = ids.flatMap { ["e01-\($0)\tone", "e31-\($0)\tother"] }.joined(separator: "\n")
    let path = try folder.write("groups.tsv", "id\tgroup\n" + groups)
    let list = "e01-light\te01-original\tcopy\ta\n"
    let outcome = try await evaluate(list, ["--scan", "--stories", path])
    let report = try JSONValue(outcome.output)
    #expect(try SchemaValidator(named: "stemma.evaluate-1").problems(report) == [])
    #expect(report["stories"]?["documents"] == .integer(8))
    #expect(report["stories"]?["adjusted_rand"]?.double == 1)
    #expect(report["stories"]?["f1"]?["value"]?.double == 1)
  }

  @Test(
    "A line that is of no use is told with its number, and the rest is judged",
    arguments: [
      ("e01-light\te01-original\tcopy", "stands in line 1"),
      ("e01-original\te01-light\trewrite", "stands in line 1"),
      ("e01-light\te01-light\tcopy", "the same"), ("e01-light\tnobody\tcopy", "nobody"),
      ("e07-light\te07-original\tcopy\tc", "neither a, b"),
    ])
  func wrong(line: String, reason: String) async throws {
    let outcome = try await evaluate("e01-light\te01-original\tcopy\n" + line + "\n")
    #expect(outcome.status == 2)
    #expect(outcome.sentences.count == 1)
    #expect(outcome.errors.contains("labels.tsv:2: "))
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(try JSONValue(outcome.output)["pairs"] == .integer(1))
  }

  @Test(
    "Wrong usage is refused",
    arguments: [
      (["--complete"], "--scan"), (["--stories", "x"], "--scan"),
      (["--min-relation", "copy"], "--scan"),
      (["--scan", "--known-source", "a"], "--known-source"), (["--label", "x"], "'x'"),
      (["--label", "x=cousin"], "'x=cousin'"),
      (["--mistakes", "-1"], "--mistakes"), (["--threads", "0"], "--threads"),
    ])
  func usage(options: [String], name: String) async throws {
    let outcome = try await Program.run(Self.fixtures + options)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(name), "\(outcome.errors)")
  }

  @Test("For people, within 80 columns, and the same for any number of threads")
  func text() async throws {
    for options in [[], ["--scan", "--complete"]] {
      let one = try await Program.run(Self.fixtures + options + ["--threads", "1"])
      let two = try await Program.run(Self.fixtures + options + ["--threads", "2"])
      #expect(one.output == two.output)
      #expect(one.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      for part in ["derivation (any)", "as it is", "by published", "same-event", "95 %"] {
        #expect(one.text.contains(part), "\(part)")
      }
    }
  }
}
