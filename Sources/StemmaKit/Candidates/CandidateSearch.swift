/// A pair of documents worth looking at, by their indices; `a` < `b`.
public struct Candidate: Sendable, Hashable {
  public var a: Int
  public var b: Int
}

/// Finds the pairs of a collection that share enough rare words, or enough phrases.
///
/// Every slot of a sketch is a band of its own (r = 1): its bucket is the posting list of one
/// sampled shingle, and the cap on its size is a filter of rarity. docs/candidates.md gives the
/// measurements.
struct CandidateSearch: Sendable {
  /// The half of a sketch that is searched by.
  enum Part: Sendable {
    case words
    case phrases

    var slots: Range<Int> {
      switch self {
      case .words: 0..<SearchSketch.wordSlots
      case .phrases: SearchSketch.wordSlots..<SearchSketch.slots
      }
    }

    /// Whether what two documents share makes a candidate: sixteen nats of the rarity of words, or
    /// three phrases.
    fileprivate func isEnough(_ weight: Int32) -> Bool {
      self == .words ? weight >= CandidateSearch.leastWeight : PhraseCount.isEnough(weight)
    }
  }

  /// The rarity of shared words that makes a candidate, in sixteenths of a nat.
  static let leastWeight: Int32 = 16 * 16

  /// Collections with at most this many pairs are compared pair by pair: in so few texts, rarity
  /// cannot be told.
  static let exhaustivePairs = 20_000

  private let rows: SketchRows
  /// The rows of the documents searched.
  private let documents: [Int32]
  private let part: Part
  /// Leave out pairs that share rare words but are no derivation, as far as the sketches tell.
  var derivationsOnly = false
  var threads = 1
  /// Bytes that the buckets may take.
  var memory = Int.max

  init(_ rows: SketchRows, _ documents: [Int32], part: Part) {
    self.rows = rows
    self.documents = documents
    self.part = part
  }

  /// - Parameter sketches: one a document.
  init(_ sketches: [SearchSketch], part: Part) {
    self.init(SketchRows(sketches), sketches.indices.map { Int32($0) }, part: part)
  }

  /// The largest bucket of which all pairs are looked at: 0.15 % of the collection, within limits
  /// that keep whole stories in small collections and work linear in large ones.
  static func cap(documents: Int) -> Int { min(64, max(32, documents * 3 / 2000)) }

  /// All pairs, where there are few enough; else `nil`.
  static func exhaustive(documents: Int) -> [Candidate]? {
    guard documents * (documents - 1) / 2 <= exhaustivePairs else { return nil }
    return (0..<documents).flatMap { a in
      (min(a + 1, documents)..<documents).map { Candidate(a: a, b: $0) }
    }
  }

  /// All candidates, in order.
  func candidates() throws -> [Candidate] { try search().map(\.candidate) }

  /// All candidates, in order, and what is known of each.
  ///
  /// - Throws: where sketches in scratch space cannot be read.
  /// - Complexity: O(*n* · *k* · *cap*) time for *n* documents of *k* slots.
  func search() throws -> [Found] {
    let count = documents.count
    var all: [Found] = []
    var (first, size) = (0, max(1024, memory / (part.slots.count * Buckets.mostBytesPerMember)))
    while first < count {
      let owners = first..<min(count, first + size)
      let buckets = try buckets(of: owners, memory: memory)
      all += try candidates(of: owners, buckets)
      // The next part is as large as the last one shows that it may be.
      size = max(size, min(4 * size, memory / max(1, buckets.bytes / owners.count)))
      first = owners.upperBound
    }
    // A document that many others share phrases with is paired by these with the first of them.
    var hasStar = [Bool](repeating: false, count: count)
    return all.filter { found in
      guard found.isByStars else { return true }
      defer { hasStar[found.candidate.b] = true }
      return !hasStar[found.candidate.b]
    }
  }

  private func buckets(of owners: Range<Int>, memory: Int = 0) throws -> Buckets {
    try Buckets(
      rows, documents, owners: owners, part: part, cap: Self.cap(documents: documents.count),
      threads: threads, memory: memory)
  }

  /// The pairs of some documents with those behind them.
  private func candidates(of owners: Range<Int>, _ buckets: Buckets) throws -> [Found] {
    try parallelChunks(
      owners.count, threads: threads, chunk: 64, scratch: Tally(documents: documents.count)
    ) { (tally, range) throws(any Error) in
      var found: [Found] = []
      for index in range {
        tally.add(owners.lowerBound + index, buckets)
        found += try plausible(tally.take(part), with: owners.lowerBound + index)
      }
      return found
    }
  }

  /// What two documents share, as the search adds it up: the sum, and of how many buckets. Slots in
  /// which they agree without sharing a bucket hold what too many documents have.
  ///
  /// - Parameter a: the one that comes first.
  /// - Complexity: O(*n* · *k*).
  func shared(_ a: Int, _ b: Int) throws -> (weight: Int32, buckets: Int) {
    let buckets = try buckets(of: a..<a + 1)
    var (weight, count) = (Int32(0), 0)
    for membership in buckets.memberships(of: a)
    where buckets.mates(of: membership).contains(Int32(b)) {
      weight += membership.weight
      count += 1
    }
    return (weight, count)
  }

  struct Found: Sendable {
    var candidate: Candidate
    /// The two share phrases only that many share.
    fileprivate var isByStars = false
    /// Several others share all of the phrases that the two are known to share: they may be common
    /// matter.
    var isCrowded = false
  }

  private func plausible(
    _ others: [(document: Int, weight: Int32)], with document: Int
  ) throws -> [Found] {
    guard derivationsOnly, part == .words, !others.isEmpty else {
      return others.map { other in
        Found(
          candidate: Candidate(a: document, b: other.document),
          isByStars: part == .phrases && PhraseCount.isByStars(other.weight),
          isCrowded: part == .phrases && PhraseCount.isCrowded(other.weight))
      }
    }
    let sketch = try rows.sketch(Int(documents[document]))
    return try others.indices.compactMap { index in
      if index + 1 < others.count { rows.prefetch(Int(documents[others[index + 1].document])) }
      let other = others[index]
      let pair = WordCandidate(
        a: sketch, b: try rows.sketch(Int(documents[other.document])), weight: other.weight)
      guard pair.isPlausible else { return nil }
      return Found(
        candidate: Candidate(a: document, b: other.document), isCrowded: pair.isCrowded)
    }
  }

  /// Adds up what one document shares with each other.
  private struct Tally {
    private var weights: [Int32]
    private var touched: [Int32]
    private var count = 0

    init(documents: Int) {
      weights = [Int32](repeating: 0, count: documents)
      touched = [Int32](repeating: 0, count: documents + 1)
    }

    /// Adds what a document shares with each behind it.
    mutating func add(_ document: Int, _ buckets: Buckets) {
      count = buckets.tally(document, &weights, &touched)
    }

    /// Those that share enough, in order; forgets all.
    mutating func take(_ part: Part) -> [(document: Int, weight: Int32)] {
      var found: [(document: Int, weight: Int32)] = []
      for other in touched[..<count] {
        let weight = weights[Int(other)]
        if part.isEnough(weight) { found.append((Int(other), weight)) }
        weights[Int(other)] = 0
      }
      found.sort { $0.document < $1.document }
      return found
    }
  }
}
