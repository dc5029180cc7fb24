internal import CKernels

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

  /// The keys of the word slots, then those of the phrase slots: a part of what ``SketchRows`` holds,
  /// since copying them would take longer than comparing.
  var keys: ArraySlice<UInt32>

  /// Tokens of the text, and different ones, as a ``DistinctCounter`` counts them.
  var tokenCount: Int
  var wordCount: Int

  init(keys: ArraySlice<UInt32>, tokenCount: Int, wordCount: Int) {
    precondition(keys.count == Self.slots, "a key for each slot")
    (self.keys, self.tokenCount, self.wordCount) = (keys, tokenCount, wordCount)
  }

  init(keys: [UInt32], tokenCount: Int, wordCount: Int) {
    self.init(keys: keys[...], tokenCount: tokenCount, wordCount: wordCount)
  }

  /// The share of phrase slots that are equal, 0 to 1.
  func phraseResemblance(to other: SearchSketch) -> Double {
    let range = Self.wordSlots..<Self.slots
    return Double(equalKeys(other, range)) / Double(Self.phraseSlots)
  }

  /// The share of word slots that are equal, 0 to 1.
  func wordResemblance(to other: SearchSketch) -> Double {
    Double(equalKeys(other, 0..<Self.wordSlots)) / Double(Self.wordSlots)
  }

  /// How many slots of a part are equal.
  func sharedSlots(_ part: CandidateSearch.Part, with other: SearchSketch) -> Int {
    equalKeys(other, part.slots)
  }

  func sharesPhrase(with other: SearchSketch) -> Bool {
    equalKeys(other, Self.wordSlots..<Self.slots) > 0
  }

  private func equalKeys(_ other: SearchSketch, _ slots: Range<Int>) -> Int {
    keys.withUnsafeBufferPointer { first in
      other.keys.withUnsafeBufferPointer { second in
        guard let first = first.baseAddress, let second = second.baseAddress else { return 0 }
        return stemma_equal_keys(first + slots.lowerBound, second + slots.lowerBound, slots.count)
      }
    }
  }
}

/// Makes search sketches; holds scratch space.
public struct SearchSketcher {
  private var words = Sketcher(slotCount: SearchSketch.wordSlots)
  private var phrases = Sketcher(slotCount: SearchSketch.phraseSlots)
  private var distinct = DistinctCounter()
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
    return SearchSketch(keys: keys, tokenCount: tokens.count, wordCount: distinct.count(tokens))
  }
}
