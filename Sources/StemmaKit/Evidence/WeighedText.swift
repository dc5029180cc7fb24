/// The tokens of a text with the rarity of each.
public struct WeighedText: Sendable {
  public var tokens: Tokens
  /// The rarity of each token, by which order is weighed, in the units of ``TermRarity``.
  var rarity: [UInt8]
  /// The rarity of each token, by which topics are.
  var topicRarity: [UInt8]

  /// - Complexity: O(*n*) in the tokens.
  public init(_ tokens: Tokens, rarity: TermRarity = TermRarity()) {
    self.tokens = tokens
    let own = Self.ownShares(tokens)
    let topics = rarity.forTopics
    var order = [UInt8](repeating: 0, count: tokens.count)
    var topic = order
    var orders = order.mutableSpan
    var topicsOfTokens = topic.mutableSpan
    let hashes = tokens.hashes.span
    var index = 0
    while index < hashes.count {
      let hash = hashes[index]
      // What both rarities ask for is looked up once: the tables are larger than the caches.
      let share = max(Background.share(of: hash), own?[hash] ?? 0)
      let count = rarity.collection?.count(of: hash) ?? 0
      orders[index] = UInt8(rarity.rarity(share: share, count: count))
      topicsOfTokens[index] = UInt8(topics.rarity(share: share, count: count))
      index += 1
    }
    self.rarity = order
    topicRarity = topic
  }

  /// A text of which only the hashes of its tokens are known, without marks or places.
  public init(hashes: [UInt64], rarity: TermRarity = TermRarity()) {
    var tokens = Tokens()
    for (index, hash) in hashes.enumerated() {
      tokens.append(hash: hash, start: index, end: index + 1, marks: [])
    }
    self.init(tokens, rarity: rarity)
  }

  /// The chance of each word in a text of 400 words, as the text itself shows it: from its other
  /// occurrences. `nil` where most of the text's words are known to the background, which then
  /// tells better.
  private static func ownShares(_ tokens: Tokens) -> [UInt64: Float]? {
    var listed = 0
    for hash in tokens.hashes where Background.isListed(hash) { listed += 1 }
    guard listed * 2 < tokens.count else { return nil }
    var counts: [UInt64: Float] = [:]
    for hash in tokens.hashes { counts[hash, default: 0] += 1 }
    let length = Float(tokens.count + 250)
    return counts.mapValues { saturated(400 * ($0 - 1) / length) }
  }
}
