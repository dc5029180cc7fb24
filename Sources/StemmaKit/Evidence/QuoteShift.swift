/// Words that stand inside quotation marks in one text and outside at the same place of the other.
///
/// Who rewords turns quotations into indirect speech; who does so cannot have been the source of
/// the quoting text, since indirect speech does not give the words back.
public struct QuoteShift: Sendable, Equatable {
  /// Words quoted in the first text and plain in the second, at places that both have in the same
  /// order.
  public var quotedOnlyInA = 0
  public var quotedOnlyInB = 0
  /// Words quoted in both.
  public var quotedInBoth = 0

  public init() {}

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
    for match in CommonSubsequence(sequences.0, sequences.1, weights: weights).alignment() {
      let inFirst = first.marks[Int(match.a)].contains(.quoted)
      let inSecond = second.marks[Int(match.b)].contains(.quoted)
      if inFirst, inSecond { quotedInBoth += 1 }
      if inFirst, !inSecond { onlyInFirst += 1 }
      if inSecond, !inFirst { onlyInSecond += 1 }
    }
    quotedOnlyInA = isSwapped ? onlyInSecond : onlyInFirst
    quotedOnlyInB = isSwapped ? onlyInFirst : onlyInSecond
  }
}
