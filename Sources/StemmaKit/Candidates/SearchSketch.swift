/// The two small signatures by which candidates are found: one of single words, which survive deep
/// rewording, and one of word 4-grams, which tell wording from topic.
///
/// Keys are the low halves of the sampled shingle hashes: two of a million texts share a slot's key
/// by chance once in some four thousand times, and one shared key makes no candidate.
public struct SearchSketch: Sendable {
  static let wordSlots = 256
  static let phraseSlots = 128
  static let phraseLength = 4
  static let slots = wordSlots + phraseSlots

  /// The keys of the word slots, then those of the phrase slots.
  var keys: [UInt32]

  /// The share of phrase slots that are equal, 0 to 1.
  func phraseResemblance(to other: SearchSketch) -> Double {
    var equal = 0
    for slot in Self.wordSlots..<Self.slots where keys[slot] == other.keys[slot] { equal += 1 }
    return Double(equal) / Double(Self.phraseSlots)
  }
}

/// Makes search sketches; holds scratch space.
public struct SearchSketcher {
  private var words = Sketcher(slotCount: SearchSketch.wordSlots)
  private var phrases = Sketcher(slotCount: SearchSketch.phraseSlots)
  private var shingles: [UInt64] = []
  private var slots = [UInt64](repeating: 0, count: SearchSketch.wordSlots)

  public init() {}

  /// - Parameter tokens: the token hashes of a text.
  /// - Returns: `nil` where the text has no tokens.
  public mutating func sketch(_ tokens: [UInt64]) -> SearchSketch? {
    guard !tokens.isEmpty else { return nil }
    var keys: [UInt32] = []
    keys.reserveCapacity(SearchSketch.slots)
    words.sketch(tokens, into: &slots)
    for slot in 0..<SearchSketch.wordSlots { keys.append(UInt32(truncatingIfNeeded: slots[slot])) }
    Shingles.hash(tokens, length: SearchSketch.phraseLength, into: &shingles)
    phrases.sketch(shingles, into: &slots)
    for slot in 0..<SearchSketch.phraseSlots {
      keys.append(UInt32(truncatingIfNeeded: slots[slot]))
    }
    return SearchSketch(keys: keys)
  }
}
