internal import StemmaKit

/// What the words of a language are made of.
struct Alphabet {
  let language: Language
  private let onsets: [String]
  private let vowels: [String]
  private let codas: [String]

  init(_ language: Language) {
    self.language = language
    func letters(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
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
  }

  /// A word of so many syllables, which in Chinese are characters.
  func word(syllables: Int, _ generator: inout SplitMix64) -> String {
    var word = ""
    for syllable in 0..<syllables {
      word += onsets[generator.below(onsets.count)]
      word += vowels[generator.below(vowels.count)]
      if syllable == syllables - 1 { word += codas[generator.below(codas.count)] }
    }
    return word
  }

  /// A name, as it stands in the text.
  func name(_ generator: inout SplitMix64) -> [UInt8] {
    Self.capitalised(word(syllables: language == .han ? 3 : 2 + generator.below(2), &generator))
  }

  static func capitalised(_ word: String) -> [UInt8] {
    // All letters that words begin with have a capital of as many bytes.
    Array((word.prefix(1).uppercased() + word.dropFirst()).utf8)
  }

  var space: [UInt8] { language == .han ? [] : [0x20] }
  var comma: [UInt8] { Array((language == .han ? "，" : ",").utf8) }
  var stop: [UInt8] { Array((language == .han ? "。" : ".").utf8) }

  var quotationMarks: (open: [UInt8], close: [UInt8]) {
    switch language {
    case .latin: ([0x22], [0x22])
    case .accented, .han: (Array("“".utf8), Array("”".utf8))
    case .cyrillic: (Array("«".utf8), Array("»".utf8))
    }
  }
}
