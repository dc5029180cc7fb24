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

  private let documents: Int
  private let part: Part
  private let buckets: Buckets

  /// - Parameter sketches: one a document.
  public init(_ sketches: [SearchSketch], part: Part, threads: Int = 1) {
    documents = sketches.count
    self.part = part
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
    parallelChunks(documents, threads: threads, chunk: max(64, documents / 256)) { range in
      var tally = Tally(documents: documents)
      return range.flatMap { tally.candidates(of: $0, in: buckets, leastWeight: part.leastWeight) }
    }
  }

  /// Adds up what one document shares with each other.
  private struct Tally {
    private var weights: [Int32]
    private var touched: [Int32] = []

    init(documents: Int) { weights = [Int32](repeating: 0, count: documents) }

    mutating func candidates(
      of document: Int, in buckets: Buckets, leastWeight: Int32
    ) -> [Candidate] {
      for bucket in buckets.buckets(of: document) {
        let weight = buckets.weight(of: bucket)
        for other in buckets.mates(of: document, in: bucket) {
          if weights[Int(other)] == 0 { touched.append(other) }
          weights[Int(other)] += weight
        }
      }
      var found: [Candidate] = []
      for other in touched {
        if weights[Int(other)] >= leastWeight {
          found.append(Candidate(a: document, b: Int(other)))
        }
        weights[Int(other)] = 0
      }
      touched.removeAll(keepingCapacity: true)
      return found.sorted { $0.b < $1.b }
    }
  }
}
