/// Words that stand inside quotation marks in one text and outside at the same place of the other.
///
/// Who rewords turns quotations into indirect speech; who does so cannot have been the source of
/// the quoting text, since indirect speech does not give the words back. Where it does, word for word
/// over a whole quotation, it is none: an article that quotes a press release puts in quotation marks
/// what the release says in its own voice. Only of quotations of which something is told in other
/// words, or not at all, the rest counts.
public struct QuoteShift: Sendable, Equatable {
  /// Words quoted in the first text and plain in the second, at places that both have in the same
  /// order.
  public var quotedOnlyInA = 0
  public var quotedOnlyInB = 0
  /// Words quoted in both.
  public var quotedInBoth = 0

  public init() {}

  /// So many words in a row are given back word for word by no indirect speech: those of rewordings
  /// have eleven at most.
  private static let longestRun = 12

  /// Whether either text quotes at all.
  static func isAsked(_ a: Tokens, _ b: Tokens) -> Bool {
    a.marks.contains { $0.contains(.quoted) } || b.marks.contains { $0.contains(.quoted) }
  }

  init(_ alignment: PairAlignment, _ a: Tokens, _ b: Tokens) {
    guard Self.isAsked(a, b) else { return }
    let isSwapped = alignment.isSwapped
    let (first, second) = isSwapped ? (b, a) : (a, b)
    let sequences = alignment.sequences
    var onlyInFirst = 0
    var onlyInSecond = 0
    // The words in a row, so far, that the first or the second alone quotes.
    var run = (first: 0, second: 0)
    var last = (a: -1, b: -1)
    var start = (a: 0, b: 0)
    func endRun() {
      let (runA, runB) = (start.a..<last.a + 1, start.b..<last.b + 1)
      let isWhole =
        run.first > 0
        ? first.quotes(runA, inWordsOf: second, runB)
        : run.second > 0 && second.quotes(runB, inWordsOf: first, runA)
      if runA.count < Self.longestRun, !isWhole {
        onlyInFirst += run.first
        onlyInSecond += run.second
      }
      run = (0, 0)
    }
    for match in alignment.matches {
      let (a, b) = (Int(match.a), Int(match.b))
      let inFirst = first.marks[a].contains(.quoted)
      let inSecond = second.marks[b].contains(.quoted)
      // Common words weigh nothing and are in no alignment, but stand in the row.
      let isNext =
        a - last.a == b - last.b
        && sequences.0[last.a + 1..<a].elementsEqual(sequences.1[last.b + 1..<b])
      if !isNext || inFirst == inSecond || run.first > 0 && inSecond || run.second > 0 && inFirst {
        endRun()
        start = (a, b)
      }
      if inFirst, inSecond { quotedInBoth += 1 }
      if inFirst, !inSecond { run.first += 1 }
      if inSecond, !inFirst { run.second += 1 }
      last = (a, b)
    }
    endRun()
    quotedOnlyInA = isSwapped ? onlyInSecond : onlyInFirst
    quotedOnlyInB = isSwapped ? onlyInFirst : onlyInSecond
  }
}

extension Tokens {
  /// Whether a quotation has the same words from its first to its last as a run of another text has.
  ///
  /// - Parameters:
  ///   - run: words that both have, all of them within the quotation; common ones may be left to be
  ///     compared before and behind.
  fileprivate func quotes(
    _ run: Range<Int>, inWordsOf other: Tokens, _ otherRun: Range<Int>
  ) -> Bool {
    func isQuoted(_ index: Int) -> Bool {
      marks.indices.contains(index) && marks[index].contains(.quoted)
    }
    func isSame(_ index: Int, _ otherIndex: Int) -> Bool {
      other.hashes.indices.contains(otherIndex) && hashes[index] == other.hashes[otherIndex]
    }
    var before = (run.lowerBound - 1, otherRun.lowerBound - 1)
    while isQuoted(before.0), isSame(before.0, before.1) { before = (before.0 - 1, before.1 - 1) }
    var behind = (run.upperBound, otherRun.upperBound)
    while isQuoted(behind.0), isSame(behind.0, behind.1) { behind = (behind.0 + 1, behind.1 + 1) }
    return !isQuoted(before.0) && !isQuoted(behind.0)
  }
}
