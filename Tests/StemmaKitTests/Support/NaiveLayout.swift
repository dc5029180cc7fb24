@testable import StemmaKit

/// Where sentences, clauses and quotations begin, gap by gap and scalar by scalar: the twin of Layout.
enum NaiveLayout {
  static func mark(_ tokens: inout Tokens, in text: Span<UInt8>, from start: Int) {
    var quotations = Quotations()
    var previousEnd = start
    // The gap behind the last token too: a quotation may end with the text.
    for index in 0...tokens.count {
      let isBehind = index == tokens.count
      let tokenStart = isBehind ? text.count : Int(tokens.starts[index])
      var gap = Gap()
      var (hasEnded, wasBlank) = (false, false)
      var position = previousEnd
      while position < tokenStart {
        let (scalar, length) = decodeScalar(text, at: position)
        gap.read(scalar)
        if QuotationMark.isPossible(scalar) {
          let besides = [position - 1, position + 1].filter { (0..<text.count).contains($0) }
          quotations.read(
            scalar, at: position, isDoubled: besides.contains { text[$0] == text[position] },
            before: Neighbour(before: position, in: text),
            after: Neighbour(at: position + length, in: text), token: index)
        } else if gap.isParagraph, !hasEnded || gap.isBlank && !wasBlank {
          quotations.endParagraph(token: index, isBlank: gap.isBlank)
        }
        (hasEnded, wasBlank) = (gap.isParagraph, gap.isBlank)
        position += length
      }
      if isBehind { break }
      switch index == 0 ? .sentence : gap.strength {
      case .sentence: tokens.marks[index].insert(.sentenceStart)
      case .clause: tokens.marks[index].insert(.clauseStart)
      case .none: break
      }
      previousEnd = max(previousEnd, Int(tokens.ends[index]))
    }
    for quotation in quotations.found {
      for index in quotation { tokens.marks[index].insert(.quoted) }
    }
  }

  /// What has been seen between two tokens.
  private struct Gap {
    enum Strength {
      case none
      case clause
      case sentence
    }

    private(set) var strength = Strength.none
    private(set) var isParagraph = false
    private(set) var isBlank = false
    private var newlines = 0
    /// A full stop was read and only closing marks since: white space now makes a sentence end.
    private var stopped = false

    mutating func read(_ scalar: UInt32) {
      switch scalar {
      case 0x0A, 0x85, 0x2028, 0x2029:
        newlines += 1
        // A line that ends with a full stop ends a paragraph, else lines may be hard-wrapped.
        isBlank = isBlank || newlines >= 2 || scalar == 0x2029
        isParagraph = isParagraph || newlines >= 2 || stopped || scalar == 0x2029
        strength = .sentence
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
      let isLineEnd = [0x0A, 0x85, 0x2028, 0x2029].contains(scalar)
      if scalar > 0x20, !isLineEnd { newlines = 0 }
    }

    private mutating func raise() {
      if strength == .none { strength = .clause }
    }
  }
}
