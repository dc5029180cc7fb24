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
    for match in CommonSubsequence(vocabulary.a, vocabulary.b, weights: weights).alignment() {
      let inA = a.marks[Int(match.a)].contains(.quoted)
      let inB = b.marks[Int(match.b)].contains(.quoted)
      if inA, inB {
        quotedInBoth += 1
      } else if inA {
        quotedOnlyInA += 1
      } else if inB {
        quotedOnlyInB += 1
      }
    }
  }
}
