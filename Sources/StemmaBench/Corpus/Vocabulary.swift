internal import StemmaKit

/// The made-up words of a language; the number of a word is its rank by frequency.
struct Vocabulary: Sendable {
  static let count = 50_000
  /// The commonest words, which have no synonym, as "the" has none.
  static let commonest = 300

  private(set) var words = WordTable()
  private(set) var capitalised = WordTable()

  // Made once, as they are needed.
  private static let latin = Vocabulary(Alphabet(.latin))
  private static let accented = Vocabulary(Alphabet(.accented))
  private static let cyrillic = Vocabulary(Alphabet(.cyrillic))
  private static let han = Vocabulary(Alphabet(.han))

  /// The words of a language are the same for all seeds: two corpora are of one language.
  ///
  /// - Complexity: O(*v*) for *v* words the first time, some seventy milliseconds.
  static func of(_ language: Language) -> Vocabulary {
    switch language {
    case .latin: latin
    case .accented: accented
    case .cyrillic: cyrillic
    case .han: han
    }
  }

  private init(_ alphabet: Alphabet) {
    var generator = SplitMix64(seed: 0x5354_454D_4D41, stream: UInt64(alphabet.wordSeed))
    var known: Set<[UInt8]> = []
    while known.count < Self.count {
      // Common words are short, as in all languages.
      let rank = known.count
      let syllables =
        alphabet.language == .han
        ? (rank < 200 ? 1 : 2) : rank < 400 ? 1 : rank < 5000 ? 2 : 2 + generator.below(2)
      var again = generator
      let word = alphabet.word(syllables: syllables, &generator)
      guard known.insert(word).inserted else { continue }
      words.append(word)
      capitalised.append(alphabet.word(syllables: syllables, capitalised: true, &again))
    }
  }

  /// Another word of the same sense: neighbours in rank are synonyms of each other.
  ///
  /// - Precondition: the word is none of the commonest.
  static func synonym(of word: Int) -> Int { word ^ 1 }
}

extension Alphabet {
  fileprivate var wordSeed: Int { Language.allCases.firstIndex(of: language) ?? 0 }
}

/// Draws ranks with Zipf's frequencies: Walker's alias method, made by Vose's algorithm (1991).
struct ZipfRanks: Sendable {
  /// The ranks of a vocabulary.
  static let vocabulary = ZipfRanks(count: Vocabulary.count)

  /// Of 2^32, how often a column stands for its own rank.
  private var thresholds: [UInt32]
  private var aliases: [UInt32]

  /// - Complexity: O(*n*) for *n* ranks.
  init(count: Int) {
    // The offset makes the commonest word one of twenty, as "the" is.
    var weights = (0..<count).map { 1 / (Double($0) + 1.7) }
    let scale = Double(count) / weights.reduce(0, +)
    for index in weights.indices { weights[index] *= scale }
    thresholds = [UInt32](repeating: .max, count: count)
    aliases = (0..<count).map { UInt32($0) }
    var small = weights.indices.filter { weights[$0] < 1 }
    var large = weights.indices.filter { weights[$0] >= 1 }
    while let less = small.popLast(), let more = large.popLast() {
      thresholds[less] = UInt32(weights[less] * 4_294_967_295)
      aliases[less] = UInt32(more)
      weights[more] -= 1 - weights[less]
      if weights[more] < 1 { small.append(more) } else { large.append(more) }
    }
  }

  /// The rank that 64 random bits stand for; its lowest sixteen bits are free for other uses.
  @inline(__always)
  func rank(_ random: UInt64) -> Int {
    let (column, fraction) = random.multipliedFullWidth(by: UInt64(thresholds.count))
    let own = Int(truncatingIfNeeded: column)
    return UInt32(truncatingIfNeeded: fraction >> 32) < thresholds[own] ? own : Int(aliases[own])
  }
}
