/// Words that stand inside quotation marks in one text and outside at the same place of the other.
///
/// Who rewords turns quotations into indirect speech; who does so cannot have been the source of
/// the quoting text, since indirect speech does not give the words back. Where it does, word for word
/// over a whole sentence, it is none: an article that quotes a press release puts in quotation marks
/// what the release says in its own voice.
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

  init(_ vocabulary: PairVocabulary, _ weights: [Int32], _ a: Tokens, _ b: Tokens) {
    let hasQuotes =
      a.marks.contains { $0.contains(.quoted) } || b.marks.contains { $0.contains(.quoted) }
    guard hasQuotes else { return }
    // Of several heaviest alignments the one found depends on which text comes first: the order of
    // their words decides that, not the caller.
    let isSwapped = b.hashes.lexicographicallyPrecedes(a.hashes)
    let (first, second) = isSwapped ? (b, a) : (a, b)
    let sequences = isSwapped ? (vocabulary.b, vocabulary.a) : (vocabulary.a, vocabulary.b)
    var onlyInFirst = 0
    var onlyInSecond = 0
    // The words in a row, so far, that the first or the second alone quotes.
    var run = (first: 0, second: 0)
    var last = (a: -1, b: -1)
    var start = 0
    func endRun() {
      if last.a + 1 - start < Self.longestRun {
        onlyInFirst += run.first
        onlyInSecond += run.second
      }
      run = (0, 0)
    }
    for match in CommonSubsequence(sequences.0, sequences.1, weights: weights).alignment() {
      let (a, b) = (Int(match.a), Int(match.b))
      let inFirst = first.marks[a].contains(.quoted)
      let inSecond = second.marks[b].contains(.quoted)
      // Common words weigh nothing and are in no alignment, but stand in the row.
      let isNext =
        a - last.a == b - last.b
        && sequences.0[last.a + 1..<a].elementsEqual(sequences.1[last.b + 1..<b])
      if !isNext || inFirst == inSecond || run.first > 0 && inSecond || run.second > 0 && inFirst {
        endRun()
        start = a
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
