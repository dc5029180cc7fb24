/// What a scan of a collection found.
public struct ScanResult: Sendable {
  /// All documents, sorted by id; pairs and stories speak of them by index. After
  /// ``nameStories(_:_:threads:)`` those that lead a story have a title, if only one of their first
  /// lines.
  public var documents: [DocumentHead]
  /// Where the text of each document stands on the shelf.
  public var textNumbers: [Int32]
  /// Pairs of at least the relation asked for, by index.
  public var pairs: [ScanPair]
  public var stories: [Story]
  /// Runs of words that many texts share, and that were not counted as reuse.
  public var commonMatter: [CommonMatter] = []
  /// What a text without a title is called by.
  package var openingLines = OpeningLines()
  /// How many pairs were looked at.
  public var candidates: Int
  /// What became of the pair that was to be explained.
  public var explanation: PairExplanation?

  public init(
    documents: [DocumentHead], textNumbers: [Int32], pairs: [ScanPair], stories: [Story],
    commonMatter: [CommonMatter] = [], candidates: Int
  ) {
    self.documents = documents
    self.textNumbers = textNumbers
    self.pairs = pairs
    self.stories = stories
    self.commonMatter = commonMatter
    self.candidates = candidates
  }
}

/// Finds what was made from what in a whole collection.
public struct CollectionScan: Sendable {
  public var leastRelation = Relation.excerpt
  public var threads = 1
  public var passages = PassageSettings.news
  /// Whether the passages of copies and rewrites are wanted, and the strength of the strongest; a
  /// fifth of the time. Excerpts rest on theirs, which are found in any case.
  public var findsPassages = true
  public var memory = MemoryBudget()
  /// The ids of a pair of which the result is to tell everything.
  public var explained: (a: String, b: String)?

  public init() {}

  /// Scans documents that are in memory. Documents without words have no pairs.
  public func scan(_ documents: [Document]) -> ScanResult {
    var preparer = DocumentPreparer()
    var collection = SketchedCollection()
    do {
      for (number, document) in documents.enumerated() {
        try collection.add(preparer.prepare(document, number: number))
      }
      let texts = TextsInMemory(documents.map(\.text))
      var result = try scan(collection, texts: texts)
      try result.nameStories(texts)
      return result
    } catch {
      preconditionFailure("nothing in memory can be missing")
    }
  }

  /// Scans the documents; the result does not depend on their order, the number of threads or the
  /// memory. ``ScanResult/nameStories(_:_:threads:)`` then finds titles, where they are wanted.
  ///
  /// - Parameters:
  ///   - collection: the documents, prepared.
  ///   - texts: their texts, by the numbers with which they were prepared.
  ///   - progress: told how far the scan has come.
  /// - Throws: what `texts` throws, and the scratch space.
  public func scan(
    _ collection: consuming SketchedCollection, texts: any TextShelf,
    progress: (@Sendable (ScanStep) -> Void)? = nil
  ) throws -> ScanResult {
    progress?(.findingCandidates(documents: collection.heads.count))
    let order = collection.order
    let heads = IDOrder.arranged(&collection.heads, order)
    let numbers = order.map { Int(collection.numbers[Int($0)]) }
    let dates = heads.map(\.date)
    var loader = TextLoader(texts)
    let unique = try UniqueTexts(
      digests: order.map { collection.digests[Int($0)] }, numbers: numbers, dates: dates, &loader)
    let firsts = unique.firsts
    let found = try CandidatePairs(collection.rows, firsts.map { order[$0] }, for: self)
    let (candidates, isCrowded) = (found.all, found.isCrowded)
    let counts = try CollectionCounts(
      found.speakers.map { numbers[firsts[$0]] }, texts, threads: threads)
    let weigher = WordWeigher(TermRarity(collection: counts))
    let weighed = { @Sendable [memory] in
      WeighedCache(texts, numbers, weigher, size: memory.weighedTexts)
    }
    progress?(.comparing(done: 0, all: candidates.count))
    let places = PairOrder.places(candidates, documents: firsts.count)
    var pairs = try parallelChunks(
      candidates.count, threads: threads, chunk: 256, scratch: PairScratch(self, weighed())
    ) { (scratch, range) throws(any Error) in
      var judged: [ScanPair] = []
      for place in places[range] {
        let candidate = candidates[place]
        let pair = try scratch.judge(
          firsts[candidate.a], firsts[candidate.b], heads, isCrowded: isCrowded[place])
        if pair.finding.relation > .none { judged.append(pair) }
      }
      progress?(.comparing(done: range.upperBound, all: candidates.count))
      return judged
    }
    let own = explained == nil ? [] : pairs
    // Pairs that are looked at once more.
    let again = pairs.count { $0.finding.relation.isDerivation }
    let common = try takeBackCommonMatter(&pairs, heads, numbers, texts, weighed, progress)
    pairs += try unique.duplicates(numbers: numbers, heads: heads, &loader)
    let presumed = pairs.indices.filter {
      pairs[$0].finding.relation.isDerivation && !pairs[$0].finding.evidence.isComplete
    }
    try judge(&pairs, presumed, heads, PairScratch(self, weighed())) { done in
      progress?(.findingStories(done: again + done, all: again + presumed.count))
    }
    let before = again + presumed.count
    if leastRelation <= .rewrite {
      let waiting = Witness.waiting(pairs)
      try judge(
        &pairs, waiting, heads, PairScratch(self, weighed(), leastRelation: Relation.none)
      ) { done in progress?(.findingStories(done: before + done, all: before + waiting.count)) }
      Witness.apply(to: &pairs, of: heads)
    }
    let judged = explained.map { _ in
      Judged(unique: unique, candidates: found, own: own, all: pairs)
    }
    pairs = pairs.filter { $0.finding.relation >= leastRelation }.sorted {
      ($0.a, $0.b) < ($1.a, $1.b)
    }
    let derivations = pairs.filter { $0.finding.relation.isDerivation }.map {
      Derivation(a: $0.a, b: $0.b, finding: $0.finding)
    }
    let stories = StoryBuilder.stories(
      documents: heads.count, derivations: derivations,
      refuted: try refuted(derivations, heads, weighed), threads: threads)
    StoryDirection.apply(to: &pairs, of: stories)
    var result = ScanResult(
      documents: heads, textNumbers: numbers.map { Int32($0) }, pairs: pairs, stories: stories,
      commonMatter: common,
      candidates: candidates.count)
    if let explained, let judged {
      result.explanation = try explanation(explained, result, judged, weighed)
    }
    return result
  }

  /// Takes back the derivations that rest on common matter; the runs of it.
  private func takeBackCommonMatter(
    _ pairs: inout [ScanPair], _ heads: [DocumentHead], _ numbers: [Int], _ texts: any TextShelf,
    _ weighed: @Sendable () -> WeighedCache, _ progress: (@Sendable (ScanStep) -> Void)?
  ) throws -> [CommonMatter] {
    progress?(.findingStories(done: 0, all: pairs.count { $0.finding.relation.isDerivation }))
    let learnt = try CommonMatterFilter(pairs, heads: heads, threads: threads, weighed: weighed)
    let known = pairs
    let derivations = pairs.indices.filter { pairs[$0].finding.relation.isDerivation }
    let trials = try parallelChunks(
      derivations.count, threads: threads,
      scratch: (
        TrialTexts(weighed(), without: learnt),
        PairJudge(
          passages: passages, leastRelation: .sameStory,
          purpose: leastRelation > .sameStory ? .briefTrial : .trial)
      )
    ) { (scratch, range) throws(any Error) in
      let trials = try derivations[range].map { index -> CommonMatterTrial? in
        guard let (a, b) = try scratch.0.texts(known[index]) else { return nil }
        return learnt.trial(a, b, &scratch.1)
      }
      progress?(.findingStories(done: range.upperBound, all: derivations.count))
      return trials
    }
    let votes = CommonMatterVotes(trials.compactMap { $0 })
    var common: [CommonMatterTrial] = []
    for (index, trial) in zip(derivations, trials) {
      guard let trial, votes.isCommonMatter(trial) else { continue }
      pairs[index].finding = trial.rest
      pairs[index].spans = []
      pairs[index].isOfRest = true
      common.append(trial)
    }
    pairs.removeAll { $0.finding.relation == .none }
    return try CommonMatterTrial.listed(common) { try texts.text(numbers[$0.document]) }
  }

  /// The texts with near-copies that a rewording of one of these does not join.
  private func refuted(
    _ derivations: [Derivation], _ heads: [DocumentHead], _ weighed: @Sendable () -> WeighedCache
  ) throws -> Set<NodePair> {
    let trials = NodeTrial.needed(documents: heads.count, derivations: derivations)
    let refuted = try parallelChunks(
      trials.count, threads: threads, chunk: 16, scratch: PairScratch(self, weighed())
    ) { (scratch, range) throws(any Error) in
      try trials[range].filter { trial in
        let found = try trial.pairs.count {
          try scratch.judge($0.a, $0.b, heads).finding.relation >= .rewrite
        }
        return trial.isRefuted(found: found)
      }
    }
    return Set(refuted.map(\.nodes))
  }

  /// Judges some of the pairs again.
  private func judge(
    _ pairs: inout [ScanPair], _ places: [Int], _ heads: [DocumentHead],
    _ scratch: @autoclosure @Sendable () -> PairScratch, _ told: @Sendable (Int) -> Void
  ) throws {
    let known = pairs
    let found = try parallelChunks(places.count, threads: threads, scratch: scratch()) {
      (scratch, range) throws(any Error) in
      let judged = try places[range].map { try scratch.judge(known[$0].a, known[$0].b, heads) }
      told(range.upperBound)
      return judged
    }
    for (place, pair) in zip(places, found) { pairs[place] = pair }
  }
}
