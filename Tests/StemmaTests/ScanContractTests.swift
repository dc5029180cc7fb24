import Foundation
import Testing

@Suite("The JSON of a scan")
struct ScanContractTests {
  @Test("A scan without problems exits 0 and says nothing", arguments: FixtureForm.allCases)
  func clean(form: FixtureForm) async throws {
    let outcome = try await SharedScan.outcome(form)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.last == 0x0A)
  }

  @Test("It fits its schema", arguments: FixtureForm.allCases)
  func schema(form: FixtureForm) async throws {
    let document = try JSONValue(await SharedScan.outcome(form).output)
    #expect(try SchemaValidator(named: "stemma.scan-1").problems(document) == [])
  }

  @Test("Every document is counted, and none is left out", arguments: FixtureForm.allCases)
  func documents(form: FixtureForm) async throws {
    let scan = try await SharedScan.outcome(form).scan()
    #expect(try scan.documents == form.texts().count)
    #expect(scan.skipped == [])
  }

  @Test(
    "Ids are paths relative to the folder, or those of the records", arguments: FixtureForm.allCases
  )
  func ids(form: FixtureForm) async throws {
    let scan = try await SharedScan.outcome(form).scan()
    let known = Set(try form.texts().keys)
    let used = Set(scan.pairs.flatMap { [$0.a, $0.b] } + scan.stories.flatMap(\.members))
    #expect(used.count > 100)
    #expect(used.subtracting(known) == [])
  }

  @Test("Pairs are sorted, each once, of two documents", arguments: FixtureForm.allCases)
  func order(form: FixtureForm) async throws {
    let pairs = try await SharedScan.outcome(form).scan().pairs
    try #require(pairs.count > 100)
    for pair in pairs { #expect(precedes([pair.a], [pair.b])) }
    for (first, second) in zip(pairs, pairs.dropFirst()) {
      #expect(precedes([first.a, first.b], [second.a, second.b]))
    }
  }

  @Test("A direction names both ids or neither, and its reason", arguments: FixtureForm.allCases)
  func direction(form: FixtureForm) async throws {
    let pairs = try await SharedScan.outcome(form).scan().pairs
    for pair in pairs {
      let ids = [pair.derivative, pair.source].compactMap { $0 }
      #expect(ids.isEmpty || Set(ids) == [pair.a, pair.b])
      #expect(ids.isEmpty == (pair.directionReason == nil))
      #expect(ids.isEmpty == (pair.directionConfidence == 0))
      #expect(ids.isEmpty || pair.directionConfidence >= 0.5)
      #expect(pair.relation != "same-story" || ids.isEmpty)
    }
    #expect(pairs.contains { $0.derivative != nil })
    #expect(pairs.contains { $0.derivative == nil })
  }

  @Test("What was published first is the source")
  func published() async throws {
    let dates = try FixtureForm.records.dates()
    let pairs = try await SharedScan.outcome(.records).scan().pairs
    let dated = pairs.filter { $0.directionReason == "published" }
    try #require(dated.count > 50)
    for pair in dated {
      let source = try #require(pair.source.flatMap { dates[$0] })
      let derivative = try #require(pair.derivative.flatMap { dates[$0] })
      #expect(source < derivative, "\(pair.a) ~ \(pair.b)")
    }
  }

  @Test(
    "No pair is further apart than was asked for",
    arguments: ["same-story", "excerpt", "rewrite", "copy", "duplicate"])
  func leastRelation(relation: String) async throws {
    let folder = try TemporaryFolder()
    for kind in ["original", "light", "rewrite", "excerpt", "heavy"] {
      try folder.write("\(kind).txt", Project.article("e01-\(kind)"))
    }
    try folder.write("same.txt", Project.article("e01-light"))
    let outcome = try await Program.run([
      "scan", folder.url.path, "--format", "json", "--min-relation", relation,
    ])
    let relations = ["same-story", "excerpt", "rewrite", "copy", "duplicate"]
    let found = try outcome.scan().pairs.map(\.relation)
    #expect(!found.isEmpty)
    let allowed = relations.drop { $0 != relation }
    #expect(found.allSatisfy { allowed.contains($0) }, "\(found)")
    withExtendedLifetime(folder) {}
  }

  private func precedes(_ first: [String], _ second: [String]) -> Bool {
    for (x, y) in zip(first, second) where x != y {
      return x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    return false
  }
}
