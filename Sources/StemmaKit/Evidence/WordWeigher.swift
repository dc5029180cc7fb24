/// Finds out how rare the words of a text are, for many texts of one collection.
///
/// The tables of rarity are larger than the caches of a processor. So each distinct word of a text
/// is looked up once, and all of them in one loop that does nothing else: a processor then fetches
/// several at a time.
///
/// A value with scratch space: make one a thread and use it for many texts.
public struct WordWeigher: Sendable {
  private let rarity: TermRarity
  private let topics: TermRarity
  private var vocabulary = PairVocabulary()
  /// By the number of a distinct word: the share of texts that have it, as the background knows it
  /// or the text itself shows it.
  private var shares: [Float] = []
  /// Texts of the collection that have it.
  private var counts: [Int32] = []
  private var orders: [UInt8] = []
  private var topicRarities: [UInt8] = []

  public init(_ rarity: TermRarity = TermRarity()) {
    self.rarity = rarity
    topics = rarity.forTopics
  }

  /// The rarity of each token, by which order is weighed, and that by which topics are.
  ///
  /// - Complexity: O(*n*) in the tokens.
  mutating func weigh(_ hashes: [UInt64]) -> (order: [UInt8], topic: [UInt8]) {
    vocabulary.number(hashes, [])
    let count = vocabulary.count
    shares.grow(to: count)
    counts.grow(to: count)
    orders.grow(to: count)
    topicRarities.grow(to: count)
    let listed = findShares()
    if listed * 2 < hashes.count { weighByItself(length: hashes.count) }
    rarity.collection?.find(vocabulary.hashes, into: &counts)
    for id in 0..<count {
      let (share, count) = (shares[id], Int(counts[id]))
      orders[id] = UInt8(rarity.rarity(share: share, count: count))
      topicRarities[id] = UInt8(topics.rarity(share: share, count: count))
    }
    return (of(orders), of(topicRarities))
  }

  /// So many words before a word is looked up, it is fetched.
  private static let ahead = 16

  /// What the background knows of each word; how many tokens it knows.
  private mutating func findShares() -> Int {
    var listed = 0
    for id in 0..<vocabulary.count {
      if id + Self.ahead < vocabulary.count {
        Background.prefetch(vocabulary.hash(of: Int32(id + Self.ahead)))
      }
      let share = Background.listedShare(of: vocabulary.hash(of: Int32(id)))
      shares[id] = share ?? Background.unlistedShare
      listed += share == nil ? 0 : Int(vocabulary.countA[id])
    }
    return listed
  }

  /// Weighs the words that are repeated by the chance of each in a text of 400 words, as the text
  /// itself shows it: from its other occurrences.
  ///
  /// For texts of whose words the background does not know most; else it tells better.
  private mutating func weighByItself(length: Int) {
    let length = Float(length + 250)
    for id in 0..<vocabulary.count where vocabulary.countA[id] > 1 {
      let ownShare = saturated(400 * Float(vocabulary.countA[id] - 1) / length)
      shares[id] = max(shares[id], ownShare)
    }
  }

  /// What holds of each token, by its word.
  private func of(_ values: [UInt8]) -> [UInt8] {
    let (ids, values) = (vocabulary.a.span, values.span)
    return [UInt8](unsafeUninitializedCapacity: ids.count) { buffer, count in
      count = ids.count
      var index = 0
      while index < count {
        buffer[index] = values[Int(ids[index])]
        index += 1
      }
    }
  }
}
