/// Every measure of a pair of texts, each from 0 to 1 unless it says otherwise.
public struct Scores: Sendable, Equatable {
  /// Jaccard coefficient of the sets of word 5-grams, exact.
  public var resemblance = 0.0
  /// The share of each text's word 3-grams that stand in the other, exact.
  public var containmentOfA = 0.0
  public var containmentOfB = 0.0
  /// How many word 3-grams that is.
  public var phrasesInBoth = 0
  /// Chance-corrected ordered coverage of the lighter text.
  public var coverage = 0.0
  /// The same for each text as a whole.
  public var coverageOfA = 0.0
  public var coverageOfB = 0.0
  /// The same of what stands outside quotation marks.
  public var coverageUnquoted = 0.0
  /// What both say in the same order beyond chance, in the units of ``TermRarity``.
  public var orderedWeight = 0.0
  /// Weighted share of the lighter text's words that the other has, in any order.
  public var wordOverlap = 0.0
  /// What these words weigh, in the units of ``TermRarity``.
  public var commonWeight = 0.0
  /// Names (capitalised words) and numbers of both, over the smaller count of one text.
  public var namesShared = 0.0
  /// How many names and numbers that is.
  public var namesInBoth = 0
  /// Cosine of the two sets of words, each weighted by its rarity squared.
  public var rareWords = 0.0
  /// Best local alignment outside quotation marks; a word counts 1 to 4. At most 100.
  public var localAlignment = 0.0
}
