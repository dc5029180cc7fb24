/// The rarities of words that the background knows as equally common, and of which equally many texts of
/// the collection are: a logarithm once instead of one for each word.
struct RarityTable: Sendable {
  /// What ``TermRarity`` says of a word, by which order is weighed, and topics.
  struct Pair {
    var order: UInt8 = 0
    var topic: UInt8 = 0
  }

  private let order: TermRarity
  private let topics: TermRarity
  /// By level of the background and, below `counted`, texts of the collection.
  private var pairs: [Pair] = []
  private let counted: Int

  /// What more texts have is worked out each time.
  private static let mostCounted = 1 << 13

  init(_ rarity: TermRarity) {
    order = rarity
    topics = rarity.forTopics
    counted = 1 + min(Self.mostCounted, rarity.collection?.texts ?? 0)
    pairs = Background.shares.flatMap { share in
      (0..<counted).map { self.rarity(share: share, count: $0) }
    }
  }

  /// The rarities of a word of a level of the background.
  @inline(__always)
  func rarity(level: UInt8, count: Int) -> Pair {
    count < counted
      ? pairs[Int(level) * counted + count]
      : rarity(share: Background.shares[Int(level)], count: count)
  }

  /// Those of a word that so great a share of texts has.
  func rarity(share: Float, count: Int) -> Pair {
    Pair(
      order: UInt8(order.rarity(share: share, count: count)),
      topic: UInt8(topics.rarity(share: share, count: count)))
  }
}
