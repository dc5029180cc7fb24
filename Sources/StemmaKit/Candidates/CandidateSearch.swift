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
public struct CandidateSearch: Sendable {
  /// The half of a sketch that is searched by.
  public enum Part: Sendable {
    case words
    case phrases

    var slots: Range<Int> {
      switch self {
      case .words: 0..<SearchSketch.wordSlots
      case .phrases: SearchSketch.wordSlots..<SearchSketch.slots
      }
    }

    /// The least sum over shared buckets: of ln(documents / bucket) in sixteenths of a nat for
    /// words, of buckets for phrases.
    var leastWeight: Int32 {
      switch self {
      case .words: 16 * 16
      case .phrases: 3
      }
    }
  }

  /// Collections with at most this many pairs are compared pair by pair: in so few texts, rarity
  /// cannot be told.
  public static let exhaustivePairs = 20_000

  private let sketches: [SearchSketch]
  private let part: Part
  private let plausibleOnly: Bool
  private let buckets: Buckets

  /// - Parameters:
  ///   - sketches: one a document.
  ///   - derivationsOnly: leave out pairs that share rare words but are no derivation, as far as
  ///     the sketches tell.
  public init(
    _ sketches: [SearchSketch], part: Part, derivationsOnly: Bool = false, threads: Int = 1
  ) {
    self.sketches = sketches
    self.part = part
    plausibleOnly = derivationsOnly && part == .words
    buckets = Buckets(
      sketches, part: part, cap: Self.cap(documents: sketches.count), threads: threads)
  }

  /// The largest bucket of which all pairs are looked at: 0.15 % of the collection, within limits
  /// that keep whole stories in small collections and work linear in large ones.
  static func cap(documents: Int) -> Int { min(96, max(32, documents * 3 / 2000)) }

  /// All pairs, where there are few enough; else `nil`.
  public static func exhaustive(documents: Int) -> [Candidate]? {
    guard documents * (documents - 1) / 2 <= exhaustivePairs else { return nil }
    return (0..<documents).flatMap { a in
      (min(a + 1, documents)..<documents).map { Candidate(a: a, b: $0) }
    }
  }

  /// All candidates, in order.
  ///
  /// - Complexity: O(*n* · *k* · *cap*) time for *n* documents of *k* slots.
  public func candidates(threads: Int = 1) -> [Candidate] {
    let documents = sketches.count
    return parallelChunks(
      documents, threads: threads, chunk: 64, scratch: { Tally(documents: documents) }
    ) { tally, range in
      var found: [Candidate] = []
      for document in range {
        tally.add(document, buckets)
        tally.take(least: part.leastWeight) { other, weight in
          if !plausibleOnly
            || WordCandidate.isPlausible(sketches[document], sketches[other], weight: weight)
          {
            found.append(Candidate(a: document, b: other))
          }
        }
      }
      return found
    }
  }

  /// Adds up what one document shares with each other.
  private struct Tally {
    private var weights: [Int32]
    private var touched: [Int32] = []

    init(documents: Int) { weights = [Int32](repeating: 0, count: documents) }

    /// Adds what a document shares with each behind it.
    mutating func add(_ document: Int, _ buckets: Buckets) {
      for bucket in buckets.buckets(of: document) {
        let weight = buckets.weight(of: bucket)
        for other in buckets.mates(of: document, in: bucket) {
          if weights[Int(other)] == 0 { touched.append(other) }
          weights[Int(other)] += weight
        }
      }
    }

    /// Hands on, in order, those that share enough, and forgets all.
    mutating func take(least: Int32, _ body: (_ other: Int, _ weight: Int32) -> Void) {
      var found: [Int32] = []
      for other in touched where weights[Int(other)] >= least { found.append(other) }
      found.sort()
      for other in found { body(Int(other), weights[Int(other)]) }
      for other in touched { weights[Int(other)] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
  }
}
