import Testing

@testable import StemmaKit

/// A collection that is too large to be compared pair by pair: the fixtures among made-up texts, one
/// text twice, and one with many near-copies.
private let collection: [Document] = {
  var documents = Fixtures.articles.filter { $0.language == "en" }.prefix(40).map(\.document)
  documents.append(Document(id: "e01-twin", text: Fixtures.text("e01-original")))
  let words = Fixtures.text("e07-original").split(separator: " ").map(String.init)
  var random = RandomText(seed: 4)
  for number in 10..<22 {
    var copy = words
    for _ in 0..<9 { copy[random.number(0...words.count - 1)] = "x\(number)" }
    documents.append(Document(id: "copy-\(number)", text: copy.joined(separator: " ")))
  }
  for number in 100..<260 {
    let text = (0..<60).map { _ in "w\(random.number(0...3000))" }.joined(separator: " ")
    documents.append(Document(id: "made-\(number)", text: text))
  }
  return documents
}()

private func scan(
  _ documents: [Document], explaining pair: (String, String)? = nil,
  leastRelation: Relation = .excerpt
) -> ScanResult {
  var scan = CollectionScan()
  scan.leastRelation = leastRelation
  scan.explained = pair.map { (a: $0.0, b: $0.1) }
  return scan.scan(documents)
}

@Suite struct PairExplanationTests {
  private static let plain = scan(collection)

  @Test func `What is explained is what is reported`() throws {
    let result = Self.plain
    var ways: Set<Candidacy.Way> = []
    var random = RandomText(seed: 8)
    let byWitness = try #require(result.pairs.first { $0.finding.witness != nil })
    for number in 0..<Effort.of(10) {
      let pair =
        number == 0 ? byWitness : result.pairs[random.number(0...result.pairs.count - 1)]
      let ids = (result.documents[pair.a].id, result.documents[pair.b].id)
      let explained = scan(collection, explaining: (ids.1, ids.0))
      let found = try #require(explained.explanation, "\(ids)")
      let trace = try #require(found.scan)
      #expect((trace.a, trace.b) == (pair.a, pair.b))
      #expect(trace.isReported, "\(ids)")
      #expect(found.finding.relation == pair.finding.relation, "\(ids)")
      #expect(found.finding.direction == pair.finding.direction, "\(ids)")
      #expect(found.finding.witness == pair.finding.witness, "\(ids)")
      #expect(found.finding.evidence.scores == pair.finding.evidence.scores, "\(ids)")
      #expect(found.spans == pair.spans, "\(ids)")
      #expect(explained.pairs.map(\.finding.relation) == result.pairs.map(\.finding.relation))
      if pair.finding.witness == nil {
        #expect(found.decidingLine?.relation == pair.finding.relation, "\(ids)")
      } else {
        #expect(trace.witnesses.first(where: \.holds)?.document == pair.finding.witness)
      }
      ways.insert(trace.candidacy.way)
    }
    #expect(ways.contains(.phrases))
  }

  @Test func `What made a pair a candidate, or not, is told by its numbers`() throws {
    var random = RandomText(seed: 3)
    let ids = collection.map(\.id)
    var ways: Set<Candidacy.Way> = []
    for number in 0..<Effort.of(12) {
      let pair =
        number == 0
        ? ("e01-heavy", "e01-original") : (ids[random.number(0...19)], ids[random.number(20...70)])
      let least = number % 2 == 0 ? Relation.sameStory : .excerpt
      let explanation = try #require(
        scan(collection, explaining: pair, leastRelation: least).explanation)
      let candidacy = try #require(explanation.scan).candidacy
      ways.insert(candidacy.way)
      let phrases = try #require(candidacy.phrases)
      #expect(phrases.plain + phrases.stars + phrases.common <= phrases.slots)
      #expect((candidacy.way == .phrases) == (phrases.isEnough && !phrases.isPairedElsewhere))
      guard let words = candidacy.words else {
        #expect(candidacy.isSpokenFor.a || candidacy.isSpokenFor.b)
        continue
      }
      #expect(words.counted <= words.slots)
      #expect(words.isEnough == (words.weight >= words.leastWeight))
      #expect(words.isDerivationAsked == (least == .excerpt))
      if candidacy.way != .phrases {
        let mayBe = words.isPlausible || !words.isDerivationAsked
        #expect((candidacy.way == .words) == (words.isEnough && mayBe), "\(pair)")
      }
    }
    #expect(ways.isSuperset(of: [.words, .none]))
  }

  @Test func `A text that stands twice, and one with many near-copies, are told`() throws {
    // The twin has no date, so the original comes first.
    let same = try #require(
      scan(collection, explaining: ("e01-twin", "e01-original")).explanation?.scan)
    #expect(same.candidacy.way == .sameText && same.stage == nil && same.isReported)
    let other = try #require(scan(collection, explaining: ("e01-twin", "e01-light")).explanation)
    let trace = try #require(other.scan)
    let documents = Self.plain.documents
    #expect(documents[trace.candidacy.firsts.b].id == "e01-original")
    #expect(!trace.isReported && trace.stage == nil)
    let spoken = try #require(
      scan(collection, explaining: ("copy-15", "made-150")).explanation?.scan)
    #expect(spoken.candidacy.isSpokenFor == (true, false))
    #expect(spoken.candidacy.words == nil)
  }

  @Test func `A pair that is put aside early is examined to the end`() throws {
    let few = Fixtures.articles.prefix(30).map(\.document)
    let pair = ("e01-original", "e07-original")
    let explanation = try #require(scan(few, explaining: pair, leastRelation: .copy).explanation)
    let trace = try #require(explanation.scan)
    #expect(trace.candidacy.way == .everyPair && trace.candidacy.phrases == nil)
    #expect(trace.stage == .words && !trace.isReported)
    var judge = PairJudge()
    let (a, b) = (weighed(Fixtures.text(pair.0)), weighed(Fixtures.text(pair.1)))
    let alone = judge.judge(a, b).evidence
    #expect(explanation.finding.evidence.stage == alone.stage)
    #expect(explanation.finding.evidence.scores.resemblance == alone.scores.resemblance)
  }

  @Test func `An excerpt in a text that tells another story is told to join none`() throws {
    let few = Fixtures.articles.filter { $0.id.hasSuffix("-original") }.prefix(12).map(\.document)
    let lender = Fixtures.text("e01-original")
    // Eighteen words from the middle, as a paragraph below another article.
    let words = lender.split(separator: " ")
    let passage = words[words.count / 2..<words.count / 2 + 18].joined(separator: " ")
    let borrower = Document(id: "teaser", text: Fixtures.text("e07-original") + "\n\n" + passage)
    let explanation = try #require(
      scan(few + [borrower], explaining: ("e01-original", "teaser")).explanation)
    #expect(explanation.finding.relation == .excerpt)
    let trace = try #require(explanation.scan)
    #expect(trace.isReported && trace.isAside && !trace.isOfOneStory)
    let own = try #require(
      scan(
        Fixtures.articles.prefix(30).map(\.document), explaining: ("e01-original", "e01-excerpt")
      )
      .explanation?.scan)
    #expect(own.isReported && !own.isAside && own.isOfOneStory)
  }

  @Test func `Stages follow one another`() {
    var judge = PairJudge()
    let (a, b) = (weighed(Fixtures.text("e01-original")), weighed(Fixtures.text("e01-rewrite")))
    #expect(judge.judge(a, b).evidence.stage == .passages)
    var seen: Set<EvidenceStage> = []
    var brief = PairJudge(leastRelation: .excerpt)
    let texts = Fixtures.articles.prefix(16).map { weighed($0.text) }
    for a in texts { for b in texts { seen.insert(brief.judge(a, b).evidence.stage) } }
    #expect(seen.count >= 3)
  }

  @Test func `A pair that is not there is not explained`() {
    let few = Fixtures.articles.prefix(3).map(\.document)
    #expect(scan(few, explaining: (few[0].id, "nobody")).explanation == nil)
    #expect(scan(few, explaining: (few[0].id, few[0].id)).explanation == nil)
    #expect(scan(few).explanation == nil)
  }
}
