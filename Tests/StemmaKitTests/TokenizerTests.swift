import Foundation
import Testing

@testable import StemmaKit

/// Words of ASCII text: cut at everything that is no letter or digit, in lower case.
private func wordsOfASCII(_ text: String) -> [String] {
  text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
}

@Suite struct TokenizerTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Any bytes can be read, and tokens stand in order on them`(seed: UInt64) {
    var random = RandomText(seed: seed)
    // Every third text of bytes that are hardly ever text.
    let bytes = random.bytes(
      count: 400, from: seed % 3 == 0 ? [.invalid] : RandomText.Alphabet.allCases)
    let found = tokens(bytes: bytes)
    let all = "seed \(seed): \(bytes)"
    #expect(found.starts.count == found.count && found.ends.count == found.count, "\(all)")
    for index in 0..<found.count {
      #expect(found.starts[index] < found.ends[index], "\(all)")
      #expect(Int(found.ends[index]) <= bytes.count, "\(all)")
      guard index > 0 else { continue }
      #expect(found.starts[index - 1] < found.starts[index], "\(all)")
      #expect(found.ends[index - 1] < found.ends[index], "\(all)")
      // Only the n-grams of scripts without spaces overlap.
      let overlaps = found.ends[index - 1] > found.starts[index]
      #expect(!overlaps || found.marks[index].contains(.dense), "\(all)")
    }
  }

  @Test(arguments: 100..<140 as Range<UInt64>)
  func `Tokens of valid text begin and end between characters`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let text = random.text(count: 300)
    let bytes = Array(text.utf8)
    let found = tokens(text)
    for offset in found.starts + found.ends where Int(offset) < bytes.count {
      #expect(bytes[Int(offset)] & 0xC0 != 0x80, "seed \(seed), byte \(offset): \(text)")
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Tokens of ASCII text are its words in lower case`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let text = random.text(count: 300, from: [.ascii])
    let expected = wordsOfASCII(text).map { tokenHash(ofNormalised: $0) }
    #expect(tokens(text).hashes == expected, "seed \(seed): \(text)")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `A separator behind a text changes nothing`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let bytes = random.bytes(count: 200)
    let found = tokens(bytes: bytes)
    for separator in [" ", "\n", "!", "\u{200B}", "、", "😀"] {
      let longer = tokens(bytes: bytes + Array(separator.utf8))
      #expect(longer.hashes == found.hashes, "seed \(seed), \(separator): \(bytes)")
      #expect(longer.starts == found.starts, "seed \(seed), \(separator): \(bytes)")
      #expect(longer.ends == found.ends, "seed \(seed), \(separator): \(bytes)")
      #expect(longer.marks == found.marks, "seed \(seed), \(separator): \(bytes)")
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Canonically equivalent texts have the same tokens`(seed: UInt64) {
    var random = RandomText(seed: seed)
    for alphabet: RandomText.Alphabet in [.composed, .decomposed, .han, .kana, .arabic, .hindi] {
      let text = random.text(count: 60, from: [alphabet])
      let composed = text.precomposedStringWithCanonicalMapping
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(tokens(composed).hashes == tokens(decomposed).hashes, "seed \(seed): \(text)")
      #expect(tokens(composed).hashes == tokens(text).hashes, "seed \(seed): \(text)")
    }
  }

  @Test func `A mark on a letter ё stays on the letter е`() {
    // The rule: folding, then NFC, then ё to е, and no composition after that.
    let expected = [tokenHash(ofNormalised: "е\u{306}")]
    #expect(tokens("е\u{308}\u{306}").hashes == expected)
    #expect(tokens("ё\u{306}").hashes == expected)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `A text read from an offset has the tokens of its tail`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let tail = Array(random.text(count: 100).utf8)
    let head = Array("date 2024-09-19 (AGENCY) ".utf8)
    let all = head + tail
    var tokenizer = Tokenizer()
    let found = tokenizer.tokenize(all.span, from: head.count)
    let expected = tokenizer.tokenize(tail.span)
    #expect(found.hashes == expected.hashes, "seed \(seed): \(tail)")
    #expect(found.starts.map { Int($0) - head.count } == expected.starts.map(Int.init))
  }

  @Test func `A tokenizer used again gives what a new one gives`() {
    var used = Tokenizer()
    for seed in 0..<20 as Range<UInt64> {
      var random = RandomText(seed: seed)
      let bytes = random.bytes(count: 120)
      #expect(used.tokenize(bytes.span).hashes == tokens(bytes: bytes).hashes, "seed \(seed)")
    }
  }

  @Test func `Capitals and numerals are told by the first character`() {
    let text = "the Élan of 35 Ёлка x2 ٣٤ ⅷ iPhone"
    #expect(words(of: text) { $0.contains(.capitalised) } == "Élan Ёлка")
    #expect(words(of: text) { $0.contains(.numeral) } == "35 ٣٤ ⅷ")
  }

  @Test func `Scripts without spaces are read as overlapping pairs and triples`() {
    #expect(words(of: "東京タワー") == "東京 京タ タワ ワー")
    #expect(words(of: "กขคง x") == "กขค ขคง x")
    #expect(words(of: "中 word 中国") { $0.contains(.dense) } == "中 中国")
  }

  @Test func `The bytes of a range of tokens reach from the first to the last`() {
    let found = tokens("  one, two; three ")
    #expect(found.bytes(of: 0..<3) == 2..<17)
    #expect(found.bytes(of: 1..<2) == 7..<10)
  }
}
