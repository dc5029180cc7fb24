import Testing

@testable import StemmaKit

/// What a search says, so that two can be compared.
private struct Summary: Equatable {
  struct Pair: Equatable {
    var pair: Candidate
    var relation: Relation
    var direction: Direction
    var evidence: [Double]
  }

  var documents: [DocumentHead]
  var pairs: [Pair]
  var stories: [Story]
  var candidates: Int

  init(_ result: ScanResult) {
    documents = result.documents
    stories = result.stories
    candidates = result.candidates
    pairs = result.pairs.map { pair in
      let scores = pair.finding.evidence.scores
      return Pair(
        pair: Candidate(a: pair.a, b: pair.b), relation: pair.finding.relation,
        direction: pair.finding.direction,
        evidence: [scores.resemblance, scores.containmentOfA, scores.containmentOfB])
    }
  }
}

@Suite struct NearDuplicateScanTests {
  private static let seeds = 0..<UInt64(Effort.of(8))

  private static func collection(_ seed: UInt64) -> [Document] {
    var texts = NearDuplicateTexts(seed: seed)
    return texts.collection()
  }

  @Test(arguments: [0.3, 0.5, 0.8, 1])
  func `Of all pairs by hand 99 in 100 are found, and no others, with their exact resemblance`(
    threshold: Double
  ) throws {
    var all = 0
    var hits = 0
    for seed in Self.seeds {
      let documents = Self.collection(seed)
      let resemblances = naiveResemblances(documents)
      let expected = resemblances.filter { $0.value >= threshold }
      let result = try nearDuplicates(documents, threshold: threshold)
      // Ids sort as the documents stand.
      #expect(result.documents.map(\.id) == documents.map(\.id))
      var found: Set<Candidate> = []
      for pair in result.pairs {
        let candidate = Candidate(a: pair.a, b: pair.b)
        let expected = resemblances[candidate] ?? 0
        let scores = pair.finding.evidence.scores
        #expect(abs(scores.resemblance - expected) <= 1e-12, "seed \(seed), \(candidate)")
        #expect(scores.resemblance >= threshold)
        #expect(pair.a < pair.b)
        #expect(pair.finding.relation == (expected == 1 ? .duplicate : .copy))
        #expect(found.insert(candidate).inserted, "seed \(seed): \(candidate) twice")
      }
      all += expected.count
      hits += found.count
      // A collection has neither none nor nearly all pairs above the threshold.
      #expect(expected.count >= 10 && expected.count < documents.count * documents.count / 8)
    }
    #expect(all >= 50 * Self.seeds.count, "\(all) pairs")
    #expect(Double(hits) >= 0.99 * Double(all), "\(hits) of \(all)")
    // Equal sets have equal sketches.
    if threshold == 1 { #expect(hits == all) }
  }

  @Test func `Pairs just at the threshold are found as often as promised`() throws {
    // Of the 56 shingles of 60 words, those of the first part are a partner's too.
    for threshold in [0.3, 0.5, 0.8] {
      var texts = NearDuplicateTexts(seed: UInt64(threshold * 10))
      let shared = Int((threshold * 112 / (1 + threshold)).rounded(.up))
      var documents: [Document] = []
      for pair in 0..<1500 {
        let common = texts.units(shared + 4)
        for copy in 0..<2 {
          let units = common + texts.units(60 - common.count)
          documents.append(
            Document(
              id: "d\(10_000 + 2 * pair + copy)", text: texts.text(units, .latin, sentence: 9)))
        }
      }
      let result = try nearDuplicates(documents, threshold: threshold, threads: 2)
      let found = result.pairs.filter { $0.a % 2 == 0 && $0.b == $0.a + 1 }
      #expect(found.count == result.pairs.count)
      // Fifteen are expected to be missed at most; 32 of 1,500 would be bad luck of one in 10,000.
      #expect(found.count >= 1500 - 32, "\(found.count) at \(threshold)")
    }
  }

  @Test(arguments: [0.3, 0.5, 0.8, 1])
  func `Pairs of short texts are found too`(threshold: Double) throws {
    var all = 0
    var hits = 0
    let seeds = 100..<100 + UInt64(Effort.of(40))
    for seed in seeds {
      var texts = NearDuplicateTexts(seed: seed)
      var documents: [Document] = []
      for _ in 0..<20 {
        let script = NearDuplicateTexts.Script.allCases[texts.number(0...2)]
        var units = texts.units(texts.number(1...16), script)
        for _ in 0..<5 {
          let text = texts.text(units, script, sentence: 99)
          documents.append(Document(id: "d\(1000 + documents.count)", text: text))
          units = texts.copy(units, script)
        }
      }
      let resemblances = naiveResemblances(documents).filter { $0.value >= threshold }
      let result = try nearDuplicates(documents, threshold: threshold)
      // Where a text has no words the indices are others.
      try #require(result.documents.count == documents.count)
      for pair in result.pairs {
        #expect(resemblances[Candidate(a: pair.a, b: pair.b)] != nil, "seed \(seed)")
      }
      all += resemblances.count
      hits += result.pairs.count
    }
    #expect(all >= 12 * seeds.count, "\(all) pairs")
    #expect(Double(hits) >= 0.99 * Double(all), "\(hits) of \(all)")
  }

  @Test(arguments: [0.05, 0.3, 0.8], Effort.isDebug ? [2] : [1, 2, 5])
  func `Neither the order of the documents nor the number of threads matters`(
    threshold: Double, threads: Int
  ) throws {
    var documents = Self.collection(21)
    // Groups beyond the cap, and dates, so that there are stars and directions.
    var texts = NearDuplicateTexts(seed: 22)
    let base = texts.units(120)
    for number in 0..<140 {
      let units = texts.edited(base, .latin, rate: 0.005)
      let text = texts.text(units, .latin, sentence: 9)
      documents.append(Document(id: "e\(1000 + number)", text: text))
    }
    for index in documents.indices where index % 3 > 0 {
      documents[index].date = PublicationDate("2024-01-\(10 + index % 20)")
    }
    let expected = Summary(try nearDuplicates(documents, threshold: threshold))
    #expect(expected.pairs.count > 200 && expected.stories.count > 5)
    #expect(expected.pairs.contains { $0.direction.derivative != nil })
    let order = expected.pairs.map { [$0.pair.a, $0.pair.b] }
    #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
    var random = SplitMix64(state: UInt64(threads))
    for _ in 0..<2 {
      documents.shuffle(using: &random)
      let found = try nearDuplicates(documents, threshold: threshold, threads: threads)
      #expect(Summary(found) == expected)
    }
  }

  @Test func `Texts with the same shingles in another order are duplicates`() throws {
    var texts = NearDuplicateTexts(seed: 5)
    let period = texts.units(30)
    let units = period + period + period
    let turned = Array(units[11...] + units[..<11])
    let documents = [
      Document(id: "a", text: texts.text(units, .latin, sentence: 7)),
      Document(id: "b", text: texts.text(turned, .latin, sentence: 9)),
      Document(id: "c", text: texts.text(units + period, .latin, sentence: 8)),
      // Its shingles are fewer: nothing leads from the end to the beginning.
      Document(id: "d", text: texts.text(period, .latin, sentence: 8)),
    ]
    let result = try nearDuplicates(documents, threshold: 1)
    #expect(result.pairs.map { [$0.a, $0.b] } == [[0, 1], [0, 2], [1, 2]])
    #expect(result.pairs.allSatisfy { $0.finding.relation == .duplicate })
    let near = try nearDuplicates(documents, threshold: 0.8).pairs
    #expect(near.map { [$0.a, $0.b] } == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
    #expect(near[2].finding.relation == .copy)
    #expect(isClose(near[2].finding.evidence.scores.resemblance, 26.0 / 30))
  }

  @Test func `Texts that differ in case, marks and breaks alone are duplicates`() throws {
    let text = Fixtures.text("e25-original")
    let documents = [
      Document(id: "a", text: text), Document(id: "b", text: text.uppercased()),
      Document(id: "c", text: text.replacing(" ", with: "\n - ")),
      Document(id: "d", text: "date 2024-03-01 (Agency) " + text),
      Document(id: "e", text: Fixtures.text("e01-original")),
    ]
    let result = try nearDuplicates(documents, threshold: 0.5)
    let pairs = result.pairs.map { [$0.a, $0.b] }
    #expect(pairs == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
    #expect(result.pairs.allSatisfy { $0.finding.relation == .duplicate })
    #expect(result.stories.map(\.members) == [[0, 1, 2, 3]])
  }

  @Test func `Texts of fewer than five words are alike where they are the same`() throws {
    let short = ["one", "One!", "one two", "one two three four", "one two three four five", "two"]
    let documents = (short + short).enumerated().map { Document(id: "d\(10 + $0)", text: $1) }
    for threshold in [0.05, 1] {
      let result = try nearDuplicates(documents, threshold: threshold)
      let expected = [
        [0, 1], [0, 6], [0, 7], [1, 6], [1, 7], [2, 8], [3, 9], [4, 10], [5, 11], [6, 7],
      ]
      #expect(result.pairs.map { [$0.a, $0.b] } == expected)
    }
  }

  @Test func `What was published first is the source`() throws {
    let text = Fixtures.text("e25-light")
    let documents = [
      Document(id: "a", text: text, date: PublicationDate("2024-01-03")),
      Document(id: "b", text: text + " More.", date: PublicationDate("2024-01-01")),
      Document(id: "c", text: text),
    ]
    let result = try nearDuplicates(documents, threshold: 0.5)
    #expect(result.pairs.map(\.finding.direction.derivative) == [.a, nil, nil])
  }

  @Test func `Who leads a story has a title where titles are asked for`() throws {
    let text = Fixtures.text("e25-original")
    let documents = [Document(id: "a", text: text), Document(id: "b", text: text + " More.")]
    var result = try nearDuplicates(documents, threshold: 0.5)
    #expect(result.documents.allSatisfy { $0.title == nil })
    try result.nameStories(TextsInMemory(documents.map(\.text)))
    #expect(result.documents.compactMap(\.title).map { text.hasPrefix($0.dropLast()) } == [true])
  }

  @Test func `Nothing, one text and texts without words have no pairs`() throws {
    #expect(try nearDuplicates([], threshold: 0.05).pairs.isEmpty)
    #expect(try nearDuplicates([Document(id: "a", text: "A b.")], threshold: 0.05).pairs.isEmpty)
    let wordless = ["", " ", "--- ... !", "\u{200B}"].enumerated().map {
      Document(id: "d\($0)", text: $1)
    }
    let result = try nearDuplicates(wordless, threshold: 0.05, threads: 3)
    #expect(result.pairs.isEmpty && result.documents.isEmpty)
  }
}
