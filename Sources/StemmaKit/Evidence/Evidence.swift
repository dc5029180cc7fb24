/// What was found between two texts, before it is given a name.
public struct Evidence: Sendable {
  public var scores: Scores
  /// Tokens of each text, and those outside quotation marks and furniture of the page.
  public var countA: Int
  public var countB: Int
  public var unquotedA: Int
  public var unquotedB: Int
  /// Tokens of each text that are furniture of the page.
  public var furnitureA = 0
  public var furnitureB = 0
  /// Both texts have the same tokens in the same order.
  public var isIdentical: Bool
  public var quoteShift: QuoteShift
  /// Measured of derivations.
  public var figureShift = FigureShift()
  public var passages: [Passage]
  /// False where the pair was not examined to the end: only a third text can make it worth reporting, or
  /// it may rest on common matter.
  var isComplete = true
  /// How far the pair was examined.
  public internal(set) var stage = EvidenceStage.words

  /// The ordered coverage; what it is at most while it is not measured.
  var coverageBound: Double {
    switch stage {
    case .words, .names, .phrases: scores.wordOverlap
    case .order, .resemblance, .passages: scores.coverage
    }
  }
}
