/// How text is shown: with or without colour, and how wide.
public struct TextStyle: Sendable {
  public var hasColour: Bool
  /// Columns.
  public var width: Int

  public init(hasColour: Bool, width: Int) {
    self.hasColour = hasColour
    self.width = max(40, width)
  }

  /// For files and pipes.
  public static let plain = {
    var style = TextStyle(hasColour: false, width: 80)
    style.cutsNames = false
    return style
  }()

  /// Whether an id is cut where its line is too long: in a file or a pipe another program reads it.
  var cutsNames = true

  enum Emphasis: String {
    case bold = "1"
    case dim = "2"
    case changed = "33"
  }

  func emphasised(_ text: String, _ emphasis: Emphasis) -> String {
    hasColour ? "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// Text on a terminal.
public enum Screen {
  /// A name or a line of a document, with nothing in it that a terminal would obey, and of a script that
  /// runs from right to left so set that it does not turn what stands around it.
  public static func printable(_ text: String) -> String { isolated(visible(text)) }

  /// What runs from right to left set in a direction of its own (Unicode Standard Annex 9, isolates);
  /// other text as it is.
  static func isolated(_ text: String) -> String {
    let isTurning = text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        true
      default: false
      }
    }
    return isTurning ? "\u{2068}\(text)\u{2069}" : text
  }

  private static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += " "
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The columns that a text takes.
  static func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns($1) }
  }

  private static func columns(_ character: Character) -> Int {
    if character.unicodeScalars.first?.properties.isEmojiPresentation == true { return 2 }
    return character.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    // Hangul vowels and finals, which join the syllable before them.
    case 0x1160...0x11FF: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The beginning of a text, at most `columns` wide, with an ellipsis where it was cut.
  static func cut(_ text: String, columns limit: Int) -> String {
    guard columns(text) > limit else { return text }
    var result = ""
    var used = 0
    for character in text {
      used += columns(character)
      if used > limit - 1 { break }
      result.append(character)
    }
    return result + "…"
  }
}
