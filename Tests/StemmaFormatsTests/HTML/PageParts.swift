@testable import StemmaFormats
@testable import StemmaKit

/// A finding of which a page needs no more than this.
func finding(
  _ relation: Relation, derivative: Direction.Derivative? = nil, coverage: Double = 0.5,
  kept: Double = 0.2
) -> PairFinding {
  var scores = Scores()
  (scores.coverage, scores.coverageUnquoted, scores.resemblance) = (coverage, coverage, 0.4)
  scores.containmentOfA = kept
  return PairFinding(
    relation: relation,
    direction: Direction(
      derivative: derivative, reason: derivative == nil ? nil : .published,
      confidence: derivative == nil ? 0 : 0.97),
    confidence: 0.8,
    evidence: Evidence(
      scores: scores, countA: 120, countB: 130, unquotedA: 120, unquotedB: 130,
      isIdentical: relation == .duplicate, quoteShift: QuoteShift(), passages: []))
}

func head(_ id: String, source: String? = nil, date: String? = nil) -> DocumentHead {
  DocumentHead(
    Document(id: id, text: [], source: source, date: date.flatMap { PublicationDate($0) }))
}

extension RunFacts {
  static let fixed = RunFacts(
    version: "1.2.3", date: RunFacts.moment(secondsSince1970: 1_700_000_000),
    parameters: [("Read", "here")])
}

extension ReportPage {
  /// The page as text.
  func text() throws -> String {
    var bytes: [UInt8] = []
    try write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
