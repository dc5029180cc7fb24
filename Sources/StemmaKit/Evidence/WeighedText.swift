/// The tokens of a text with the rarity of each.
public struct WeighedText: Sendable {
  public var tokens: Tokens
  /// The rarity of each token, by which order is weighed, in the units of ``TermRarity``.
  var rarity: [UInt8]
  /// The rarity of each token, by which topics are.
  var topicRarity: [UInt8]

  public init(_ tokens: Tokens, rarity: TermRarity = TermRarity()) {
    var memo = RarityMemo(rarity, bits: 9)
    self.init(tokens, &memo)
  }

  /// - Complexity: O(*n*) in the tokens.
  public init(_ tokens: Tokens, _ memo: inout RarityMemo) {
    self.tokens = tokens
    rarity = [UInt8](repeating: 0, count: tokens.count)
    topicRarity = rarity
    var listed = 0
    for index in 0..<tokens.count {
      let entry = memo.entry(of: tokens.hashes[index])
      rarity[index] = entry.order
      topicRarity[index] = entry.topic
      listed += entry.isListed ? 1 : 0
    }
    if listed * 2 < tokens.count { weighByItself(&memo) }
  }

  /// Weighs the words that are repeated by the chance of each in a text of 400 words, as the text
  /// itself shows it: from its other occurrences.
  ///
  /// For texts of whose words the background does not know most; else it tells better.
  private mutating func weighByItself(_ memo: inout RarityMemo) {
    let vocabulary = PairVocabulary(tokens.hashes, [])
    let length = Float(tokens.count + 250)
    // Each word once, however often it is repeated.
    let weights = (0..<vocabulary.count).map { id -> (order: UInt8, topic: UInt8)? in
      let count = vocabulary.countA[id]
      guard count > 1 else { return nil }
      let ownShare = saturated(400 * Float(count - 1) / length)
      return memo.rarities(memo.entry(of: vocabulary.hash(of: Int32(id))), ownShare: ownShare)
    }
    for index in 0..<tokens.count {
      guard let own = weights[Int(vocabulary.a[index])] else { continue }
      (rarity[index], topicRarity[index]) = own
    }
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
