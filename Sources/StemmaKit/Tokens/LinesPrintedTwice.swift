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
  /// - Parameter breaks: tokens with which a line begins, but for the first, in order.
  static func find(in tokens: Tokens, breaks: [Int]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var (previous, start) = (0..<0, 0)
    for end in breaks + [tokens.count] {
      let line = start..<end
      if areSame(previous, line, tokens.hashes) { found += [previous, line] }
      (previous, start) = (line, end)
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
