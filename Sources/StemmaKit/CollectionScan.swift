/// What a scan of a collection found.
public struct ScanResult: Sendable {
  /// All documents, sorted by id; pairs and stories speak of them by index.
  public var documents: [DocumentHead]
  /// The tokens of each document.
  public var tokens: [Tokens]
  /// Pairs of at least the relation asked for, by index.
  public var pairs: [ScanPair]
  public var stories: [Story]
  /// How many pairs were looked at.
  public var candidates: Int
}

/// Finds what was made from what in a whole collection.
public struct CollectionScan: Sendable {
  public var leastRelation = Relation.excerpt
  public var threads = 1
  public var passages = PassageSettings.news

  public init() {}

  /// Scans the documents; the result does not depend on their order or the number of threads.
  ///
  /// - Parameter progress: told, now and then, how many of how many pairs have been looked at.
  public func scan(
    _ documents: [PreparedDocument],
    progress: (@Sendable (_ done: Int, _ all: Int) -> Void)? = nil
  ) -> ScanResult {
    let documents = documents.sorted { $0.head.id.utf8.lexicographicallyPrecedes($1.head.id.utf8) }
    let unique = UniqueTexts(documents)
    let tokens = unique.firsts.map { documents[$0].tokens }
    let (candidates, speakers) = candidates(unique.firsts.compactMap { documents[$0].sketch })
    var counts = CollectionCounts()
    for speaker in speakers { counts.add(tokens[speaker]) }
    let rarity = TermRarity(collection: counts)
    let texts = parallelChunks(tokens.count, threads: threads) { range in
      range.map { WeighedText(tokens[$0], rarity: rarity) }
    }
    var pairs = parallelChunks(candidates.count, threads: threads) { range in
      var judge = PairJudge(passages: passages, leastRelation: leastRelation)
      let judged = range.map { index in
        let (a, b) = (candidates[index].a, candidates[index].b)
        let (first, second) = (unique.firsts[a], unique.firsts[b])
        let finding = judge.judge(
          texts[a], texts[b], dateA: documents[first].head.date,
          dateB: documents[second].head.date)
        return ScanPair(a: first, b: second, finding: finding)
      }
      progress?(range.upperBound, candidates.count)
      return judged.filter { $0.finding.relation > .none }
    }
    pairs += unique.duplicates(documents)
    Witness.apply(to: &pairs, of: documents)
    pairs = pairs.filter { $0.finding.relation >= leastRelation }.sorted {
      ($0.a, $0.b) < ($1.a, $1.b)
    }
    let derivations = pairs.filter { $0.finding.relation.isDerivation }.map {
      Derivation(a: $0.a, b: $0.b, finding: $0.finding)
    }
    return ScanResult(
      documents: documents.map(\.head), tokens: documents.map(\.tokens), pairs: pairs,
      stories: StoryBuilder.stories(documents: documents.count, derivations: derivations),
      candidates: candidates.count)
  }

  /// The pairs of texts to look at, and the texts by which words are counted and searched.
  private func candidates(_ sketches: [SearchSketch]) -> ([Candidate], speakers: [Int]) {
    if let all = CandidateSearch.exhaustive(documents: sketches.count) {
      return (all, NearCopies.speakers(sketches, among: all))
    }
    let byPhrases = CandidateSearch(sketches, part: .phrases, threads: threads)
      .candidates(threads: threads)
    let speakers = NearCopies.speakers(sketches, among: byPhrases)
    let known = Set(byPhrases)
    let byWords = CandidateSearch(speakers.map { sketches[$0] }, part: .words, threads: threads)
      .candidates(threads: threads)
      .map { Candidate(a: speakers[$0.a], b: speakers[$0.b]) }
    return (byPhrases + byWords.filter { !known.contains($0) }, speakers)
  }
}

/// Texts that are the same after normalisation, found by their digest and compared in full.
private struct UniqueTexts {
  /// One document of each text that has tokens, in order: the earliest by date, else the first.
  private(set) var firsts: [Int] = []
  /// The other documents with the text of one of these.
  private var repeats: [(first: Int, other: Int)] = []

  init(_ documents: [PreparedDocument]) {
    var groups: [[Int]] = []
    var byDigest: [UInt64: [Int]] = [:]
    for (index, document) in documents.enumerated() where document.sketch != nil {
      let digest = Shingles.hash(ofAll: document.tokens.hashes)
      let same = byDigest[digest]?.first {
        documents[groups[$0][0]].tokens.hashes == document.tokens.hashes
      }
      if let same {
        groups[same].append(index)
      } else {
        byDigest[digest, default: []].append(groups.count)
        groups.append([index])
      }
    }
    for group in groups {
      var first = group[0]
      for other in group.dropFirst() {
        guard let date = documents[other].head.date else { continue }
        let lead = documents[first].head.date.map { date.lead(over: $0) } ?? 1
        if let lead, lead > 0 { first = other }
      }
      firsts.append(first)
      repeats += group.filter { $0 != first }.map { (first, $0) }
    }
    firsts.sort()
  }

  func duplicates(_ documents: [PreparedDocument]) -> [ScanPair] {
    let rule = DirectionRule()
    return repeats.map { first, other in
      let (a, b) = (min(first, other), max(first, other))
      let tokens = documents[first].tokens
      var scores = Scores()
      (scores.resemblance, scores.containmentOfA, scores.containmentOfB) = (1, 1, 1)
      (scores.coverage, scores.coverageOfA, scores.coverageOfB) = (1, 1, 1)
      (scores.coverageUnquoted, scores.wordOverlap, scores.rareWords) = (1, 1, 1)
      scores.namesShared = 1
      let whole = 0..<tokens.count
      let evidence = Evidence(
        scores: scores, countA: tokens.count, countB: tokens.count, unquotedA: 0, unquotedB: 0,
        isIdentical: true, quoteShift: QuoteShift(),
        passages: [Passage(a: whole, b: whole, score: 0)])
      return ScanPair(
        a: a, b: b,
        finding: PairFinding(
          relation: .duplicate,
          direction: rule.direction(
            .duplicate, QuoteShift(), dateA: documents[a].head.date,
            dateB: documents[b].head.date),
          confidence: 1, evidence: evidence))
    }
  }
}
