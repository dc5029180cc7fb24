/// What a scan of a collection found.
public struct ScanResult: Sendable {
  /// All documents, sorted by id; pairs and stories speak of them by index. Those that lead a story
  /// have a title, if only their first line.
  public var documents: [DocumentHead]
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

  /// Words are counted in at most so many texts, spread over the collection: more would tell no word
  /// of the highest rarity from another.
  static let mostCounted = 1 << 15

  public init() {}

  /// Scans documents that are in memory.
  public func scan(_ documents: [Document]) -> ScanResult {
    var preparer = DocumentPreparer()
    let prepared = documents.enumerated().map { preparer.prepare($1, number: $0) }
    do {
      return try scan(prepared, texts: TextsInMemory(documents.map(\.text)))
    } catch {
      preconditionFailure("texts in memory cannot be missing")
    }
  }

  /// Scans the documents; the result does not depend on their order or the number of threads.
  ///
  /// - Parameters:
  ///   - texts: their texts, by the numbers with which they were prepared.
  ///   - progress: told, now and then, how many of how many pairs have been looked at.
  /// - Throws: what `texts` throws.
  public func scan(
    _ documents: [PreparedDocument], texts: any TextShelf,
    progress: (@Sendable (_ done: Int, _ all: Int) -> Void)? = nil
  ) throws -> ScanResult {
    let documents = documents.sorted { $0.head.id.utf8.lexicographicallyPrecedes($1.head.id.utf8) }
    var loader = TextLoader(texts)
    let unique = try UniqueTexts(documents, &loader)
    let (candidates, speakers) = candidates(unique.firsts.compactMap { documents[$0].sketch })
    let numbers = unique.firsts.map { documents[$0].number }
    let counts = try counts(speakers.map { numbers[$0] }, texts)
    let rarity = TermRarity(collection: counts)
    let dates = unique.firsts.map { documents[$0].head.date }
    var pairs = try parallelChunks(
      candidates.count, threads: threads, chunk: 256,
      scratch: { PairScratch(self, WeighedCache(texts, numbers, rarity)) }
    ) { (scratch, range) throws(any Error) in
      var found: [ScanPair] = []
      for candidate in candidates[range] {
        let pair = try scratch.judge(candidate, dates)
        guard pair.finding.relation > .none else { continue }
        found.append(pair)
      }
      progress?(range.upperBound, candidates.count)
      return found
    }
    for index in pairs.indices {
      pairs[index].a = unique.firsts[pairs[index].a]
      pairs[index].b = unique.firsts[pairs[index].b]
    }
    pairs += try unique.duplicates(documents, &loader)
    Witness.apply(to: &pairs, of: documents.map(\.head))
    try complete(&pairs) { WeighedCache(texts, documents.map(\.number), rarity) }
    pairs = pairs.filter { $0.finding.relation >= leastRelation }.sorted {
      ($0.a, $0.b) < ($1.a, $1.b)
    }
    let derivations = pairs.filter { $0.finding.relation.isDerivation }.map {
      Derivation(a: $0.a, b: $0.b, finding: $0.finding)
    }
    var result = ScanResult(
      documents: documents.map(\.head), pairs: pairs,
      stories: StoryBuilder.stories(documents: documents.count, derivations: derivations),
      candidates: candidates.count)
    try result.nameStories { try loader.title(documents[$0].number) }
    return result
  }

  /// Examines to the end the pairs that only a third text has made worth reporting.
  private func complete(
    _ pairs: inout [ScanPair], _ weighed: @Sendable () -> WeighedCache
  ) throws {
    let incomplete = pairs.indices.filter {
      pairs[$0].finding.witness != nil && !pairs[$0].finding.evidence.isComplete
    }
    let known = pairs
    let found = try parallelChunks(
      incomplete.count, threads: threads,
      scratch: { (weighed(), PairExaminer(passages: passages)) }
    ) { (scratch, range) throws(any Error) in
      try range.map { index in
        var pair = known[incomplete[index]]
        let (a, b) = (try scratch.0.text(pair.a), try scratch.0.text(pair.b))
        pair.finding.evidence = scratch.1.examine(a, b)
        pair.spans = pair.finding.evidence.passages.map { PassageSpan($0, a.tokens, b.tokens) }
        return pair
      }
    }
    for (index, pair) in zip(incomplete, found) { pairs[index] = pair }
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
    let byWords = CandidateSearch(
      speakers.map { sketches[$0] }, part: .words, derivationsOnly: leastRelation > .sameStory,
      threads: threads
    )
    .candidates(threads: threads)
    .map { Candidate(a: speakers[$0.a], b: speakers[$0.b]) }
    return (byPhrases + byWords.filter { !known.contains($0) }, speakers)
  }

  /// In how many texts each word stands, of some of the texts.
  private func counts(_ numbers: [Int], _ texts: any TextShelf) throws -> CollectionCounts {
    let step = max(1, (numbers.count + Self.mostCounted - 1) / Self.mostCounted)
    let counted = stride(from: 0, to: numbers.count, by: step).map { numbers[$0] }
    var counts = CollectionCounts()
    var loader = TextLoader(texts)
    var hashes: [UInt64] = []
    for number in counted {
      try loader.hash(number, into: &hashes)
      counts.add(hashes)
    }
    return counts
  }
}

extension ScanResult {
  /// Gives the document that a story is named after its first line for a title, where it has none.
  mutating func nameStories(_ firstLine: (Int) throws -> String) rethrows {
    for story in stories {
      let lead = story.origin ?? story.members[0]
      if documents[lead].title == nil { documents[lead].title = try firstLine(lead) }
    }
  }
}

/// What a thread judges pairs with.
private struct PairScratch {
  private var judge: PairJudge
  private var weighed: WeighedCache

  init(_ scan: CollectionScan, _ weighed: WeighedCache) {
    judge = PairJudge(passages: scan.passages, leastRelation: scan.leastRelation)
    self.weighed = weighed
  }

  mutating func judge(_ pair: Candidate, _ dates: [PublicationDate?]) throws -> ScanPair {
    let a = try weighed.text(pair.a)
    let b = try weighed.text(pair.b)
    let finding = judge.judge(a, b, dateA: dates[pair.a], dateB: dates[pair.b])
    let spans =
      finding.relation > .none
      ? finding.evidence.passages.map { PassageSpan($0, a.tokens, b.tokens) } : []
    return ScanPair(a: pair.a, b: pair.b, finding: finding, spans: spans)
  }
}
