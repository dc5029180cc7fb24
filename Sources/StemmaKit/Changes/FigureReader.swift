/// Reads the numbers and dates of a text, in order.
struct FigureReader {
  let text: [UInt8]
  let tokens: Tokens
  let lexicon: Lexicon
  var figures: [Figure] = []
  var dates: [CalendarDate] = []
  /// Days given as 3/4/2024, each with both readings: which part is the month is not known.
  var doubtfulDates: [CalendarDate.Value] = []
  /// Tokens where a number stands that was not read, or not to its end: nothing can be said of what
  /// is missing there.
  var gaps: [Int] = []
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
      if readDate(at: index) || readDigits(at: index) || readWords(at: index)
        || readDenseNumber(at: index)
      {
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

  /// Whether only blanks, and perhaps one of the characters of `marks`, stand before a token.
  func isNext(_ index: Int, behind position: Int, marks: String = "") -> Bool {
    guard index < tokens.count, start(index) >= position,
      start(index) - position <= Self.longestGap
    else { return false }
    var seen = 0
    var position = position
    while position < start(index) {
      let (scalar, length) = decodeScalar(text.span, at: position)
      position += length
      if Self.isBlank(scalar) { continue }
      guard seen == 0, marks.unicodeScalars.contains(where: { $0.value == scalar }) else {
        return false
      }
      seen += 1
    }
    return true
  }

  /// In bytes; a blank and the marks of direction on both its sides are ten.
  private static let longestGap = 12

  /// Spaces, and what shows nothing, such as the marks of direction in Arabic.
  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0xA0, 0x2009, 0x202F: true
    default: ScalarProperties(scalar).kind == .ignored
    }
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
