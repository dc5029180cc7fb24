/// The languages whose words for numbers, days and months are known.
enum Language: CaseIterable {
  case english, german, french, spanish, italian, russian, arabic, urdu, hindi, chinese, japanese

  /// The language of a text: that of which it has the most of the commonest words, half as many
  /// again as of any other; of scripts without spaces, by its kana. `nil` where this does not tell.
  static func of(_ tokens: Tokens, _ text: Span<UInt8>) -> Language? {
    var counts = [Int](repeating: 0, count: allCases.count)
    var dense = 0
    for index in 0..<tokens.count {
      if tokens.marks[index].contains(.dense) {
        dense += 1
        if isKana(text, at: Int(tokens.starts[index])) { counts[japanese.number] += 1 }
      } else if let languages = ownersOfWords[tokens.hashes[index]] {
        for language in languages { counts[language] += 1 }
      }
    }
    if dense * 2 > tokens.count {
      // Japanese writes its endings in kana, a good third of a text; Chinese has none.
      return counts[japanese.number] * 10 > dense ? .japanese : .chinese
    }
    counts[japanese.number] = 0
    let best = allCases.max { counts[$0.number] < counts[$1.number] } ?? .english
    let second = allCases.filter { $0 != best }.map { counts[$0.number] }.max() ?? 0
    let first = counts[best.number]
    return first * 20 >= tokens.count && first > 0 && first * 2 >= second * 3 ? best : nil
  }

  private var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  private static func isKana(_ text: Span<UInt8>, at position: Int) -> Bool {
    (0x3041...0x30FF).contains(decodeScalar(text, at: position).scalar)
  }

  /// Words that hardly a sentence does without.
  private var commonestWords: String {
    switch self {
    case .english: "the of and to in that was for with said is on by at has from as it he she"
    case .german: "der die und das den von mit ist nicht auch im ein eine dem des auf für am sich"
    case .french:
      "le la les de des et est en un une dans pour que du au qui sur par ont avec ses aux à ce"
    case .spanish: "el los las de que y en una por con del su un al fue para la se no más como lo"
    case .italian:
      "il di che la e per una della con del gli nel è al da si dei un alla ha non sono nella dal più"
    case .russian: "и в на не что с по из для к от за до его как это был о"
    case .arabic: "في من على أن إلى عن التي الذي مع وقال بعد هذا كما عام"
    case .urdu: "کے میں کی ہے سے کا نے کو اور پر ہیں تھا یہ اس"
    case .hindi: "के में की है से का ने को और पर हैं था यह इस"
    case .chinese, .japanese: ""
    }
  }

  private static let ownersOfWords: [UInt64: [Int]] = {
    var owners: [UInt64: [Int]] = [:]
    for language in allCases {
      for word in WordForms.hashes(of: language.commonestWords) {
        owners[word, default: []].append(language.number)
      }
    }
    return owners
  }()
}

/// The hashes of words given as plain text.
enum WordForms {
  static func hashes(of words: String) -> [UInt64] {
    var tokenizer = Tokenizer()
    var hashes: [UInt64] = []
    tokenizer.hash(Array(words.utf8).span, into: &hashes)
    return hashes
  }
}
