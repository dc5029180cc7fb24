internal import StemmaKit

/// A made-up collection of texts of which it is known which were made from which.
///
/// A document follows from the seed and its number alone, so that a corpus of any size is made as
/// it is read, in any order, and is the same on every machine. The originals have a vocabulary with
/// Zipf's frequencies, names and a topic of their own; near-duplicates and rewrites are made from
/// an original, none of which is used twice, and stand anywhere in the collection.
///
/// ```swift
/// let corpus = SyntheticCorpus(CorpusOptions())
/// var author = CorpusAuthor(corpus)
/// let first = author.document(0)
/// ```
public struct SyntheticCorpus: Sendable {
  public let options: CorpusOptions
  private let shuffle: Shuffle

  /// - Precondition: the options have no ``CorpusOptions/problem``.
  public init(_ options: CorpusOptions) {
    precondition(options.problem == nil, options.problem ?? "")
    self.options = options
    shuffle = Shuffle(count: options.documents, seed: options.seed)
  }

  /// The id of a document, `d0000000` and so on.
  public func id(of document: Int) -> String {
    let digits = String(document)
    return "d" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }

  /// The document of an id; `nil` where there is none.
  public func document(of id: String) -> Int? {
    guard id.first == "d", let document = Int(id.dropFirst()),
      (0..<options.documents).contains(document)
    else { return nil }
    return document
  }

  /// How many documents were made from another.
  public var plantedCount: Int { options.nearDuplicates + options.rewrites }

  /// One of the planted pairs, by number: the near-duplicates first.
  ///
  /// - Complexity: O(1).
  public func planted(_ number: Int) -> PlantedPair {
    precondition((0..<plantedCount).contains(number), "there is no such planted pair")
    var generator = SplitMix64(seed: options.seed, stream: UInt64(number))
    let kind = number < options.nearDuplicates ? PlantedPair.Kind.nearDuplicate : .rewrite
    let draw = generator.unit()
    // ln 20, so that rates are log-uniform from 1 to 20 %.
    let rate =
      kind == .nearDuplicate ? 0.01 * exponential(2.995_732_273_553_991 * draw) : 0.4 + 0.15 * draw
    return PlantedPair(
      derivative: shuffle.inverse(number), base: shuffle.inverse(number + plantedCount),
      kind: kind, editRate: rate)
  }

  /// The pair by which a document was made from another; `nil` of an original.
  public func derivation(of document: Int) -> PlantedPair? {
    let number = lot(of: document)
    return number < plantedCount ? planted(number) : nil
  }

  /// The original from which a document comes, or the document itself.
  public func origin(of document: Int) -> Int { derivation(of: document)?.base ?? document }

  /// The shuffled number of a document: first the near-duplicates, then the rewrites, then the base
  /// of each in the same order, then the rest.
  func lot(of document: Int) -> Int { shuffle(document) }
}

/// What is known of a derived document.
public struct PlantedPair: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case nearDuplicate = "near-duplicate"
    case rewrite
  }

  public var derivative: Int
  public var base: Int
  public var kind: Kind
  /// The probability of an edit a word; of a rewrite, the share of words not kept, names apart.
  public var editRate: Double
}
