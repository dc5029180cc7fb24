/// Finds out how rare the words of a text are, for many texts of one collection.
///
/// The tables of rarity are larger than the caches of a processor. So each distinct word of a text
/// is looked up once, where it was not lately, and all of them in one loop that does nothing else: a
/// processor then fetches several at a time.
///
/// A value with scratch space: make one a thread and use it for many texts.
public struct WordWeigher: Sendable {
  /// What is known of a word.
  private struct Word {
    var hash: UInt64 = 0
    /// Texts of the collection that have it.
    var count: Int32 = 0
    /// How common the background knows it to be; of a word that was not looked up none.
    var level = UInt8.max
    var rarity = RarityTable.Pair()
  }

  private let rarities: RarityTable
  private let collection: CollectionCounts?
  private var vocabulary = PairVocabulary()
  /// By the number of a distinct word.
  private var words: [Word] = []
  /// Those lately looked up, by their hash: the words that most texts have are among them.
  private var recent = [Word](repeating: Word(), count: 1 << recentBits)
  private static let recentBits = 13
  /// The numbers of those that are to be looked up, their hashes and counts.
  private var unknown: [Int32] = []
  private var unknownHashes: [UInt64] = []
  private var counts: [Int32] = []

  public init(_ rarity: TermRarity = TermRarity()) {
    rarities = RarityTable(rarity)
    collection = rarity.collection
  }

  /// The rarity of each token, by which order is weighed, and that by which topics are.
  ///
  /// - Complexity: O(*n*) in the tokens.
  mutating func weigh(_ hashes: [UInt64]) -> (order: [UInt8], topic: [UInt8]) {
    vocabulary.number(hashes, [])
    lookUp()
    var listed = 0
    for id in 0..<vocabulary.count where words[id].level != Background.unlisted {
      listed += Int(vocabulary.countA[id])
    }
    if listed * 2 < hashes.count { weighByItself(length: hashes.count) }
    return (of { $0.order }, of { $0.topic })
  }

  /// Finds what is known of each distinct word.
  private mutating func lookUp() {
    let count = vocabulary.count
    if words.count < count { words = Array(repeating: Word(), count: 2 * count) }
    unknown.grow(to: count)
    let unknownCount = Self.recall(vocabulary.known, count, from: recent, &words, &unknown)
    unknownHashes.removeAll(keepingCapacity: true)
    for id in unknown[..<unknownCount] { unknownHashes.append(vocabulary.hash(of: id)) }
    counts.grow(to: unknownCount)
    collection?.find(unknownHashes, into: &counts)
    for index in 0..<unknownCount {
      if index + Self.ahead < unknownCount {
        Background.prefetch(unknownHashes[index + Self.ahead])
      }
      let hash = unknownHashes[index]
      let level = UInt8(Background.level(of: hash) ?? Background.unlisted)
      let word = Word(
        hash: hash, count: counts[index], level: level,
        rarity: rarities.rarity(level: level, count: Int(counts[index])))
      words[Int(unknown[index])] = word
      recent[Self.place(hash)] = word
    }
  }

  /// Sets what is known of each word, and `unknown` to those of which nothing is; how many they are.
  private static func recall(
    _ hashes: [UInt64], _ count: Int, from recent: [Word], _ words: inout [Word],
    _ unknown: inout [Int32]
  ) -> Int {
    let (hashes, recent) = (hashes.span, recent.span)
    var words = words.mutableSpan
    var unknown = unknown.mutableSpan
    var (id, found) = (0, 0)
    while id < count {
      let word = recent[place(hashes[id])]
      words[id] = word
      // Written always, and moved on where nothing is known: no branch to guess wrong.
      unknown[found] = Int32(truncatingIfNeeded: id)
      found &+= word.hash != hashes[id] || word.level == .max ? 1 : 0
      id += 1
    }
    return found
  }

  private static func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* Shingles.multiplier) >> UInt64(64 - recentBits))
  }

  /// So many words before a word is looked up, it is fetched.
  private static let ahead = 16

  /// Weighs the words that are repeated by the chance of each in a text of 400 words, as the text
  /// itself shows it: from its other occurrences.
  ///
  /// For texts of whose words the background does not know most; else it tells better.
  private mutating func weighByItself(length: Int) {
    let length = Float(length + 250)
    for id in 0..<vocabulary.count where vocabulary.countA[id] > 1 {
      let ownShare = saturated(400 * Float(vocabulary.countA[id] - 1) / length)
      let share = max(Background.shares[Int(words[id].level)], ownShare)
      words[id].rarity = rarities.rarity(share: share, count: Int(words[id].count))
    }
  }

  /// What holds of each token, by its word.
  private func of(_ part: (RarityTable.Pair) -> UInt8) -> [UInt8] {
    let (ids, words) = (vocabulary.a.span, words.span)
    return [UInt8](unsafeUninitializedCapacity: ids.count) { buffer, count in
      count = ids.count
      var index = 0
      while index < count {
        buffer[index] = part(words[Int(ids[index])].rarity)
        index += 1
      }
    }
  }
}
