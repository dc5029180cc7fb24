/// Finds out how rare the words of a text are, for many texts of one collection.
///
/// The tables of rarity are larger than the caches of a processor. So each distinct word of a text
/// is looked up once, and all of them in one loop that does nothing else: a processor then fetches
/// several at a time.
///
/// A value with scratch space: make one a thread and use it for many texts.
public struct WordWeigher: Sendable {
  private let rarities: RarityTable
  private let collection: CollectionCounts?
  private var vocabulary = PairVocabulary()
  /// By the number of a distinct word: how common the background knows it to be.
  private var levels: [UInt8] = []
  /// Texts of the collection that have it.
  private var counts: [Int32] = []
  private var found: [RarityTable.Pair] = []

  public init(_ rarity: TermRarity = TermRarity()) {
    rarities = RarityTable(rarity)
    collection = rarity.collection
  }

  /// The rarity of each token, by which order is weighed, and that by which topics are.
  ///
  /// - Complexity: O(*n*) in the tokens.
  mutating func weigh(_ hashes: [UInt64]) -> (order: [UInt8], topic: [UInt8]) {
    vocabulary.number(hashes, [])
    let count = vocabulary.count
    levels.grow(to: count)
    counts.grow(to: count)
    if found.count < count { found = Array(repeating: RarityTable.Pair(), count: 2 * count) }
    let listed = findLevels()
    collection?.find(vocabulary.hashes, into: &counts)
    for id in 0..<count { found[id] = rarities.rarity(level: levels[id], count: Int(counts[id])) }
    if listed * 2 < hashes.count { weighByItself(length: hashes.count) }
    return (of { $0.order }, of { $0.topic })
  }

  /// So many words before a word is looked up, it is fetched.
  private static let ahead = 16

  /// What the background knows of each word; how many tokens it knows.
  private mutating func findLevels() -> Int {
    var listed = 0
    for id in 0..<vocabulary.count {
      if id + Self.ahead < vocabulary.count {
        Background.prefetch(vocabulary.hash(of: Int32(id + Self.ahead)))
      }
      let level = Background.level(of: vocabulary.hash(of: Int32(id)))
      levels[id] = UInt8(level ?? Background.unlisted)
      listed += level == nil ? 0 : Int(vocabulary.countA[id])
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
      let share = max(Background.shares[Int(levels[id])], ownShare)
      found[id] = rarities.rarity(share: share, count: Int(counts[id]))
    }
  }

  /// What holds of each token, by its word.
  private func of(_ part: (RarityTable.Pair) -> UInt8) -> [UInt8] {
    let (ids, found) = (vocabulary.a.span, found.span)
    return [UInt8](unsafeUninitializedCapacity: ids.count) { buffer, count in
      count = ids.count
      var index = 0
      while index < count {
        buffer[index] = part(found[Int(ids[index])])
        index += 1
      }
    }
  }
}
