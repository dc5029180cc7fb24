/// What the two sides of a passage have in common, word by word and in order.
public struct PassageDifference: Sendable {
  /// For each token of the side, from its first: whether the other side has it, in order.
  public private(set) var isCommonInA: [Bool]
  public private(set) var isCommonInB: [Bool]

  /// - Complexity: O(*r* log *m*) for *r* places with the same word.
  public init(_ passage: Passage, _ a: Tokens, _ b: Tokens) {
    isCommonInA = [Bool](repeating: false, count: passage.a.count)
    isCommonInB = [Bool](repeating: false, count: passage.b.count)
    let vocabulary = PairVocabulary(Array(a.hashes[passage.a]), Array(b.hashes[passage.b]))
    let weights = [Int32](repeating: 1, count: vocabulary.count)
    for match in CommonSubsequence(vocabulary.a, vocabulary.b, weights: weights).alignment() {
      isCommonInA[Int(match.a)] = true
      isCommonInB[Int(match.b)] = true
    }
  }
}
