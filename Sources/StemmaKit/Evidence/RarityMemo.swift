/// What has been found out about words, for weighing many texts of one collection.
///
/// The tables of rarity are larger than the caches of a processor, and a few thousand words are most
/// of any text: these stand here, the last of those that share a place.
public struct RarityMemo: Sendable {
  let rarity: TermRarity
  private let topics: TermRarity
  private let bits: Int
  private var entries: [Entry]

  /// What holds of a word wherever it stands but once.
  struct Entry {
    var hash: UInt64 = 0
    /// The share of texts that have it, as the background knows it.
    var share: Float = 0
    /// Texts of the collection that have it.
    var count: Int32 = -1
    var order: UInt8 = 0
    var topic: UInt8 = 0
    var isListed = false
  }

  /// - Parameters:
  ///   - rarity: what is remembered of the words met.
  ///   - bits: the logarithm of how many words it can hold.
  public init(_ rarity: TermRarity, bits: Int = 15) {
    self.rarity = rarity
    self.bits = bits
    entries = [Entry](repeating: Entry(), count: 1 << bits)
    topics = rarity.forTopics
  }

  /// - Complexity: O(1).
  mutating func entry(of hash: UInt64) -> Entry {
    let place = Int(truncatingIfNeeded: hash >> UInt64(64 - bits))
    let known = entries[place]
    if known.hash == hash, known.count >= 0 { return known }
    var entry = Entry(hash: hash)
    entry.isListed = Background.isListed(hash)
    entry.share = Background.share(of: hash)
    entry.count = Int32(clamping: rarity.collection?.count(of: hash) ?? 0)
    (entry.order, entry.topic) = rarities(entry, ownShare: 0)
    entries[place] = entry
    return entry
  }

  /// The rarity of a word by which order is weighed, and that by which topics are, in a text that
  /// shows a share of its own.
  func rarities(_ entry: Entry, ownShare: Float) -> (order: UInt8, topic: UInt8) {
    let share = max(entry.share, ownShare)
    let count = Int(entry.count)
    return (
      UInt8(rarity.rarity(share: share, count: count)),
      UInt8(topics.rarity(share: share, count: count))
    )
  }
}
