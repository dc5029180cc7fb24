/// The quotation marks of the languages Stemma reads, and which closes which.
enum QuotationMark {
  static func isPossible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x60, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F,
      0x301D...0x301F, 0xFF02:
      true
    default: false
    }
  }

  /// Characters of a typewriter of which two side by side are a mark: ,,so'', <<so>>.
  static func isHalf(_ scalar: UInt32) -> Bool { doubled(scalar) != nil }

  /// The mark that two of a character make; those of angles have no continuation, nor do they close
  /// as they open: mails quote lines with them.
  static func doubled(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case grave: 0x201C
    case typewriterSingle: 0x201D
    case 0x2C: 0x201E
    case 0x3C: typedLeft
    case 0x3E: typedRight
    default: nil
    }
  }

  /// The marks that can close a quotation which `opening` began.
  static func closers(of opening: UInt32) -> [UInt32] {
    switch opening {
    case 0x22, 0xFF02: [0x22, 0xFF02]
    case typewriterSingle, grave: [typewriterSingle]
    case 0x201C: [0x201D, 0x22]
    // Swedish and Finnish close as they open; Urdu, written from the right, with the other form.
    case 0x201D: [0x201D, 0x201C]
    case 0x201E, 0x201F: [0x201C, 0x201D, 0x22]
    case 0xAB: [0xBB]
    case 0xBB: [0xAB, 0xBB]
    case 0x2018: [0x2019]
    case 0x201A, 0x201B: [0x2018, 0x2019]
    case 0x2039: [0x203A]
    case 0x203A: [0x2039]
    case 0x300C: [0x300D]
    case 0x300E: [0x300F]
    case 0x301D: [0x301E, 0x301F]
    case typedLeft: [typedRight]
    case typedRight: [typedLeft]
    default: []
    }
  }

  /// The apostrophe of a typewriter, its single mark too.
  static let typewriterSingle: UInt32 = 0x27

  static let grave: UInt32 = 0x60

  /// What stands for << and >>.
  static let typedLeft: UInt32 = 0x226A
  static let typedRight: UInt32 = 0x226B

  /// Single marks double as apostrophes, so they need space on their outer side.
  static func isSingle(_ scalar: UInt32) -> Bool {
    scalar == typewriterSingle || scalar == grave || (0x2018...0x201B).contains(scalar)
  }

  /// Whether what a mark seems to open may be a slip of another use: an apostrophe, code, a mail.
  static func isWeak(_ scalar: UInt32) -> Bool {
    scalar == typewriterSingle || scalar == grave || isTyped(scalar)
  }

  static func isTyped(_ scalar: UInt32) -> Bool { scalar == typedLeft || scalar == typedRight }
}

/// What stands beside a mark.
enum Neighbour {
  case space
  case word
  case other

  init(at position: Int, in text: Span<UInt8>) {
    guard position < text.count else {
      self = .space
      return
    }
    let scalar = decodeScalar(text, at: position).scalar
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x3000:
      self = .space
    default:
      switch ScalarProperties(scalar).kind {
      case .word, .pairs, .triples: self = .word
      case .separator, .ignored: self = .other
      }
    }
  }

  init(before position: Int, in text: Span<UInt8>) {
    guard position > 0 else {
      self = .space
      return
    }
    var start = position - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(at: start, in: text)
  }
}

/// Finds quotations in a text whose marks are read from left to right.
///
/// One quotation is open at a time: a quotation within a quotation is part of it. A mark that
/// is never closed within its paragraph opens a quotation only where the next paragraph begins
/// with a mark again, as long quotations do in print, or where lines alone
/// lie between and the next mark of all can only close it; otherwise it is a slip and opens nothing.
struct Quotations {
  /// Ranges of tokens, in text order.
  private(set) var found: [Range<Int>] = []
  private var opening: UInt32?
  /// Quotations of the same marks that are open within the open one.
  private var depth = 0
  private var start = 0
  /// The token at which the paragraph ended while a quotation was open.
  private var paragraphEnd: Int?
  /// It ended with a blank line, not with a line alone.
  private var isBroken = false
  /// The first of two `'`, grave accents, commas or angles side by side, as typewriters write a
  /// double mark.
  private var half: (scalar: UInt32, position: Int, before: Neighbour)?

  /// Reads the mark at a position of the text that stands before token number `token`.
  ///
  /// - Parameter isDoubled: the same mark stands beside it. A comma or angle alone quotes nothing.
  mutating func read(
    _ mark: UInt32, at position: Int, isDoubled: Bool, before: Neighbour, after: Neighbour,
    token: Int
  ) {
    guard let double = QuotationMark.doubled(mark) else {
      return take(mark, before: before, after: after, token: token)
    }
    if let first = half, first.scalar == mark, first.position + 1 == position {
      half = nil
      // Two commas are a slip but before a word.
      if mark == 0x2C, first.before == .word || after != .word { return }
      take(double, before: first.before, after: after, token: token)
    } else if isDoubled {
      half = (mark, position, before)
    } else if QuotationMark.isSingle(mark) {
      take(mark, before: before, after: after, token: token)
    }
  }

  private mutating func take(
    _ mark: UInt32, before: Neighbour, after: Neighbour, token: Int
  ) {
    half = nil
    // An apostrophe.
    if QuotationMark.isSingle(mark), before == .word, after == .word { return }
    if let end = paragraphEnd, let opening {
      paragraphEnd = nil
      if mark == opening, token == end, !QuotationMark.isTyped(mark) {
        if end > start { found.append(start..<end) }
        start = token
        return
      }
      let runsOn =
        closes(mark, opening: opening, before: before, after: after)
        && !opens(mark, before: before, after: after)
        && !QuotationMark.isWeak(opening) && !isBroken
      if !runsOn { self.opening = nil }
    }
    if mark == QuotationMark.grave, opening == mark {
      // Code in a text of a programmer: `so`.
      opening = nil
    } else if let opening, mark == opening, mark == 0xAB || mark == 0xBB,
      !QuotationMark.closers(of: opening).contains(mark)
    {
      depth += 1
    } else if let opening, closes(mark, opening: opening, before: before, after: after) {
      if depth > 0 {
        depth -= 1
        return
      }
      if token > start { found.append(start..<token) }
      self.opening = nil
    } else if opening.map(QuotationMark.isWeak) ?? true,
      opens(mark, before: before, after: after)
    {
      opening = mark
      start = token
      depth = 0
    }
  }

  /// Ends a paragraph; again where a blank line follows the end of the line.
  mutating func endParagraph(token: Int, isBlank: Bool) {
    guard opening != nil else { return }
    isBroken = isBlank || paragraphEnd != nil && isBroken
    if paragraphEnd == nil { paragraphEnd = token }
  }

  private func closes(
    _ mark: UInt32, opening: UInt32, before: Neighbour, after: Neighbour
  ) -> Bool {
    QuotationMark.closers(of: opening).contains(mark)
      && !((QuotationMark.isSingle(mark) || QuotationMark.isTyped(mark)) && after == .word)
      && !(QuotationMark.isWeak(mark) && before == .space)
  }

  /// Marks that also close, or are apostrophes, open only where a word begins. What an apostrophe
  /// seems to have opened gives way to any other mark.
  private func opens(_ mark: UInt32, before: Neighbour, after: Neighbour) -> Bool {
    guard !QuotationMark.closers(of: mark).isEmpty else { return false }
    let isAmbiguous =
      mark == 0x22 || mark == 0xFF02 || mark == 0x201D || QuotationMark.isSingle(mark)
      || QuotationMark.isTyped(mark)
    return !isAmbiguous || (before != .word && after != .space)
  }
}
