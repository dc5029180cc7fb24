/// Where a text has two different shared words close together, by the two words.
struct NeighbourIndex {
  /// The places of two words: the one with the lower id first, so that their order does not matter.
  struct Places {
    var low: Int32
    var high: Int32
  }

  /// The same two words in both texts.
  struct Match {
    var asked: Places
    var indexed: Places
  }

  private struct Entry {
    var words: UInt64
    var places: Places
    /// The entry before in the same slot, or -1, and how many entries the chain has up to here.
    var next: Int32
    var length: Int32
  }

  private let distance: Int
  private let heads: [Int32]
  private let entries: [Entry]

  /// Of places that share a chain, only so many are kept. Bounds time.
  private static let mostPlaces: Int32 = 64

  /// Indexes `text`, except for pairs of words that chance brings together in both texts.
  ///
  /// - Complexity: O(*d* *n*) with *d* the anchor distance.
  init(
    _ text: PassageSequence, comparedWith other: PassageSequence, _ settings: PassageSettings
  ) {
    distance = settings.anchorDistance
    var size = 1024
    while size < text.count * 2 { size *= 2 }
    var table = [Int32](repeating: -1, count: size)
    var entries: [Entry] = []
    entries.reserveCapacity(text.count)
    let limit = settings.anchorChance / Float(2 * distance * 64)
    let chances = Self.chances(text, other, prior: settings.first.prior)
    let (words, chance) = (text.words.span, chances.span)
    var heads = table.mutableSpan
    var i = 0
    while i < words.count {
      let x = words[i]
      var k = x == 0 ? words.count : i + 1
      while k < min(words.count, i + distance + 1) {
        let y = words[k]
        if y != 0, y != x, chance[Int(x)] * chance[Int(y)] <= limit {
          let key = Self.key(x, y)
          let slot = Self.slot(key, heads.count)
          let next = heads[slot]
          let length = next < 0 ? 1 : entries[Int(next)].length + 1
          if length <= Self.mostPlaces {
            heads[slot] = Int32(truncatingIfNeeded: entries.count)
            entries.append(
              Entry(words: key, places: Self.places(i, x, k, y), next: next, length: length))
          }
        }
        k += 1
      }
      i += 1
    }
    self.heads = table
    self.entries = entries
  }

  /// The neighbours of `text` that are neighbours in the indexed text.
  ///
  /// - Complexity: O(*d* *n*) and the length of the chains, of which none is over 64.
  func matches(in text: PassageSequence) -> [Match] {
    var found: [Match] = []
    found.reserveCapacity(text.count)
    let (words, heads, entries) = (text.words.span, heads.span, entries.span)
    var i = 0
    while i < words.count {
      let x = words[i]
      var k = x == 0 ? words.count : i + 1
      while k < min(words.count, i + distance + 1) {
        let y = words[k]
        if y != 0, y != x {
          let key = Self.key(x, y)
          var entry = heads[Self.slot(key, heads.count)]
          while entry >= 0 {
            let known = entries[Int(entry)]
            if known.words == key {
              found.append(Match(asked: Self.places(i, x, k, y), indexed: known.places))
            }
            entry = known.next
          }
        }
        k += 1
      }
      i += 1
    }
    return found
  }

  /// How likely each word stands at a place, from both texts, but for one place each.
  private static func chances(
    _ a: PassageSequence, _ b: PassageSequence, prior: Float
  ) -> [Float] {
    let total = Float(a.count + b.count) + prior
    return zip(a.counts, b.counts).map { (Float($0 &+ $1 &- 2) + 0.01) / total }
  }

  private static func key(_ x: Int32, _ y: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: min(x, y))) << 32 | UInt64(UInt32(bitPattern: max(x, y)))
  }

  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* Shingles.multiplier) >> 32) & (size - 1)
  }

  private static func places(_ i: Int, _ x: Int32, _ k: Int, _ y: Int32) -> Places {
    let (i, k) = (Int32(truncatingIfNeeded: i), Int32(truncatingIfNeeded: k))
    return x < y ? Places(low: i, high: k) : Places(low: k, high: i)
  }
}
