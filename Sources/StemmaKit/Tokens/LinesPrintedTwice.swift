/// Lines that a page prints twice, one below the other: a caption in full and in short, or once for
/// each size of a screen.
///
/// What is written to be read stands in a text once. A headline may be printed twice, and the first
/// sentence may be its summary, too: neither is as long and followed by no more of it.
enum LinesPrintedTwice {
  /// Words of a line: headlines have fewer.
  private static let leastWords = 15
  private static let mostWords = 150
  /// Words behind what is cut short, as "... more".
  private static let mostBehind = 1

  /// The lines, both of each pair.
  ///
  /// - Complexity: O(*n*) in the tokens.
  static func find(in tokens: Tokens, of text: Span<UInt8>) -> [Range<Int>] {
    let page = Furniture(tokens: tokens)
    var found: [Range<Int>] = []
    var (previous, start) = (0..<0, 0)
    for token in tokens.marks.indices where page.isLineBreak(token + 1, text) {
      let line = start..<token + 1
      if areSame(previous, line, tokens.hashes) { found += [previous, line] }
      (previous, start) = (line, token + 1)
    }
    return found
  }

  /// Whether the second is the first, or the beginning of it.
  private static func areSame(
    _ first: Range<Int>, _ second: Range<Int>, _ hashes: [UInt64]
  ) -> Bool {
    guard (leastWords...mostWords).contains(first.count), second.count >= leastWords,
      hashes[first.lowerBound] == hashes[second.lowerBound]
    else { return false }
    let same = zip(hashes[first], hashes[second]).prefix { $0 == $1 }.count
    return same >= leastWords && same >= second.count - mostBehind
  }
}
