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
    var found: [Range<Int>] = []
    var (previous, start) = (0..<0, 0)
    for token in 1..<max(1, tokens.count + 1) {
      guard token == tokens.count || isBroken(before: token, tokens, text) else { continue }
      let line = start..<token
      if areSame(previous, line, tokens.hashes) { found += [previous, line] }
      (previous, start) = (line, token)
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

  private static func isBroken(
    before token: Int, _ tokens: Tokens, _ text: Span<UInt8>
  ) -> Bool {
    // Of scripts without spaces tokens overlap.
    let end = Int(tokens.ends[token - 1])
    return (end..<max(end, Int(tokens.starts[token]))).contains {
      text[$0] == 0x0A || text[$0] == 0x0D
    }
  }
}
