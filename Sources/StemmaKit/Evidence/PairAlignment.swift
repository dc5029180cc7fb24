/// One heaviest alignment of two texts: what both say in the same order, place by place.
struct PairAlignment {
  /// Of several heaviest alignments the one found depends on which text comes first: the order of
  /// their words decides that, not the caller.
  let isSwapped: Bool
  /// The words of both, the text that comes first in front.
  let sequences: ([Int32], [Int32])
  /// Places in these, in order. Words without weight are at none of them.
  let matches: [CommonSubsequence.Match]

  /// - Complexity: that of ``CommonSubsequence``.
  init(_ vocabulary: PairVocabulary, _ weights: [Int32], _ a: Tokens, _ b: Tokens) {
    isSwapped = b.hashes.lexicographicallyPrecedes(a.hashes)
    sequences = isSwapped ? (vocabulary.b, vocabulary.a) : (vocabulary.a, vocabulary.b)
    matches = CommonSubsequence(sequences.0, sequences.1, weights: weights).alignment()
  }
}
