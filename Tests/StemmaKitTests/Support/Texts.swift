@testable import StemmaKit

/// The tokens of a text.
func tokens(_ text: String) -> Tokens { tokens(bytes: Array(text.utf8)) }

func tokens(bytes: [UInt8]) -> Tokens {
  var tokenizer = Tokenizer()
  return tokenizer.tokenize(bytes.span)
}

/// The tokens of a text with the rarity that the background gives them.
func weighed(_ text: String) -> WeighedText { WeighedText(tokens(text)) }

/// What stands in the text at each token that `isWanted`, with blanks between.
func words(of text: String, where isWanted: (TokenMarks) -> Bool = { _ in true }) -> String {
  let found = tokens(text)
  let bytes = Array(text.utf8)
  return (0..<found.count).filter { isWanted(found.marks[$0]) }.map {
    String(decoding: bytes[Int(found.starts[$0])..<Int(found.ends[$0])], as: UTF8.self)
  }.joined(separator: " ")
}

/// Equal but for rounding.
func isClose(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-9 }

/// Random text of the alphabets that the tokenizer treats differently, from a seed.
struct RandomText {
  enum Alphabet: CaseIterable {
    case ascii, composed, decomposed, cyrillic, han, kana, arabic, hindi, thai, emoji, invalid
    case separators

    /// Ranges of scalars from which to draw.
    var ranges: [ClosedRange<UInt32>] {
      switch self {
      case .ascii: [0x20...0x7E]
      case .composed: [0xC0...0x17F, 0x1E00...0x1EF9, 0xAC00...0xAC40]
      case .decomposed: [0x61...0x7A, 0x300...0x331, 0x1100...0x1112, 0x1161...0x1175]
      case .cyrillic: [0x400...0x45F, 0x306...0x308]
      case .han: [0x4E00...0x4E40, 0xF900...0xF910, 0x20000...0x20010]
      case .kana: [0x3041...0x30FF, 0x3099...0x309A, 0xFF66...0xFF9F]
      case .arabic: [0x61B...0x669, 0x670...0x6D5, 0x200C...0x200F]
      case .hindi: [0x901...0x97F, 0x200C...0x200D]
      case .thai: [0xE01...0xE5B, 0xE81...0xE9C]
      case .emoji: [0x1F600...0x1F64F, 0x1F1E6...0x1F1FF, 0x200D...0x200D, 0xFE0F...0xFE0F]
      case .invalid: []
      case .separators: [0x20...0x22, 0x2C...0x2E, 0x0A...0x0A, 0x2018...0x201E, 0x3001...0x3002]
      }
    }
  }

  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(state: seed) }

  /// The UTF-8 of one character of an alphabet; for `.invalid` any bytes at all.
  mutating func character(_ alphabet: Alphabet) -> [UInt8] {
    guard let range = alphabet.ranges.randomElement(using: &generator) else {
      return (0..<4).map { _ in UInt8.random(in: 0x70...0xFF, using: &generator) }
    }
    let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) ?? " "
    return Array(String(scalar).utf8)
  }

  /// Runs of one alphabet after another.
  mutating func bytes(count: Int, from alphabets: [Alphabet] = Alphabet.allCases) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let alphabet = alphabets.randomElement(using: &generator) else { break }
      for _ in 0..<Int.random(in: 1...8, using: &generator) { bytes += character(alphabet) }
      if Bool.random(using: &generator) { bytes.append(0x20) }
    }
    return bytes
  }

  /// The same as valid text.
  mutating func text(count: Int, from alphabets: [Alphabet] = Alphabet.allCases) -> String {
    String(decoding: bytes(count: count, from: alphabets.filter { $0 != .invalid }), as: UTF8.self)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  /// A sequence of small numbers, as of words.
  mutating func ids(count: Int, below limit: Int) -> [Int32] {
    (0..<count).map { _ in Int32.random(in: 0..<Int32(limit), using: &generator) }
  }

  /// A sequence of hashes, of so many different ones.
  mutating func hashes(count: Int, different: Int) -> [UInt64] {
    let all = (0..<different).map { _ in generator.next() }
    return (0..<count).map { _ in all[Int.random(in: 0..<different, using: &generator)] }
  }
}

/// Tokens of invented words with these numbers, six bytes apart; a sentence begins at `sentences`.
func tokens(ids: [Int32], sentences: Set<Int> = [0]) -> Tokens {
  var tokens = Tokens()
  for (index, id) in ids.enumerated() {
    tokens.append(
      hash: UInt64(id + 1) &* Shingles.multiplier, start: index * 6, end: index * 6 + 5,
      marks: sentences.contains(index) ? .sentenceStart : [])
  }
  return tokens
}

extension PairVocabulary {
  /// The hash behind each id.
  var hashes: [UInt64] { Array(known[..<count]) }
}
