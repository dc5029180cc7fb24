internal import StemmaKit

/// A word or a mark of a text that is not yet written out: four bytes.
struct Item: Equatable {
  enum Kind: UInt32 {
    /// A word of the vocabulary, by rank.
    case word
    /// A name of the document's own, by number.
    case name
    case numeral
    case comma
    case stop
    case quotationStart
    case quotationEnd
    case paragraphEnd
  }

  private let bits: UInt32

  @inline(__always)
  init(_ kind: Kind, _ value: Int = 0) {
    bits = kind.rawValue << 29 | UInt32(truncatingIfNeeded: value)
  }

  @inline(__always)
  var kind: Kind { Kind(rawValue: bits >> 29).unsafelyUnwrapped }
  @inline(__always)
  var value: Int { Int(bits & 0x1FFF_FFFF) }
  /// A word, a name or a numeral, and no mark.
  @inline(__always)
  var isWord: Bool { bits >> 29 <= Kind.numeral.rawValue }
}

/// Drafts original texts: sentences with commas and quotations, in paragraphs, on a topic.
struct Drafter {
  /// A text has so many names and so many rare words of its own that come again and again.
  static let topicCount = 16
  let ranks: ZipfRanks
  private var topics: [Int] = []

  init(ranks: ZipfRanks) { self.ranks = ranks }

  /// Appends a text of `count` words.
  ///
  /// - Parameter hasTopic: without it all words are general ones, and none is a name.
  mutating func draft(
    words count: Int, hasTopic: Bool = true, _ generator: inout SplitMix64,
    into items: inout [Item]
  ) {
    topics.removeAll(keepingCapacity: true)
    for _ in 0..<Self.topicCount {
      topics.append(2000 + generator.below(Vocabulary.count - 2000))
    }
    var left = count
    var sentences = 2 + generator.below(4)
    while left > 0 {
      let length = min(left, 7 + generator.below(22))
      left -= length
      let quoted = generator.below(8) == 0 ? length * 2 / 3 : 0
      if quoted > 0 { items.append(Item(.quotationStart)) }
      for index in 0..<length {
        let random = generator.next()
        items.append(word(random, hasTopic))
        if quoted > 0, index == quoted - 1 {
          items.append(Item(.quotationEnd))
        } else if random >> 8 & 15 == 0, index > 1, index < length - 3 {
          items.append(Item(.comma))
        }
      }
      items.append(Item(.stop))
      sentences -= 1
      if sentences == 0, left > 0 {
        items.append(Item(.paragraphEnd))
        sentences = 2 + generator.below(4)
      }
    }
  }

  /// Of 256 words 13 are names, 15 on the topic and 4 numerals.
  @inline(__always)
  private func word(_ random: UInt64, _ hasTopic: Bool) -> Item {
    let kind = random & 0xFF
    guard hasTopic, kind < 32 else { return Item(.word, ranks.rank(random)) }
    // Both draws of a bit must be 1, so that low numbers are the common ones.
    let topic = Int(random >> 16 & random >> 20 & 15)
    if kind < 13 { return Item(.name, topic) }
    if kind < 28 { return Item(.word, topics[topic]) }
    let number = Int(random >> 32)
    return Item(.numeral, kind < 30 ? 1990 + number % 40 : 1 + number % 5000)
  }
}
