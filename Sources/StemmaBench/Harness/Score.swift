/// What a search found, held against what was planted.
public struct Score: Sendable, Equatable {
  /// A pair of documents, whichever way round.
  public struct Pair: Sendable, Hashable {
    public let a: Int
    public let b: Int

    public init(_ a: Int, _ b: Int) { (self.a, self.b) = (min(a, b), max(a, b)) }
  }

  /// The share of the planted pairs that was found; 1 where none had to be.
  public var recall: Double
  /// The share of the found pairs that is right; 1 where none was found.
  public var precision: Double

  init(recall: Double, precision: Double) {
    self.recall = recall
    self.precision = precision
  }

  /// - Parameters:
  ///   - found: the pairs that the search reports; one reported twice counts once.
  ///   - truth: the pairs that it should have found.
  ///   - isRight: whether a pair that is not among these is right nevertheless.
  public init(found: [Pair], truth: [Pair], isRight: (Pair) -> Bool = { _ in false }) {
    let found = Set(found)
    let truth = Set(truth)
    let hits = found.intersection(truth).count
    let right = hits + found.subtracting(truth).count(where: isRight)
    recall = truth.isEmpty ? 1 : Double(hits) / Double(truth.count)
    precision = found.isEmpty ? 1 : Double(right) / Double(found.count)
  }

  /// The score of a search for near-duplicates: it should find the planted pairs whose exact
  /// resemblance is at least `threshold`, and any other pair is right if it resembles as much.
  ///
  /// - Complexity: the texts of all planted pairs and of all others found are made and compared.
  public static func nearDuplicates(
    found: [Pair], threshold: Double, in corpus: SyntheticCorpus
  ) -> Score {
    var author = CorpusAuthor(corpus)
    let truth = planted(corpus).filter { author.resemblance($0.a, $0.b) >= threshold }
    return Score(found: found, truth: truth) { author.resemblance($0.a, $0.b) >= threshold }
  }

  /// The score of a search for derivations: it should find all planted pairs, or those of a kind,
  /// and any other pair is right if both texts come from the same original.
  public static func derivations(
    found: [Pair], kind: PlantedPair.Kind? = nil, in corpus: SyntheticCorpus
  ) -> Score {
    Score(found: found, truth: planted(corpus, kind)) {
      corpus.origin(of: $0.a) == corpus.origin(of: $0.b)
    }
  }

  private static func planted(
    _ corpus: SyntheticCorpus, _ kind: PlantedPair.Kind? = nil
  ) -> [Pair] {
    (0..<corpus.plantedCount).map(corpus.planted).filter { kind == nil || $0.kind == kind }.map {
      Pair($0.derivative, $0.base)
    }
  }
}
