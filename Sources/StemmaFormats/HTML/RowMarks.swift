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
  enum Kind: Int {
    case same = 0
    case reworded = 1
    case onlyHere = 2
  }

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
    guard let inLeft = row.left, let inRight = row.right, !row.common.isEmpty else { return }
    var kinds = (
      [Kind](repeating: .onlyHere, count: inLeft.count),
      [Kind](repeating: .onlyHere, count: inRight.count)
    )
    var last = (inLeft.lowerBound - 1, inRight.lowerBound - 1)
    for (x, y) in row.common + [(inLeft.upperBound, inRight.upperBound)] {
      // Words on both sides between the same two neighbours stand for each other.
      if x > last.0 + 1, y > last.1 + 1 {
        for index in last.0 + 1..<x { kinds.0[index - inLeft.lowerBound] = .reworded }
        for index in last.1 + 1..<y { kinds.1[index - inRight.lowerBound] = .reworded }
      }
      if x < inLeft.upperBound {
        kinds.0[x - inLeft.lowerBound] = .same
        kinds.1[y - inRight.lowerBound] = .same
      }
      last = (x, y)
    }
    leftMarks = Self.marks(kinds.0, inLeft, left.tokens, left.text)
    rightMarks = Self.marks(kinds.1, inRight, right.tokens, right.text)
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
    _ kinds: [Kind], _ range: Range<Int>, _ tokens: Tokens, _ text: PageText
  ) -> [Int] {
    var marks: [Int] = []
    var position = 0
    var index = 0
    while index < kinds.count {
      var last = index
      while last + 1 < kinds.count, kinds[last + 1] == kinds[index] { last += 1 }
      // Tokens of scripts without spaces overlap.
      let start = max(position, Int(tokens.starts[range.lowerBound + index]))
      let end = max(start, Int(tokens.ends[range.lowerBound + last]))
      if end > start { marks += [text.unit(start), text.unit(end), kinds[index].rawValue] }
      position = end
      index = last + 1
    }
    return marks
  }
}
