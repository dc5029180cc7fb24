import Foundation
import Testing

@Suite("Explanations")
struct ExplainTests {
  private static let collection = Project.records.path

  private func compare(_ first: String, _ second: String, _ options: [String]) async throws
    -> Outcome
  {
    let paths = [first, second].map { Project.articles.appending(path: "\($0).txt").path }
    return try await Program.run(["compare"] + paths + ["--explain"] + options)
  }

  @Test(
    "Of a comparison: the JSON fits its schema, and the first line that holds is the relation",
    arguments: [
      ("e01-original", "e01-light"), ("e01-original", "e01-rewrite"),
      ("e01-excerpt", "e01-original"), ("e01-original", "e01-independent-a"),
      ("e01-original", "e07-original"),
    ])
  func compared(first: String, second: String) async throws {
    let outcome = try await compare(first, second, ["--format", "json"])
    let document = try JSONValue(outcome.output)
    #expect(try SchemaValidator(named: "stemma.compare-1").problems(document) == [])
    let rule = document["explanation"]?["rule"]?.items ?? []
    let holding = rule.first { $0["holds"] == .bool(true) }
    #expect(holding?["relation"] ?? .string("none") == document["relation"])
    for line in rule {
      let tests = line["tests"]?.items ?? []
      #expect(!tests.isEmpty)
      #expect(
        line["holds"] == .bool(tests.allSatisfy { $0["holds"] == .bool(true) }), "\(line)")
    }
    // Without the explanation, the same as ever.
    let plain = try await Program.run(
      ["compare", first, second].enumerated().map {
        $0.offset == 0 ? $0.element : Project.articles.appending(path: "\($0.element).txt").path
      } + ["--format", "json"])
    let bare = try JSONValue(plain.output)
    #expect(bare["explanation"] == nil)
    #expect(document.members.filter { $0.key != "explanation" } == bare.members)
  }

  @Test("Of many given pairs, too")
  func pairs() async throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("pairs.tsv", "e01-light\te01-original\ne01-light\te31-light\n")
    let outcome = try await Program.run([
      "compare", Self.collection, "--pairs", list, "--format", "jsonl", "--explain",
    ])
    let validator = try SchemaValidator(named: "stemma.compare-1")
    let lines = try outcome.text.split(separator: "\n").map { try JSONValue(String($0)) }
    #expect(lines.count == 2)
    for line in lines {
      #expect(validator.problems(line) == [])
      #expect(line["explanation"] != nil)
    }
  }

  @Test("Of a scan: what is reported, and what is not, with its schema")
  func scanned() async throws {
    let scan = try await SharedScan.outcome(.records).scan()
    let witnessed = ("de-e01-light", "de-e01-second")
    for (a, b) in [("e01-original", "e01-rewrite"), ("e07-heavy", "e01-original"), witnessed] {
      let outcome = try await Program.run([
        "scan", Self.collection, "--min-relation", "same-story", "--format", "json", "--explain",
        a, b,
      ])
      #expect(outcome.status == 0)
      let document = try JSONValue(outcome.output)
      #expect(try SchemaValidator(named: "stemma.compare-1").problems(document) == [])
      let known = scan.pairs.first { Set([$0.a, $0.b]) == Set([a, b]) }
      let trace = document["explanation"]?["scan"]
      #expect(trace?["reported"] == .bool(known != nil))
      #expect(document["relation"]?.string == known?.relation ?? "none")
      #expect(document["derivative"]?.string == known?.derivative)
      #expect(trace?["candidate"]?.string == "every-pair")
    }
  }

  @Test("For people, within 80 columns, with every measure and its line")
  func text() async throws {
    let compared = try await compare("e31-original", "e31-rewrite", [])
    let scanned = try await Program.run([
      "scan", Self.collection, "--explain", "e31-second", "e31-independent-a",
    ])
    for outcome in [compared, scanned] {
      #expect(outcome.status == 0)
      #expect(outcome.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      for part in ["The rule", "told in the same order", "32 % or more", "below 45 %"] {
        #expect(outcome.text.contains(part), "\(part)")
      }
    }
    #expect(compared.text.contains("> rewrite"))
    #expect(scanned.text.hasPrefix("NOT REPORTED: "))
    #expect(scanned.text.contains("--min-relation changes"))
    #expect(scanned.text.contains("third text"))
    let apart = try await Program.run([
      "scan", Self.collection, "--explain", "e01-original", "e31-original",
    ])
    #expect(apart.text.contains("Not reported: no line of the rule holds."))
  }

  @Test("A pair that was taken back: said plainly, with the test and what is left")
  func takenBack() async throws {
    let notice =
      "Whoever subscribes before the end of the month pays nothing for the first six "
      + "weeks, and may give notice at any time by letter, by telephone or at the counter of our "
      + "office in Mill Lane, which opens at nine and sends parcels to all parts of the country."
    let folder = try TemporaryFolder()
    for event in ["e01", "e07", "e13", "e19", "e25", "e31", "e33", "e37"] {
      let article = Project.articles.appending(path: "\(event)-original.txt")
      let text = try String(contentsOf: article, encoding: .utf8)
      _ = try folder.write("\(event).txt", text + "\n\n" + notice)
    }
    let path = folder.url.path
    let text = try await Program.run(["scan", path, "--explain", "e01.txt", "e31.txt"])
    #expect(text.text.hasPrefix("NOT REPORTED: EXCERPT, TAKEN BACK. "))
    for part in [
      "which opens at nine", "The rule, of what is left without common matter",
      "The rule, of the whole texts", "have anything else to do with",
    ] {
      #expect(
        text.text.contains(part) || text.text.replacing("\n    ", with: " ").contains(part),
        "\(part)")
    }
    let outcome = try await Program.run([
      "scan", path, "--format", "json", "--explain", "e01.txt", "e31.txt",
    ])
    let document = try JSONValue(outcome.output)
    #expect(try SchemaValidator(named: "stemma.compare-1").problems(document) == [])
    let trace = document["explanation"]?["scan"]
    #expect(document["relation"] == .string("none"))
    #expect(trace?["taken_back"] == .bool(true))
    #expect(trace?["taken_back_by"]?["test"] == .string("nothing-else"))
    #expect(trace?["taken_back_by"]?["relation"] == .string("excerpt"))
    #expect(trace?["taken_back_by"]?["matter"]?["text"]?.string?.contains("Mill Lane") == true)
  }

  @Test("The beginning of an id is enough where no other begins so")
  func beginnings() async throws {
    func explained(_ one: String, _ other: String) async throws -> Outcome {
      try await Program.run(["scan", Self.collection, "--explain", one, other])
    }
    let whole = try await explained("e01-original", "e01-rewrite")
    #expect(whole.status == 0)
    #expect(try await explained("e01-orig…", "e01-rewrite").output == whole.output)
    #expect(try await explained("e01-or", "e01-rewrite").output == whole.output)
    let many = try await explained("e0", "e01-rewrite")
    #expect(many.status == 2)
    #expect(many.errors.contains("begins the ids of"))
    let same = try await explained("e01-or", "e01-original")
    #expect(same.status == 2)
    #expect(same.errors.contains("both ids name the same document"))
  }

  @Test("A document that is not there is told, and wrong use is refused")
  func wrong() async throws {
    let missing = try await Program.run([
      "scan", Self.collection, "--explain", "e01-original", "nobody",
    ])
    #expect(missing.status == 2)
    #expect(missing.output == [])
    #expect(missing.errors.contains(#"there is no document "nobody""#))
    for ids in [["e01-original"], ["a", "b", "c"], ["a", "a"]] {
      let outcome = try await Program.run(["scan", Self.collection, "--explain"] + ids)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--explain"))
    }
    let near = try await Program.run([
      "scan", Self.collection, "--near-duplicates", "0.5", "--explain", "a", "b",
    ])
    #expect(near.status == 64)
  }
}
