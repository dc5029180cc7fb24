/// Reads the numbers and dates of a text, in order.
struct FigureReader {
  let text: [UInt8]
  let tokens: Tokens
  let lexicon: Lexicon
  var figures: [Figure] = []
  var dates: [CalendarDate] = []
  /// The token behind what was read last.
  var done = 0

  /// - Complexity: O(*n*) in the bytes of the text.
  init(_ text: [UInt8], _ tokens: Tokens, _ lexicon: Lexicon) {
    self.text = text
    self.tokens = tokens
    self.lexicon = lexicon
    var index = 0
    while index < tokens.count {
      done = index
      if readDate(at: index) || readDigits(at: index) || readWords(at: index) {
        index = max(done, index + 1)
      } else {
        readDenseWeekday(at: index)
        index += 1
      }
    }
  }

  func meaning(_ index: Int) -> Lexicon.Meaning? {
    tokens.marks.indices.contains(index) && !tokens.marks[index].contains(.dense)
      ? lexicon.meaning(of: tokens.hashes[index]) : nil
  }

  func start(_ index: Int) -> Int { Int(tokens.starts[index]) }
  func end(_ index: Int) -> Int { Int(tokens.ends[index]) }

  /// Whether only blanks, and perhaps one of the bytes of `marks`, stand before a token.
  func isNext(_ index: Int, behind position: Int, marks: String = "") -> Bool {
    guard index < tokens.count, start(index) >= position, start(index) - position <= 4 else {
      return false
    }
    var seen = 0
    for byte in text[position..<start(index)] {
      // 0xA0, 0xC2, 0xE2, 0x80 and 0xAF are of no-break spaces.
      if byte == 0x20 || [0xA0, 0xC2, 0xE2, 0x80, 0xAF, 0x89].contains(byte) { continue }
      guard marks.utf8.contains(byte), seen == 0 else { return false }
      seen += 1
    }
    return true
  }

  /// The number of the first token that begins at or behind a byte.
  func token(at position: Int, from first: Int) -> Int {
    var index = first
    while index < tokens.count, start(index) < position { index += 1 }
    return index
  }

  func run(at index: Int) -> DigitRun? {
    guard tokens.marks.indices.contains(index), tokens.marks[index].contains(.numeral) else {
      return nil
    }
    return DigitRun(text, at: start(index), lexicon)
  }
}
