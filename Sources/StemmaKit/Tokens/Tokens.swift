/// What stands around a token in the text; the token's own form does not tell.
public struct TokenMarks: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A sentence, a line or the text begins with this token.
  public static let sentenceStart = TokenMarks(rawValue: 1)
  /// Punctuation within a sentence stands before this token.
  public static let clauseStart = TokenMarks(rawValue: 2)
  /// The token stands within quotation marks.
  public static let quoted = TokenMarks(rawValue: 4)
  /// The first character is an upper-case letter.
  public static let capitalised = TokenMarks(rawValue: 8)
  /// The first character is a digit or another number.
  public static let numeral = TokenMarks(rawValue: 16)
  /// A character n-gram of a script without spaces; it overlaps its neighbours.
  public static let dense = TokenMarks(rawValue: 32)
  /// Part of the page rather than of the text: a caption with its credit, an invitation to read on, an
  /// embedded post, remains of a script.
  public static let furniture = TokenMarks(rawValue: 64)

  /// What the text does not say in its own voice.
  static let notOwn: TokenMarks = [.quoted, .furniture]
}

/// The tokens of one text: the hash of each normalised form, and where it stands.
///
/// Parallel arrays of equal length, in text order, so that loops read only what they need:
/// 17 bytes a token.
public struct Tokens: Sendable, Equatable {
  /// XXH3-64 of the normalised form; docs/signature.md has the rule.
  public internal(set) var hashes: [UInt64] = []
  /// Offset of the first byte in the text.
  public internal(set) var starts: [UInt32] = []
  /// Offset behind the last byte in the text.
  public internal(set) var ends: [UInt32] = []
  public internal(set) var marks: [TokenMarks] = []
  /// The mean length of a character of the text, in bytes: 1 for English, 3 for Chinese.
  public internal(set) var bytesPerCharacter: Float = 1

  public init() {}

  public var count: Int { hashes.count }

  /// How many tokens are furniture of the page.
  var furnitureCount: Int { marks.count { $0.contains(.furniture) } }

  /// The bytes from the first token of a range to the last.
  public func bytes(of range: Range<Int>) -> Range<Int> {
    precondition(!range.isEmpty, "an empty range of tokens stands nowhere in the text")
    return Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
  }

  /// A copy without the room that growing arrays keep in reserve.
  func trimmed() -> Tokens {
    var copy = self
    copy.hashes = hashes.withUnsafeBufferPointer { Array($0) }
    copy.starts = starts.withUnsafeBufferPointer { Array($0) }
    copy.ends = ends.withUnsafeBufferPointer { Array($0) }
    copy.marks = marks.withUnsafeBufferPointer { Array($0) }
    return copy
  }

  /// Empties the arrays and keeps their room.
  mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
  }

  mutating func append(hash: UInt64, start: Int, end: Int, marks: TokenMarks) {
    hashes.append(hash)
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
    self.marks.append(marks)
  }

  /// Appends some tokens of another list, of the same text.
  mutating func append(_ other: Tokens, _ range: Range<Int>) {
    hashes += other.hashes[range]
    starts += other.starts[range]
    ends += other.ends[range]
    marks += other.marks[range]
  }
}
