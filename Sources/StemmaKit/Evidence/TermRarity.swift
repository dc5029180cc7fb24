/// How much it proves that two texts share a word: the negative natural logarithm of the chance
/// that a text of some 400 words has it, in sixteenths, from 0 to ``TermRarity/highest``.
///
/// Whole numbers, so that sums do not depend on their order. docs/weights.md tells where the
/// background comes from.
public struct TermRarity: Sendable {
  /// Units a nat.
  public static let unit = 16
  /// Rarer than this is not told apart: 8 nats.
  public static let highest = 8 * unit

  let collection: CollectionCounts?
  private let collectionTexts: Float?
  private let backgroundTexts: Float

  /// - Parameters:
  ///   - collection: the collection that the texts stand in; `nil` to compare two texts by the
  ///     background alone.
  ///   - backgroundTexts: the background counts for as many texts beside the collection's own.
  public init(collection: CollectionCounts? = nil, backgroundTexts: Int = 350) {
    self.collection = collection
    collectionTexts = collection.map { Float($0.texts) }
    self.backgroundTexts = Float(backgroundTexts)
  }

  /// For telling whether two texts have a topic in common. In a small collection the names of its
  /// few topics are not rare; that must not hide that they are names of a topic.
  var forTopics: TermRarity { TermRarity(collection: collection, backgroundTexts: 5000) }

  /// The rarity of a word.
  ///
  /// - Parameter ownShare: the chance of the word estimated from the text itself, for languages that
  ///   the background does not know; 0 where it does.
  func rarity(of hash: UInt64, ownShare: Float = 0) -> Int {
    let share = max(Background.share(of: hash), ownShare)
    return rarity(share: share, count: collection?.count(of: hash) ?? 0)
  }

  /// The rarity of a word of which the background and the text itself say this.
  ///
  /// - Parameter count: how many texts of the collection have the word.
  @inline(__always)
  func rarity(share: Float, count: Int) -> Int {
    var share = share
    if let collectionTexts {
      share = (Float(count) + backgroundTexts * share) / (collectionTexts + backgroundTexts)
    }
    guard share < 1 else { return 0 }
    let nats = -naturalLogarithm(max(share, 1e-6))
    return min(Self.highest, Int(nats * Float(Self.unit) + 0.5))
  }
}
