internal import StemmaKit

/// A row of ``AlignedRows`` as a page has it: places in the shown texts, and what each word is.
struct RowMarks: Encodable {
  /// First UTF-16 unit and the unit behind the last; `nil` where this side has nothing.
  var left: [Int]?
  var right: [Int]?
  /// Stretches, three numbers each: first unit, unit behind the last, ``Kind``.
  var leftMarks: [Int]?
  var rightMarks: [Int]?
  var isMoved: Bool?

  /// What a stretch of words is. What only one side has is dropped on the left, added on the right.
  /// Stretches of the same words, and reworded ones, are as many on both sides: each belongs to the one
  /// of the same number.
  enum Kind: Int {
    case same = 0
    case reworded = 1
    case onlyHere = 2
    /// The other side of the row has the words, too, at another place.
    case moved = 3
  }

  /// A word of fewer bytes tells nothing by standing elsewhere.
  private static let leastTelling = 4

  private enum CodingKeys: String, CodingKey {
    case left = "l"
    case right = "r"
    case leftMarks = "lm"
    case rightMarks = "rm"
    case isMoved = "moved"
  }

  init(
    _ row: AlignedRows.Row, left: (tokens: Tokens, text: PageText),
    right: (tokens: Tokens, text: PageText)
  ) {
    self.left = row.left.map { Self.extent($0, left.tokens, left.text) }
    self.right = row.right.map { Self.extent($0, right.tokens, right.text) }
    isMoved = row.isMoved ? true : nil
    guard let inLeft = row.left, let inRight = row.right, !row.common.isEmpty || row.isReordered
    else { return }
    var words = (
      [Word](repeating: Word(), count: inLeft.count),
      [Word](repeating: Word(), count: inRight.count)
    )
    var stretch = 0
    var last = (inLeft.lowerBound - 1, inRight.lowerBound - 1)
    for (x, y) in row.common + [(inLeft.upperBound, inRight.upperBound)] {
      let gap = (last.0 + 1..<x, last.1 + 1..<y)
      if !gap.0.isEmpty || !gap.1.isEmpty {
        // Words on both sides between the same two neighbours stand for each other.
        let kind = gap.0.isEmpty || gap.1.isEmpty ? Kind.onlyHere : .reworded
        let word = Word(kind: kind, stretch: stretch + 1)
        for index in gap.0 { words.0[index - inLeft.lowerBound] = word }
        for index in gap.1 { words.1[index - inRight.lowerBound] = word }
        stretch += 2
      }
      if x < inLeft.upperBound {
        words.0[x - inLeft.lowerBound] = Word(kind: .same, stretch: stretch)
        words.1[y - inRight.lowerBound] = Word(kind: .same, stretch: stretch)
      }
      last = (x, y)
    }
    let moved = (
      Self.moved(words.0, inLeft, left.tokens, to: words.1, inRight, right.tokens),
      Self.moved(words.1, inRight, right.tokens, to: words.0, inLeft, left.tokens)
    )
    leftMarks = Self.marks(moved.0, inLeft, left.tokens, left.text)
    rightMarks = Self.marks(moved.1, inRight, right.tokens, right.text)
  }

  private struct Word: Equatable {
    var kind = Kind.onlyHere
    /// Words of one stretch follow each other on both sides.
    var stretch = 0
  }

  /// Of the words that one side has alone those marked that the other has elsewhere, too, where one of
  /// them tells something.
  private static func moved(
    _ words: [Word], _ range: Range<Int>, _ tokens: Tokens, to others: [Word],
    _ otherRange: Range<Int>, _ otherTokens: Tokens
  ) -> [Word] {
    let elsewhere = Set(
      others.indices.filter { others[$0].kind != .same }
        .map { otherTokens.hashes[otherRange.lowerBound + $0] })
    var words = words
    var index = 0
    while index < words.count {
      var end = index
      var isTelling = false
      while end < words.count, words[end].kind == .onlyHere,
        elsewhere.contains(tokens.hashes[range.lowerBound + end])
      {
        let place = range.lowerBound + end
        isTelling =
          isTelling || tokens.marks[place].contains(.numeral)
          || Int(tokens.ends[place]) - Int(tokens.starts[place]) >= leastTelling
        end += 1
      }
      if isTelling { for place in index..<end { words[place].kind = .moved } }
      index = max(end, index + 1)
    }
    return words
  }

  /// The stretch from before the first word of a range to before the first word behind it.
  private static func extent(_ range: Range<Int>, _ tokens: Tokens, _ text: PageText) -> [Int] {
    [range.lowerBound, range.upperBound].map { text.unit(border($0, tokens, text.bytes)) }
  }

  /// Where what belongs to a word begins: closing marks belong to the word before, opening ones to
  /// this one.
  private static func border(_ index: Int, _ tokens: Tokens, _ bytes: [UInt8]) -> Int {
    guard index > 0 else { return 0 }
    guard index < tokens.count else { return bytes.count }
    let start = Int(tokens.starts[index])
    let end = min(Int(tokens.ends[index - 1]), start)
    return bytes[end..<start].firstIndex { $0 <= 0x20 } ?? start
  }

  private static func marks(
    _ words: [Word], _ range: Range<Int>, _ tokens: Tokens, _ text: PageText
  ) -> [Int] {
    var marks: [Int] = []
    var position = 0
    var index = 0
    while index < words.count {
      var last = index
      while last + 1 < words.count, words[last + 1] == words[index] { last += 1 }
      // Tokens of scripts without spaces overlap.
      let start = max(position, Int(tokens.starts[range.lowerBound + index]))
      let end = max(start, Int(tokens.ends[range.lowerBound + last]))
      marks += [text.unit(start), text.unit(end), words[index].kind.rawValue]
      position = end
      index = last + 1
    }
    return marks
  }
}
