internal import CTables

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

  private let collection: CollectionCounts?
  private let backgroundTexts: Float

  /// - Parameters:
  ///   - collection: the collection that the texts stand in; `nil` to compare two texts by the
  ///     background alone.
  ///   - backgroundTexts: the background counts for as many texts beside the collection's own.
  public init(collection: CollectionCounts? = nil, backgroundTexts: Int = 350) {
    self.collection = collection
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
    var share = max(Background.share(of: hash), ownShare)
    if let collection {
      let own = Float(collection.count(of: hash))
      share = (own + backgroundTexts * share) / (Float(collection.texts) + backgroundTexts)
    }
    guard share < 1 else { return 0 }
    let nats = -naturalLogarithm(max(share, 1e-6))
    return min(Self.highest, Int(nats * Float(Self.unit) + 0.5))
  }
}

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
    let shares = Self.ownShares(tokens)
    let topics = rarity.forTopics
    self.rarity = []
    topicRarity = []
    self.rarity.reserveCapacity(tokens.count)
    topicRarity.reserveCapacity(tokens.count)
    for hash in tokens.hashes {
      let share = shares?[hash] ?? 0
      self.rarity.append(UInt8(rarity.rarity(of: hash, ownShare: share)))
      topicRarity.append(UInt8(topics.rarity(of: hash, ownShare: share)))
    }
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
    return counts.mapValues { SegmentScan.saturated(400 * ($0 - 1) / length) }
  }
}

/// The built-in table of common words, of all its languages together.
enum Background {
  private static let levelsPerNat: Float = 4
  /// What is not in the table: rarer than its rarest level.
  static let unlistedShare: Float = 0.000_335

  /// exp(-level / 4), by plain arithmetic.
  private static let shares: [Float] = {
    var shares: [Float] = [1]
    for _ in 1..<32 { shares.append(shares[shares.count - 1] * 0.778_800_8) }
    return shares
  }()

  /// The share of texts of 400 words that have the word, in the language where it is commonest.
  static func share(of hash: UInt64) -> Float {
    level(of: hash).map { shares[$0] } ?? unlistedShare
  }

  static func isListed(_ hash: UInt64) -> Bool { level(of: hash) != nil }

  private static func level(of hash: UInt64) -> Int? {
    let bits = Int(stemma_background_bits)
    let mask = 1 << bits - 1
    var slot = Int(truncatingIfNeeded: hash >> UInt64(64 - bits))
    let fingerprint = UInt32(truncatingIfNeeded: hash) & 0x7FF_FFFF
    while true {
      let entry = stemma_background_entries[slot]
      if entry == 0 { return nil }
      if entry >> 5 == fingerprint { return Int(entry & 31) - 1 }
      slot = (slot + 1) & mask
    }
  }
}

/// In how many texts of a collection each word stands.
///
/// Words are counted in a table of fixed size by their hash, so memory is bounded; two words that
/// share a cell make each other look a little commoner, never rarer.
public struct CollectionCounts: Sendable {
  private static let bits = 22
  private var cells: [UInt32]
  public private(set) var texts = 0

  public init() {
    cells = [UInt32](repeating: 0, count: 1 << Self.bits)
  }

  /// Counts the words of one text, each once.
  public mutating func add(_ tokens: Tokens) {
    var distinct = tokens.hashes
    distinct.sort()
    var previous: UInt64?
    for hash in distinct where hash != previous {
      cells[Self.cell(hash)] += 1
      previous = hash
    }
    texts += 1
  }

  func count(of hash: UInt64) -> Int { Int(cells[Self.cell(hash)]) }

  @inline(__always)
  private static func cell(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> UInt64(64 - bits))
  }
}
