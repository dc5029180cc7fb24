/// Words by number, each in a cell of the same width, so that a word is found without a look-up and
/// written with one copy of a known size.
struct WordTable: Sendable {
  static let width = 32
  private static let blank = [UInt8](repeating: 0, count: width - 1)
  /// The word, zeros, and in the last byte of the cell how many bytes the word has.
  private(set) var cells: [UInt8] = []

  mutating func append(_ word: [UInt8]) {
    precondition(word.count < Self.width, "a word must fit its cell")
    cells += word
    cells += Self.blank.dropFirst(word.count)
    cells.append(UInt8(word.count))
  }

  mutating func removeAll() { cells.removeAll(keepingCapacity: true) }
}
