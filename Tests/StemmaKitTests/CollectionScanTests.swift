import Testing

@testable import StemmaKit

/// What a scan says, by ids, so that two scans can be compared.
private struct Summary: Equatable {
  struct Pair: Equatable {
    var a: String
    var b: String
    var relation: Relation
    var direction: Direction
    var scores: Scores
    var passages: [Passage]
  }

  var ids: [String]
  var pairs: [Pair]
  var stories: [Story]

  init(_ result: ScanResult) {
    ids = result.documents.map(\.id)
    stories = result.stories
    pairs = result.pairs.map { pair in
      Pair(
        a: result.documents[pair.a].id, b: result.documents[pair.b].id,
        relation: pair.finding.relation, direction: pair.finding.direction,
        scores: pair.finding.evidence.scores, passages: pair.finding.evidence.passages)
    }
  }
}

private func prepared(_ documents: [Document]) throws -> SketchedCollection {
  var preparer = DocumentPreparer()
  var collection = SketchedCollection()
  for (number, document) in documents.enumerated() {
    try collection.add(preparer.prepare(document, number: number))
  }
  return collection
}

private func scan(
  _ documents: [Document], threads: Int = 1, least: Relation = .excerpt
) -> ScanResult {
  var scan = CollectionScan()
  scan.threads = threads
  scan.leastRelation = least
  return scan.scan(documents)
}

@Suite struct CollectionScanTests {
  /// All texts of some events, of several languages.
  private static let some = Fixtures.articles.filter {
    ["e01", "e25", "de-e01", "ja-e01", "ur-e01"].contains($0.event)
  }.map(\.document)
  /// A scan of them, last first, with which others are compared.
  private static let known = scan(some.reversed())

  @Test
  func `In the labelled set nothing is derived between events, and most of the rest is found`()
    throws
  {
    let result = scan(Fixtures.articles.map(\.document), threads: 2)
    func article(_ index: Int) throws -> Fixtures.Article {
      try #require(Fixtures.byID[result.documents[index].id])
    }
    var found: Set<[String]> = []
    for pair in result.pairs {
      let (a, b) = (try article(pair.a), try article(pair.b))
      #expect(a.event == b.event, "\(pair.finding.relation): \(a.id), \(b.id)")
      found.insert([a.id, b.id].sorted())
    }
    for story in result.stories {
      #expect(try Set(story.members.map { try article($0).event }).count == 1)
    }
    for (relation, least) in [("copy", 1.0), ("rewrite", 0.9), ("excerpt", 0.9)] {
      let labelled = Fixtures.pairs.filter { $0.relation == relation }
      let hits = labelled.filter { found.contains([$0.a, $0.b].sorted()) }.count
      #expect(Double(hits) >= least * Double(labelled.count), "\(relation): \(hits)")
    }
    let sameEvent = Fixtures.pairs.filter { $0.relation == "same-event" }
    let calls = sameEvent.filter { found.contains([$0.a, $0.b].sorted()) }
    #expect(calls.count <= sameEvent.count / 50, "\(calls)")
  }

  @Test(arguments: [1, 2, 5])
  func `Neither the order of the documents nor the number of threads matters`(threads: Int) {
    let expected = Summary(Self.known)
    #expect(expected.pairs.count > 20 && expected.stories.count >= 4)
    var random = SplitMix64(state: UInt64(threads))
    let shuffled = Self.some.shuffled(using: &random)
    #expect(Summary(scan(shuffled, threads: threads)) == expected)
  }

  @Test func `Documents are sorted by id, pairs by document`() {
    let result = Self.known
    #expect(result.documents.map(\.id) == Self.some.map(\.id).sorted())
    #expect(result.pairs.allSatisfy { $0.a < $0.b })
    let order = result.pairs.map { [$0.a, $0.b] }
    #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `Pairs are of the least relation asked for`() {
    let all = scan(Self.some, least: .sameStory).pairs
    let copies = scan(Self.some, least: .copy).pairs
    #expect(all.contains { $0.finding.relation == .sameStory })
    #expect(
      copies.map { [$0.a, $0.b] }
        == all.filter { $0.finding.relation >= .copy }.map { [$0.a, $0.b] })
  }

  @Test func `The same text again is a duplicate of the first, and of its story`() {
    let text = Fixtures.text("e25-original")
    let documents = [
      Document(id: "b", text: text.uppercased(), date: PublicationDate("2024-01-03")),
      Document(id: "a", text: text, date: PublicationDate("2024-01-01")),
      Document(id: "c", text: text, date: PublicationDate("2024-01-02")),
      Document(id: "d", text: Fixtures.text("e25-rewrite"), date: PublicationDate("2024-01-04")),
      Document(id: "e", text: Fixtures.text("e01-original")),
    ]
    let result = scan(documents)
    #expect(result.pairs.map { [$0.a, $0.b] } == [[0, 1], [0, 2], [0, 3]])
    #expect(result.pairs.map(\.finding.relation) == [.duplicate, .duplicate, .rewrite])
    #expect(result.stories.map(\.members) == [[0, 1, 2, 3]])
    #expect(result.stories.first?.origin == 0)
  }

  @Test func `Texts without words are left out`() {
    let result = scan(
      ["", " ", "...", "", "one"].enumerated().map {
        Document(id: "\($0.offset)", text: $0.element)
      })
    #expect(result.documents.map(\.id) == ["4"])
    #expect(result.pairs.isEmpty && result.stories.isEmpty && result.candidates == 0)
    #expect(scan([]).documents.isEmpty)
  }

  @Test func `Progress is told up to the end, stage by stage`() async throws {
    let some = Array(Self.some.prefix(12))
    try await confirmation(expectedCount: 3...) { told in
      var scan = CollectionScan()
      scan.threads = 2
      let texts = TextsInMemory(some.map(\.text))
      _ = try scan.scan(prepared(some), texts: texts) { step in
        switch step {
        case .findingCandidates(let documents): #expect(documents == 12)
        case .comparing(let done, let all):
          #expect(done <= all && all == 66)
          if done < all { return }
        case .findingStories(let done, let all):
          #expect(done <= all && (1..<132).contains(all))
        }
        told()
      }
    }
  }
}
