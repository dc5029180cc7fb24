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
  /// The agency that both texts name as their source, as the first names it.
  public var commonAgency: String?
  private let measured: Scores
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
    measured = finding.evidence.scores
    passages = spans.map { Span($0) }
    self.witness = witness
    self.commonSource = commonSource
    commonAgency = finding.commonAgency
    self.changes = changes
  }

  /// The scores by name, rounded.
  public var scores: [String: Double] { Self.scores(measured) }

  static func scores(_ measured: Scores) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: scores.map { ("\($0.name)", rounded($0.value(measured))) })
  }

  /// The name of each score, in order, and where it stands.
  private static let scores: [(name: StaticString, value: @Sendable (Scores) -> Double)] = [
    ("containment_a", \.containmentOfA), ("containment_b", \.containmentOfB),
    ("coverage", \.coverage), ("coverage_a", \.coverageOfA), ("coverage_b", \.coverageOfB),
    ("coverage_unquoted", \.coverageUnquoted), ("local_alignment", \.localAlignment),
    ("names_shared", \.namesShared), ("rare_words", \.rareWords), ("resemblance", \.resemblance),
    ("word_overlap", \.wordOverlap),
  ]

  private enum Key: String, CodingKey {
    case schema, a, b, relation, derivative, source, confidence
    case directionConfidence = "direction_confidence"
    case directionReason = "direction_reason"
    case witness, scores, passages, changes, explanation
    case commonSource = "common_source"
    case commonAgency = "common_agency"
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
    try container.encode(commonAgency, forKey: .commonAgency)
    try container.encode(scores, forKey: .scores)
    try container.encode(passages, forKey: .passages)
    try container.encodeIfPresent(changes, forKey: .changes)
    try container.encodeIfPresent(explanation, forKey: .explanation)
  }
}

extension PairReport: JSONLineReport {
  func fields(of line: inout JSONLine) throws { try fields(of: &line) { _ in } }

  /// - Parameter story: writes a field of that name, where the line has one.
  func fields(of line: inout JSONLine, story: (inout JSONLine) -> Void) throws {
    line.field("a", a)
    line.field("b", b)
    if let changes { try line.field("changes", encoded: changes) }
    line.field("common_agency", commonAgency)
    line.field("common_source", commonSource)
    line.field("confidence", confidence)
    line.field("derivative", derivative)
    line.field("direction_confidence", directionConfidence)
    line.field("direction_reason", directionReason)
    if let explanation { try line.field("explanation", encoded: explanation) }
    line.list("passages", passages) { line, span in
      line.object { line in
        line.list("a", span.a) { $0.value($1) }
        line.list("b", span.b) { $0.value($1) }
        line.field("score", span.score)
      }
    }
    line.field("relation", relation)
    if let schema { line.field("schema", schema) }
    line.object("scores") { line in
      for score in Self.scores { line.field(score.name, rounded(score.value(measured))) }
    }
    line.field("source", source)
    story(&line)
    line.field("witness", witness)
  }
}

/// Four decimals: more would be noise, and differ between machines.
func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
