/// What a line near the top of a page looks like: a headline, or what stands about one.
///
/// Only rules that hold for any outlet: how many words, figures and capitals a line has, and how it
/// begins and ends. A line that looks like something else can still be a headline, so that shapes
/// choose among lines and never leave a text without a title.
enum LineShape {
  /// Three words or more, and nothing against it.
  case headline
  /// So short that it may as well be a section or a name.
  case short
  /// Whole sentences: a caption, or the text itself.
  case prose
  /// A section of few letters, a time, a by-line, a credit.
  case furniture

  private static let leastLetters = 8
  private static let leastWords = 3
  private static let mostCharacters = 120

  init(_ line: ArraySlice<UInt8>) {
    let text = String(decoding: line, as: UTF8.self)
    let count = LineCount(text)
    // A figure for every three letters, or four about a clock: a time, a place in a list, a table.
    let isFigures = (count.hasClock ? 4 : 3) * count.figures >= count.letters
    // "Jane Roe / Agency", but not "East/West: Talks on Trade".
    let isCredit =
      count.isNames && (count.hasStroke && !text.contains(":")) || Self.isByLine(text, count)
    if count.letters < Self.leastLetters || isFigures || isCredit {
      self = .furniture
    } else if count.characters > Self.mostCharacters || count.endsSentence {
      self = .prose
    } else {
      self = count.words < Self.leastWords ? .short : .headline
    }
  }

  /// What by-lines begin with, in languages that write names with capitals.
  private static let authorship: Set<String> = [
    "by", "von", "par", "por", "di", "da", "de", "door", "av", "af",
  ]
  /// Words in small letters that join or belong to names.
  private static let joining: Set<String> = [
    "and", "und", "et", "y", "e", "en", "och", "og", "von", "van", "de", "der", "den", "da", "di",
    "del",
    "la", "le", "du", "dos", "bin", "al",
  ]

  /// "By Jane Roe", "Von Max Muster und Eva Beispiel": names alone behind a word of authorship. Of
  /// English, where headlines have capitals throughout, hardly a small letter is enough.
  private static func isByLine(_ text: String, _ count: LineCount) -> Bool {
    func isBetweenWords(_ character: Character) -> Bool {
      character.isWhitespace || character == ","
    }
    let begin = text.drop(while: isBetweenWords)
    // Most lines begin with another word: they are not cut.
    let first = begin.prefix { !isBetweenWords($0) }.lowercased()
    guard authorship.contains(first) else { return false }
    if first == "by" { return count.isNames }
    let words = begin.split(whereSeparator: isBetweenWords)
    let names = words.dropFirst()
    guard (2...10).contains(names.count), names.first?.first?.isUppercase == true else {
      return false
    }
    return names.allSatisfy { word in
      word.first?.isUppercase == true || joining.contains(String(word))
    }
  }

  /// Whether hardly a word begins with a small letter: names, as those of photographers; headlines of
  /// some papers, too, so that it is no reason by itself.
  static func isNames(_ line: ArraySlice<UInt8>) -> Bool {
    LineCount(String(decoding: line, as: UTF8.self)).isNames
  }
}

/// What is counted of a line, in one pass.
private struct LineCount {
  var characters = 0
  var letters = 0
  var figures = 0
  /// Words between blanks; of scripts without blanks or capitals each two letters count as one.
  var words: Int { spaced + uncased / 2 }
  var isNames: Bool { uncased == 0 && 4 * small <= spaced }
  /// A stroke or bar between what are not figures.
  private(set) var hasStroke = false
  /// Figures, a colon, figures.
  private(set) var hasClock = false
  private(set) var endsSentence = false

  private var spaced = 0
  private var small = 0
  private var uncased = 0

  init(_ text: String) {
    var before: (last: ScalarKind, one: ScalarKind) = (.blank, .blank)
    var isBehindColon = false
    var beginsWord = true
    for scalar in text.unicodeScalars {
      let kind = ScalarKind.of(scalar)
      characters += 1
      if kind.contains(.blank) {
        beginsWord = true
      } else if kind.contains(.letter) {
        letters += 1
        uncased += kind.contains(.uncased) ? 1 : 0
        if beginsWord {
          spaced += 1
          small += kind.contains(.small) ? 1 : 0
        }
        beginsWord = false
      } else if kind.contains(.figure) {
        figures += 1
        hasClock = hasClock || isBehindColon && before.one.contains(.figure)
        beginsWord = false
      }
      let isStroke = scalar == "/" || scalar == "|"
      hasStroke = hasStroke || isStroke && !before.last.contains(.figure)
      // What closes a quotation or a bracket stands behind the full stop.
      if !kind.contains(.closing) {
        endsSentence = scalar == "." || scalar == "。" || scalar == "।"
      }
      isBehindColon = scalar == ":"
      before = (kind, before.last)
    }
  }
}

/// What is asked of a character of a line.
private struct ScalarKind: OptionSet {
  let rawValue: UInt8

  static let blank = ScalarKind(rawValue: 1)
  static let letter = ScalarKind(rawValue: 2)
  /// A letter of a script without capitals.
  static let uncased = ScalarKind(rawValue: 4)
  static let small = ScalarKind(rawValue: 8)
  static let figure = ScalarKind(rawValue: 16)
  /// May stand behind a full stop that ends the line.
  static let closing = ScalarKind(rawValue: 32)

  /// Of alphabets: what the standard library says of a character takes as long as a hundred of these.
  private static let known: [ScalarKind] = (0..<0x800).map { value in
    Unicode.Scalar(value).map { ScalarKind($0) } ?? []
  }

  static func of(_ scalar: Unicode.Scalar) -> ScalarKind {
    let value = Int(scalar.value)
    return value < known.count ? known[value] : ScalarKind(scalar)
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  private init(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    let category = properties.generalCategory
    var kind: ScalarKind = []
    if properties.isWhitespace { kind.insert(.blank) }
    if properties.isAlphabetic { kind.insert(.letter) }
    if !properties.isCased, category == .otherLetter { kind.insert(.uncased) }
    if properties.isLowercase { kind.insert(.small) }
    if properties.numericType != nil { kind.insert(.figure) }
    if properties.isWhitespace || properties.isQuotationMark || category == .closePunctuation {
      kind.insert(.closing)
    }
    self = kind
  }
}
