public import StemmaKit

/// A judged pair as JSON shows it; docs/json.md describes every field.
public struct PairReport: Encodable, Sendable {
  public struct Span: Encodable, Sendable {
    /// First byte and the byte behind the last, in the text as read.
    public var a: [Int]
    public var b: [Int]
    public var score: Double

    init(_ span: PassageSpan) {
      a = [span.a.lowerBound, span.a.upperBound]
      b = [span.b.lowerBound, span.b.upperBound]
      score = rounded(Double(span.score))
    }
  }

  public var schema: String?
  public var a: String
  public var b: String
  public var relation: String
  public var derivative: String?
  public var source: String?
  public var confidence: Double
  public var directionConfidence: Double
  public var directionReason: String?
  /// The id of the document through which the pair is a rewrite.
  public var witness: String?
  /// The id of the document from which both were made, where neither was made from the other.
  public var commonSource: String?
  public var scores: [String: Double]
  public var passages: [Span]
  /// What changed in meaning; `nil` in a scan, which does not look for it.
  public var changes: [ChangeReport]?
  /// Where it was asked for.
  public var explanation: ExplanationReport?

  public init(
    _ finding: PairFinding, a: DocumentHead, b: DocumentHead, spans: [PassageSpan],
    witness: String? = nil, commonSource: String? = nil, changes: [ChangeReport]? = nil,
    schema: String? = nil, explanation: ExplanationReport? = nil
  ) {
    self.schema = schema
    self.explanation = explanation
    self.a = a.id
    self.b = b.id
    relation = finding.relation.rawValue
    switch finding.direction.derivative {
    case .a: (derivative, source) = (a.id, b.id)
    case .b: (derivative, source) = (b.id, a.id)
    case nil: (derivative, source) = (nil, nil)
    }
    confidence = rounded(finding.confidence)
    directionConfidence = rounded(finding.direction.confidence)
    directionReason = finding.direction.reason?.rawValue
    scores = Self.scores(finding.evidence.scores)
    passages = spans.map { Span($0) }
    self.witness = witness
    self.commonSource = commonSource
    self.changes = changes
  }

  static func scores(_ scores: Scores) -> [String: Double] {
    [
      "resemblance": scores.resemblance, "containment_a": scores.containmentOfA,
      "containment_b": scores.containmentOfB, "coverage": scores.coverage,
      "coverage_a": scores.coverageOfA, "coverage_b": scores.coverageOfB,
      "coverage_unquoted": scores.coverageUnquoted, "word_overlap": scores.wordOverlap,
      "names_shared": scores.namesShared, "rare_words": scores.rareWords,
      "local_alignment": scores.localAlignment,
    ].mapValues(rounded)
  }

  private enum Key: String, CodingKey {
    case schema, a, b, relation, derivative, source, confidence
    case directionConfidence = "direction_confidence"
    case directionReason = "direction_reason"
    case witness, scores, passages, changes, explanation
    case commonSource = "common_source"
  }

  /// By hand, because an undecided direction is written as null, not left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(schema, forKey: .schema)
    try container.encode(a, forKey: .a)
    try container.encode(b, forKey: .b)
    try container.encode(relation, forKey: .relation)
    try container.encode(derivative, forKey: .derivative)
    try container.encode(source, forKey: .source)
    try container.encode(confidence, forKey: .confidence)
    try container.encode(directionConfidence, forKey: .directionConfidence)
    try container.encode(directionReason, forKey: .directionReason)
    try container.encode(witness, forKey: .witness)
    try container.encode(commonSource, forKey: .commonSource)
    try container.encode(scores, forKey: .scores)
    try container.encode(passages, forKey: .passages)
    try container.encodeIfPresent(changes, forKey: .changes)
    try container.encodeIfPresent(explanation, forKey: .explanation)
  }
}

/// Four decimals: more would be noise, and differ between machines.
func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
