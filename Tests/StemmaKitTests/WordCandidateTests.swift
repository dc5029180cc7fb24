import Testing

@testable import StemmaKit

@Suite struct WordCandidateTests {
  /// The weight from which on a pair is heavy: 24 nats.
  private let heavy: Int32 = 384

  /// Two sketches that have some word slots in common, and some phrase slots.
  private func pair(
    words: Int, phrases: Int = 0, tokens: (Int, Int) = (500, 500),
    different: (Int, Int) = (200, 200)
  ) -> (SearchSketch, SearchSketch) {
    let keys = [UInt32](repeating: 1, count: SearchSketch.slots)
    let a = SearchSketch(keys: keys, tokenCount: tokens.0, wordCount: different.0)
    var b = SearchSketch(keys: keys, tokenCount: tokens.1, wordCount: different.1)
    for slot in words..<SearchSketch.wordSlots { b.keys[slot] = 2 }
    for slot in SearchSketch.wordSlots + phrases..<SearchSketch.slots { b.keys[slot] = 2 }
    return (a, b)
  }

  private func isPlausible(_ pair: (SearchSketch, SearchSketch), weight: Int32) -> Bool {
    let there = WordCandidate(a: pair.0, b: pair.1, weight: weight).isPlausible
    #expect(WordCandidate(a: pair.1, b: pair.0, weight: weight).isPlausible == there)
    return there
  }

  // Of 200 words each, at J = 64 / 256 there are 0.25 * 400 / 1.25 = 80 in both: 0.4.
  @Test(arguments: [(63, false), (64, true), (256, true), (0, false)])
  func `A light pair has two fifths of the smaller text's words in common`(
    slots: Int, expected: Bool
  ) {
    #expect(isPlausible(pair(words: slots), weight: heavy - 1) == expected)
  }

  // 45 / 256 are 59.8 words of 200, 46 / 256 are 60.9.
  @Test(arguments: [(45, false), (46, true)])
  func `A heavy pair has three tenths`(slots: Int, expected: Bool) {
    #expect(isPlausible(pair(words: slots), weight: heavy) == expected)
    #expect(isPlausible(pair(words: slots), weight: heavy - 1) == false)
  }

  // Of 100 and 1,000 words, 7 / 256 are 29.3 in both, 8 / 256 are 33.3; 9 are 37.4 and 10 are 41.4.
  @Test(arguments: [(7, false, false), (8, false, true), (9, false, true), (10, true, true)])
  func `The smaller text's share counts`(slots: Int, light: Bool, isHeavy: Bool) {
    let pair = pair(words: slots, different: (100, 1000))
    #expect(isPlausible(pair, weight: heavy - 1) == light)
    #expect(isPlausible(pair, weight: heavy) == isHeavy)
  }

  @Test(arguments: [(99, false), (100, true)])
  func `A shorter text than 100 tokens shares a phrase or is none`(tokens: Int, expected: Bool) {
    let pair = pair(words: 256, tokens: (tokens, 900))
    #expect(isPlausible(pair, weight: 10 * heavy) == expected)
  }

  @Test(arguments: [1, 128])
  func `A shared phrase is enough`(phrases: Int) {
    #expect(isPlausible(pair(words: 0, phrases: phrases, tokens: (5, 5)), weight: 0))
    #expect(!isPlausible(pair(words: 0), weight: 10 * heavy))
  }
}
