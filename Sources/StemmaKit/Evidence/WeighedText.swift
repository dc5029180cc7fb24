/// The tokens of a text with the rarity of each.
public struct WeighedText: Sendable {
  public var tokens: Tokens
  /// The rarity of each token, by which order is weighed, in the units of ``TermRarity``.
  var rarity: [UInt8]
  /// The rarity of each token, by which topics are.
  var topicRarity: [UInt8]

  public init(_ tokens: Tokens, rarity: TermRarity = TermRarity()) {
    var weigher = WordWeigher(rarity)
    self.init(tokens, &weigher)
  }

  /// - Complexity: O(*n*) in the tokens.
  public init(_ tokens: Tokens, _ weigher: inout WordWeigher) {
    self.tokens = tokens
    (rarity, topicRarity) = weigher.weigh(tokens.hashes)
  }

  /// A text of which only the hashes of its tokens are known, without marks or places.
  public init(hashes: [UInt64], rarity: TermRarity = TermRarity()) {
    var tokens = Tokens()
    for (index, hash) in hashes.enumerated() {
      tokens.append(hash: hash, start: index, end: index + 1, marks: [])
    }
    self.init(tokens, rarity: rarity)
  }
}
