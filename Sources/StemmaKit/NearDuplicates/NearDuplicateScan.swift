/// Finds the pairs of a collection whose sets of word 5-grams resemble each other: the classic
/// search for near-duplicates (Broder, SEQUENCES 1997), with every pair verified exactly.
public struct NearDuplicateScan: Sendable {
  /// The least Jaccard resemblance of a pair.
  public var threshold: Double
  public var threads = 1

  public init(threshold: Double) {
    precondition(threshold > 0 && threshold <= 1, "a resemblance is above 0 and at most 1")
    self.threshold = threshold
  }

  /// All pairs of at least the threshold. Of a crowd of more than 128 texts that are nearly the same,
  /// which would be pairs without number, those with the first by id, and of texts that are quite the
  /// same each with the first of them; others where they share what few share. The result does not
  /// depend on the order of the documents or the number of threads.
  ///
  /// Relations are `duplicate`, where the shingles are the same, and `copy`.
  /// ``ScanResult/nameStories(_:_:threads:)`` then finds titles, where they are wanted.
  ///
  /// - Parameters:
  ///   - collection: the documents, sketched.
  ///   - texts: their texts, by the numbers with which they were sketched.
  ///   - progress: told how far the scan has come.
  /// - Throws: what `texts` throws.
  public func scan(
    _ collection: consuming NearDuplicateCollection, texts: any TextShelf,
    progress: (@Sendable (ScanStep) -> Void)? = nil
  ) throws -> ScanResult {
    progress?(.findingCandidates(documents: collection.count))
    let order = collection.order
    let heads = IDOrder.arranged(&collection.heads, order)
    let numbers = order.map { Int(collection.numbers[Int($0)]) }
    let candidates = BandSearch(
      collection.table, order, order.map { collection.digests[Int($0)] }, threshold: threshold,
      threads: threads
    ).candidates()
    progress?(.comparing(done: 0, all: candidates.count))
    let pairs = try parallelChunks(
      candidates.count, threads: threads, chunk: 256, scratch: Verifier(texts)
    ) { (verifier, range) throws(any Error) in
      var found: [ScanPair] = []
      for pair in candidates[range] {
        let overlap = try verifier.overlap(numbers[pair.a], numbers[pair.b])
        guard overlap.resemblance >= threshold else { continue }
        found.append(Self.pair(pair, overlap, heads[pair.a], heads[pair.b]))
      }
      progress?(.comparing(done: range.upperBound, all: candidates.count))
      return found
    }
    progress?(.findingStories(done: 0, all: pairs.count))
    let derivations = pairs.map { Derivation(a: $0.a, b: $0.b, finding: $0.finding) }
    return ScanResult(
      documents: heads, textNumbers: numbers.map { Int32($0) },
      pairs: pairs,
      stories: StoryBuilder.stories(
        documents: heads.count, derivations: derivations, threads: threads),
      candidates: candidates.count)
  }

  private static func pair(
    _ pair: Candidate, _ overlap: SetOverlap, _ a: DocumentHead, _ b: DocumentHead
  ) -> ScanPair {
    var scores = Scores()
    scores.resemblance = overlap.resemblance
    scores.containmentOfA = overlap.containmentOfA
    scores.containmentOfB = overlap.containmentOfB
    let isIdentical = overlap.resemblance == 1
    let relation: Relation = isIdentical ? .duplicate : .copy
    let evidence = Evidence(
      scores: scores, countA: overlap.countA, countB: overlap.countB, unquotedA: 0, unquotedB: 0,
      isIdentical: isIdentical, quoteShift: QuoteShift(), passages: [])
    var finding = PairFinding(
      relation: relation, direction: .undecided, confidence: 1, evidence: evidence)
    finding.decide(DirectionRule(), Provenance(a, b))
    return ScanPair(a: pair.a, b: pair.b, finding: finding)
  }
}

/// Counts the shingles that two texts have in common; holds scratch space.
private struct Verifier {
  private var loader: TextLoader
  private var first = ShingleSet()
  /// The text whose shingles are in `first`.
  private var known = -1
  private var second = ShingleSet()
  private var tokens: [UInt64] = []
  private var shingles: [UInt64] = []

  init(_ texts: any TextShelf) { loader = TextLoader(texts) }

  mutating func overlap(_ a: Int, _ b: Int) throws -> SetOverlap {
    if known != a {
      try load(a)
      first.fill(shingles)
      known = a
    }
    try load(b)
    let shared = second.fill(shingles, shared: first)
    return SetOverlap(countA: first.count, countB: second.count, shared: shared)
  }

  private mutating func load(_ number: Int) throws {
    try loader.hash(number, into: &tokens)
    Shingles.hash(tokens, length: NearDuplicateSketch.shingleLength, into: &shingles)
  }
}
