/// What the two sides of a passage have in common, word by word and in order.
///
/// A common word that stands alone among words that differ is no agreement: every text has it.
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
    let matches = CommonSubsequence(vocabulary.a, vocabulary.b, weights: weights).alignment()
    let rarity = TermRarity()
    func areNeighbours(_ x: Int, _ y: Int) -> Bool {
      matches.indices.contains(x) && matches.indices.contains(y)
        && matches[y].a - matches[x].a == 1 && matches[y].b - matches[x].b == 1
    }
    for (index, match) in matches.enumerated() {
      let hash = vocabulary.hash(of: vocabulary.a[Int(match.a)])
      let isFree = rarity.rarity(of: hash) < TermRarity.unit
      if isFree, !areNeighbours(index - 1, index), !areNeighbours(index, index + 1) { continue }
      isCommonInA[Int(match.a)] = true
      isCommonInB[Int(match.b)] = true
    }
  }
}
