/// A measure of a pair, held against a line.
public struct RuleTest: Sendable, Equatable {
  /// What is measured; the raw values are the names in JSON.
  public enum Measure: String, Sendable, CaseIterable {
    /// 1 where both texts have the same tokens in the same order, else 0.
    case sameTokens = "same_tokens"
    case resemblance
    case coverage
    /// Of texts that are mostly quotation, the coverage of the whole.
    case coverageUnquoted = "coverage_unquoted"
    /// Tokens of the shorter text.
    case tokens
    case localAlignment = "local_alignment"
    case wordOverlap = "word_overlap"
    case rareWords = "rare_words"
    case namesShared = "names_shared"
    case namesInBoth = "names_in_both"
    /// The share of the figures that are the same at the same place.
    case figuresKept = "figures_kept"
    /// What the derivative has of a known source.
    case taken

    /// Whether more of it is more of the relation; else it only says whether the rule may speak.
    var isGraded: Bool {
      switch self {
      case .resemblance, .coverage, .coverageUnquoted, .localAlignment, .rareWords, .namesShared,
        .taken:
        true
      case .sameTokens, .tokens, .wordOverlap, .namesInBoth, .figuresKept: false
      }
    }
  }

  public var measure: Measure
  public var value: Double
  public var line: Double
  /// The value must be below the line; else at it or above.
  public var isBelow: Bool

  init(_ measure: Measure, _ value: Double, least line: Double) {
    (self.measure, self.value, self.line, isBelow) = (measure, value, line, false)
  }

  init(_ measure: Measure, _ value: Double, below line: Double) {
    (self.measure, self.value, self.line, isBelow) = (measure, value, line, true)
  }

  public var holds: Bool { isBelow ? value < line : value >= line }
}

/// One line of the rule for a pair: the relation that it names where all its tests hold.
///
/// Up to four tests, and no array: a scan walks these lines several times for every pair.
public struct RuleLine: Sendable, Equatable {
  public var relation: Relation
  private var first: RuleTest
  private var second: RuleTest?
  private var third: RuleTest?
  private var fourth: RuleTest?

  init(
    _ relation: Relation, _ first: RuleTest, _ second: RuleTest? = nil, _ third: RuleTest? = nil,
    _ fourth: RuleTest? = nil
  ) {
    (self.relation, self.first, self.second) = (relation, first, second)
    (self.third, self.fourth) = (third, fourth)
  }

  public var tests: [RuleTest] { [first, second, third, fourth].compactMap { $0 } }

  public var holds: Bool {
    first.holds && second?.holds ?? true && third?.holds ?? true && fourth?.holds ?? true
  }

  /// By how much the evidence is beyond this line: the least share that a measure makes of what is
  /// asked of it. It is 1 or more just where the line holds, and without limit where it asks for no
  /// measure that has degrees.
  public var strength: Double {
    var least = Double.infinity
    for test in tests {
      if test.measure.isGraded { least = min(least, test.value / test.line) }
      if !test.measure.isGraded, !test.holds { return 0 }
    }
    return least
  }
}
