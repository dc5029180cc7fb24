/// A pair of documents worth looking at, by their indices; `a` < `b`.
public struct Candidate: Sendable, Hashable {
  public var a: Int
  public var b: Int
}

/// Finds the pairs of a collection that share enough rare words or phrases.
///
/// Every slot of a sketch is a band of its own (r = 1): its bucket is the posting list of one
/// sampled shingle, and the cap on its size is a filter of rarity. docs/candidates.md gives the
/// measurements.
public struct CandidateSearch: Sendable {
  /// Collections with at most this many pairs are compared pair by pair: in so few texts, rarity
  /// cannot be told.
  public static let exhaustivePairs = 20_000

  /// The least sum over shared word buckets of ln(documents / bucket), in sixteenths of a nat.
  static let leastRarity: Int32 = 16 * 16
  /// The least number of shared phrase buckets.
  static let leastPhrases: Int32 = 3

  private let documents: Int
  private let buckets: Buckets

  /// - Parameter sketches: one a document.
  public init(_ sketches: [SearchSketch], threads: Int = 1) {
    documents = sketches.count
    buckets = Buckets(sketches, cap: Self.cap(documents: sketches.count), threads: threads)
  }

  /// The largest bucket of which all pairs are looked at: 0.15 % of the collection, within limits
  /// that keep whole stories in small collections and work linear in large ones.
  static func cap(documents: Int) -> Int { min(96, max(32, documents * 3 / 2000)) }

  /// All candidates, in order.
  ///
  /// - Complexity: O(*n* · *k* · *cap*) time for *n* documents of *k* slots.
  public func candidates(threads: Int = 1) -> [Candidate] {
    if documents * (documents - 1) / 2 <= Self.exhaustivePairs {
      return (0..<documents).flatMap { a in
        (a + 1..<max(a + 1, documents)).map { Candidate(a: a, b: $0) }
      }
    }
    return parallelChunks(documents, threads: threads) { range in
      var tally = Tally(documents: documents)
      return range.flatMap { tally.candidates(of: $0, in: buckets) }
    }
  }

  /// Adds up what one document shares with each other.
  private struct Tally {
    private var rarity: [Int32]
    private var phrases: [Int32]
    private var touched: [Int32] = []

    init(documents: Int) {
      rarity = [Int32](repeating: 0, count: documents)
      phrases = rarity
    }

    mutating func candidates(of document: Int, in buckets: Buckets) -> [Candidate] {
      for bucket in buckets.buckets(of: document) {
        let weight = buckets.weight(of: bucket)
        for other in buckets.mates(of: document, in: bucket) {
          let index = Int(other)
          if rarity[index] == 0, phrases[index] == 0 { touched.append(other) }
          if weight > 0 { rarity[index] += weight } else { phrases[index] += 1 }
        }
      }
      var found: [Candidate] = []
      for other in touched {
        let index = Int(other)
        if rarity[index] >= CandidateSearch.leastRarity
          || phrases[index] >= CandidateSearch.leastPhrases
        {
          found.append(Candidate(a: document, b: index))
        }
        rarity[index] = 0
        phrases[index] = 0
      }
      touched.removeAll(keepingCapacity: true)
      return found.sorted { $0.b < $1.b }
    }
  }
}
