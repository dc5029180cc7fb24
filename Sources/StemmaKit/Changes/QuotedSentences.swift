/// Finds what a text quotes, a sentence at a time.
enum QuotedSentences {
  /// A quotation of fewer tokens is a term, a title or a doubt.
  private static let leastTokens = 4

  /// The quoted sentences and parts of sentences, as ranges of tokens.
  static func ranges(_ tokens: Tokens, _ text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var isMisread = false
    for index in 0...tokens.count {
      let isQuoted = index < tokens.count && tokens.marks[index].contains(.quoted)
      let breaks =
        isQuoted
        && (tokens.marks[index].contains(.sentenceStart) || hasMark(text, tokens, before: index))
      if let first = start, !isQuoted || breaks {
        if index - first >= leastTokens, !isMisread { found.append(first..<index) }
        start = nil
      }
      if isQuoted, start == nil {
        start = index
        let begins = index == 0 || !tokens.marks[index - 1].contains(.quoted)
        if begins || hasMark(text, tokens, before: index) {
          isMisread = closes(text, tokens, before: index)
        }
      }
    }
    return found
  }

  /// Whether a quotation mark stands before a token: one quotation ends and the next begins.
  static func hasMark(_ text: [UInt8], _ tokens: Tokens, before index: Int) -> Bool {
    guard index > 0 else { return false }
    var position = Int(tokens.ends[index - 1])
    let end = index < tokens.count ? Int(tokens.starts[index]) : text.count
    while position < end {
      let (scalar, length) = decodeScalar(text.span, at: position)
      if QuotationMark.isPossible(scalar), !QuotationMark.isSingle(scalar), scalar != 0x60 {
        return true
      }
      position += length
    }
    return false
  }

  /// Whether the mark that was read as opening a quotation stands directly behind a word, as closing
  /// ones do: texts that mix the marks of two languages are misread so.
  private static func closes(_ text: [UInt8], _ tokens: Tokens, before index: Int) -> Bool {
    guard index > 0, !tokens.marks[index].contains(.dense) else { return false }
    var position = Int(tokens.ends[index - 1])
    var isBehindWord = true
    var closes = false
    while position < Int(tokens.starts[index]) {
      let (scalar, length) = decodeScalar(text.span, at: position)
      if QuotationMark.isPossible(scalar) {
        closes = isBehindWord
      } else {
        // Behind a stop, a comma or the like a mark still closes.
        isBehindWord = isBehindWord && [0x2E, 0x2C, 0x21, 0x3F, 0x3B, 0x2026].contains(scalar)
      }
      position += length
    }
    return closes
  }
}
