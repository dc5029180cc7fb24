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
    let words = text.split { $0.isWhitespace || $0 == "," }
    guard let first = words.first.map({ $0.lowercased() }), authorship.contains(first) else {
      return false
    }
    if first == "by" { return count.isNames }
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
    var before: (last: Unicode.Scalar, one: Unicode.Scalar) = (" ", " ")
    var beginsWord = true
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      characters += 1
      if properties.isWhitespace {
        beginsWord = true
      } else if properties.isAlphabetic {
        letters += 1
        if !properties.isCased, properties.generalCategory == .otherLetter { uncased += 1 }
        if beginsWord {
          spaced += 1
          small += properties.isLowercase ? 1 : 0
        }
        beginsWord = false
      } else if properties.numericType != nil {
        figures += 1
        hasClock = hasClock || before.last == ":" && before.one.properties.numericType != nil
        beginsWord = false
      }
      let isStroke = scalar == "/" || scalar == "|"
      hasStroke = hasStroke || isStroke && before.last.properties.numericType == nil
      // What closes a quotation or a bracket stands behind the full stop.
      let isClosing =
        properties.isWhitespace || properties.isQuotationMark
        || properties.generalCategory == .closePunctuation
      if !isClosing { endsSentence = scalar == "." || scalar == "。" || scalar == "।" }
      before = (scalar, before.last)
    }
  }
}
