/// Marks on each token where sentences and clauses begin, what stands in quotation marks, and what is
/// furniture of the page.
///
/// Reads only the gaps between tokens, since every mark of punctuation stands in one.
enum Layout {
  static func mark(_ tokens: inout Tokens, in text: Span<UInt8>, from start: Int) {
    var quotations = Quotations()
    var signs: [Int] = []
    var breaks: [Int] = []
    let (startsOfAll, endsOfAll) = (tokens.starts, tokens.ends)
    let starts = startsOfAll.span
    let ends = endsOfAll.span
    var marks = tokens.marks.mutableSpan
    let plainGaps = plainGaps
    let plain = plainGaps.span
    var previousEnd = start
    for index in marks.indices {
      let gap = previousEnd..<max(previousEnd, Int(starts[index]))
      previousEnd = max(previousEnd, Int(ends[index]))
      guard index > 0 else {
        _ = read(text, gap, before: 0, &quotations)
        marks[0].insert(.sentenceStart)
        continue
      }
      if gap.isEmpty { continue }
      let first = text[gap.lowerBound]
      if gap.count == 1 || gap.count == 2 && text[gap.lowerBound + 1] == 0x20,
        let found = plain[Int(first) << 1 | gap.count & 1]
      {
        marks[index].formUnion(found)
        if isLineEnd(first) { breaks.append(index) }
      } else {
        marks[index].formUnion(read(text, gap, before: index, &quotations))
        if hasSign(text, gap) { signs.append(index) }
        if gap.prefix(Furniture.mostGap).contains(where: { isLineEnd(text[$0]) }) {
          breaks.append(index)
        }
      }
    }
    // Behind the last token too: a quotation may end with the text.
    if previousEnd < text.count {
      _ = read(text, previousEnd..<text.count, before: marks.count, &quotations)
    }
    for quotation in quotations.found {
      for index in quotation { marks[index].insert(.quoted) }
    }
    let furniture =
      Furniture.find(in: tokens, of: text, signs: signs)
      + LinesPrintedTwice.find(in: tokens, breaks: breaks)
    for range in furniture {
      for index in range { tokens.marks[index].insert(.furniture) }
    }
  }

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// What the commonest gaps between two tokens mark: one character of ASCII (odd places) or one and a
  /// blank (even places); `nil` where more is to be looked at. No quotation begins or ends at an
  /// apostrophe or grave accent between two words.
  private static let plainGaps: [TokenMarks?] = (0..<512 as Range<UInt32>).map { place in
    let scalar = place >> 1
    guard scalar < 0x80, scalar != 0x22,
      scalar != 0x27 && scalar != 0x60 || place & 1 == 1
    else { return nil }
    var gap = Gap()
    gap.read(scalar)
    if place & 1 == 0 { gap.read(0x20) }
    return gap.marks
  }

  /// Reads the gap before token number `token`.
  private static func read(
    _ text: Span<UInt8>, _ range: Range<Int>, before token: Int, _ quotations: inout Quotations
  ) -> TokenMarks {
    var gap = Gap()
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = decodeScalar(text, at: position)
      let before = gap.end
      gap.read(scalar)
      let isDoubled = isDoubled(position, in: text)
      if QuotationMark.isPossible(scalar) || isDoubled && QuotationMark.isHalf(scalar) {
        quotations.read(
          scalar, at: position, isDoubled: isDoubled,
          before: Neighbour(before: position, in: text),
          after: Neighbour(at: position + length, in: text), token: token)
      } else if gap.end != before {
        // Not again for every line: a mark behind it opens a quotation in the new paragraph.
        quotations.endParagraph(token: token, isBlank: gap.end == .blankLine)
      }
      position += length
    }
    return gap.marks
  }

  /// Whether a gap ends with the sign of a copyright or the bracket and sign before a handle.
  private static func hasSign(_ text: Span<UInt8>, _ gap: Range<Int>) -> Bool {
    var last = gap.upperBound - 1
    if last > gap.lowerBound, text[last] == 0x20 { last -= 1 }
    guard last > gap.lowerBound else { return false }
    let (before, sign) = (text[last - 1], text[last])
    return before == 0xC2 && sign == 0xA9
      || before == UInt8(ascii: "(") && sign == UInt8(ascii: "@")
  }

  /// Whether the same byte stands beside the one here, as in a double mark of a typewriter.
  private static func isDoubled(_ position: Int, in text: Span<UInt8>) -> Bool {
    position > 0 && text[position - 1] == text[position]
      || position + 1 < text.count && text[position + 1] == text[position]
  }

  /// What ends in a gap.
  private enum GapEnd {
    case nothing
    /// A line with a full stop before it.
    case line
    case blankLine
  }

  /// What has been seen between two tokens.
  private struct Gap {
    private enum Strength {
      case none
      case clause
      case sentence
    }

    private var strength = Strength.none
    private(set) var end = GapEnd.nothing
    private var newlines = 0
    /// A full stop was read and only closing marks since: white space now makes a sentence end.
    private var stopped = false

    var marks: TokenMarks {
      switch strength {
      case .none: []
      case .clause: .clauseStart
      case .sentence: .sentenceStart
      }
    }

    mutating func read(_ scalar: UInt32) {
      switch scalar {
      case 0x0A, 0x85, 0x2028, 0x2029:
        newlines += 1
        // A line that ends with a full stop ends a paragraph, else lines may be hard-wrapped.
        if newlines >= 2 || scalar == 0x2029 { end = .blankLine }
        if stopped, end == .nothing { end = .line }
        strength = .sentence
        return
      case 0x21, 0x2E, 0x3F, 0x2026:
        stopped = true
        raise()
      // Full stops that need no space behind them.
      case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x061F, 0x06D4, 0x0964, 0x0965, 0x104B, 0x17D4:
        strength = .sentence
      case 0x22, 0x27, 0x29, 0x5D, 0x201C, 0x201D, 0x2019, 0xBB, 0xAB, 0x203A:
        raise()
      case 0x09, 0x0B...0x0D, 0x20, 0xA0, 0x3000:
        if stopped { strength = .sentence }
        return
      // Comma, semicolon, colon, brackets, dashes, other quotation marks.
      case 0x28, 0x2C, 0x2D, 0x3A, 0x3B, 0x5B, 0x2013, 0x2014, 0x2018, 0x201E, 0x3001,
        0x300C...0x300F,
        0xFF0C, 0xFF1A, 0xFF1B, 0xFF08, 0xFF09, 0x060C, 0x061B, 0x2039, 0x104A:
        stopped = false
        raise()
      default:
        stopped = false
      }
      if scalar > 0x20 { newlines = 0 }
    }

    private mutating func raise() {
      if strength == .none { strength = .clause }
    }
  }
}
