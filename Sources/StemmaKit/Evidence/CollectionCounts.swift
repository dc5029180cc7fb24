/// In how many texts of a collection each word stands.
///
/// Words are counted in a table of fixed size by their hash, so memory is bounded; two words that
/// share a cell make each other look a little commoner, never rarer.
public struct CollectionCounts: Sendable {
  private static let bits = 22
  private var cells: [UInt32]
  private var distinct = ShingleSet()
  private var words: [UInt64] = []
  public private(set) var texts = 0

  public init() {
    cells = [UInt32](repeating: 0, count: 1 << Self.bits)
  }

  /// Counts the words of one text, each once.
  public mutating func add(_ tokens: [UInt64]) {
    distinct.fill(tokens, into: &words)
    add(distinct: words)
  }

  /// Counts the words of one text, of which none is repeated.
  mutating func add(distinct words: [UInt64]) {
    Self.count(words, in: &cells)
    texts += 1
  }

  /// Cells are far apart: several are fetched at once where nothing else is done between.
  private static func count(_ words: [UInt64], in cells: inout [UInt32]) {
    let words = words.span
    var cells = cells.mutableSpan
    var index = 0
    while index < words.count {
      cells[cell(words[index])] += 1
      index += 1
    }
  }

  func count(of hash: UInt64) -> Int { Int(cells[Self.cell(hash)]) }

  /// The counts of many words. `counts` has room for them.
  func find(_ words: [UInt64], into counts: inout [Int32]) {
    let (words, cells) = (words.span, cells.span)
    var counts = counts.mutableSpan
    var index = 0
    while index < words.count {
      counts[index] = Int32(clamping: cells[Self.cell(words[index])])
      index += 1
    }
  }

  @inline(__always)
  private static func cell(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> UInt64(64 - bits))
  }
}
