internal import StemmaKit

/// What the words of a language are made of.
struct Alphabet {
  let language: Language
  private let onsets: [[UInt8]]
  private let capitals: [[UInt8]]
  private let vowels: [[UInt8]]
  private let codas: [[UInt8]]

  init(_ language: Language) {
    self.language = language
    func letters(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    let onsets: [String]
    let vowels: [String]
    let codas: [String]
    switch language {
    case .latin:
      onsets = letters("b c d f g h l m n p r s t v w k st tr pr ch")
      vowels = letters("a e i o u")
      codas = [""] + letters("n r s t l m d")
    case .accented:
      onsets = letters("b c d f g h l m n p r s t v ç ñ š st tr ž")
      vowels = letters("a e i o u é è ê ä ö ü í ó")
      codas = [""] + letters("n r s t l ß")
    case .cyrillic:
      onsets = letters("б в г д ж з к л м н п р с т х ч ш ст пр тр")
      vowels = letters("а е и о у ы я ю")
      codas = [""] + letters("н р с т л м й")
    case .han:
      // Every fifth character of the first fifteen thousand: three thousand, as a newspaper has.
      onsets = (0..<3000).compactMap { Unicode.Scalar(0x4E00 + 5 * UInt32($0)).map { String($0) } }
      vowels = [""]
      codas = [""]
    }
    func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
    self.onsets = bytes(onsets)
    capitals = bytes(onsets.map { $0.prefix(1).uppercased() + $0.dropFirst() })
    self.vowels = bytes(vowels)
    self.codas = bytes(codas)
  }

  /// A word of so many syllables, which in Chinese are characters; UTF-8.
  func word(
    syllables: Int, capitalised: Bool = false, _ generator: inout SplitMix64
  ) -> [UInt8] {
    var word: [UInt8] = []
    for syllable in 0..<syllables {
      let onset = generator.below(onsets.count)
      word += syllable == 0 && capitalised ? capitals[onset] : onsets[onset]
      word += vowels[generator.below(vowels.count)]
      if syllable == syllables - 1 { word += codas[generator.below(codas.count)] }
    }
    return word
  }

  /// A name, as it stands in the text.
  func name(_ generator: inout SplitMix64) -> [UInt8] {
    word(
      syllables: language == .han ? 3 : 2 + generator.below(2), capitalised: true, &generator)
  }

  /// What stands between words.
  var space: String { language == .han ? "" : " " }
  var comma: String { language == .han ? "，" : "," }
  var stop: String { language == .han ? "。" : "." }

  var quotationMarks: (open: String, close: String) {
    switch language {
    case .latin: ("\"", "\"")
    case .accented, .han: ("“", "”")
    case .cyrillic: ("«", "»")
    }
  }
}
