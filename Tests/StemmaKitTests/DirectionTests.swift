import Testing

@testable import StemmaKit

@Suite struct DirectionTests {
  private let rule = DirectionRule()
  private let early = PublicationDate("2024-09-19")
  private let late = PublicationDate("2024-09-20")

  private func derivative(
    _ relation: Relation, _ evidence: Evidence = shift(0, 0), _ a: PublicationDate? = nil,
    _ b: PublicationDate? = nil, source: Direction.Derivative? = nil
  ) -> Direction.Derivative? {
    let found = rule.direction(
      relation, evidence, Provenance(dateA: a, dateB: b, knownSource: source))
    // All or nothing: a side, a reason and a confidence.
    #expect((found.derivative == nil) == (found.reason == nil))
    #expect((found.derivative == nil) == (found.confidence == 0))
    return found.derivative
  }

  @Test func `The later text derives from the earlier`() {
    #expect(derivative(.copy, shift(0, 0), early, late) == .b)
    #expect(derivative(.copy, shift(0, 0), late, early) == .a)
    #expect(derivative(.excerpt, shift(0, 0), early, late) == .b)
  }

  @Test func `One date alone, or the same day, tells nothing`() {
    #expect(derivative(.copy, shift(0, 0), early, nil) == nil)
    #expect(derivative(.copy, shift(0, 0), nil, late) == nil)
    #expect(derivative(.copy, shift(0, 0), early, early) == nil)
    #expect(derivative(.copy, shift(0, 0), early, PublicationDate("2024-09-19T10:00Z")) == nil)
  }

  @Test func `Who turns quotations into indirect speech derives from who quotes`() {
    #expect(derivative(.rewrite, shift(10, 0)) == .b)
    #expect(derivative(.rewrite, shift(0, 10)) == .a)
  }

  @Test(arguments: [(3, 0, true), (2, 0, false), (16, 4, true), (15, 4, false), (8, 4, false)])
  func `Quotations must be lost on one side, by three words and four in five`(
    a: Int, b: Int, isDecided: Bool
  ) {
    #expect((derivative(.rewrite, shift(a, b)) != nil) == isDecided)
    #expect((derivative(.rewrite, shift(b, a)) != nil) == isDecided)
  }

  @Test(arguments: [Relation.excerpt, .copy, .duplicate])
  func `Lost quotation marks tell nothing but in a rewrite`(relation: Relation) {
    #expect(derivative(relation, shift(30, 0)) == nil)
  }

  @Test func `Quotations tell nothing where a passage is the same word for word`() {
    func found(_ alignment: Double) -> Direction.Derivative? {
      var edited = shift(30, 0)
      edited.scores.localAlignment = alignment
      return derivative(.rewrite, edited)
    }
    #expect(found(27.9) == .b)
    #expect(found(28) == nil)
    #expect(found(100) == nil)
  }

  @Test func `A known source beats dates, and dates beat quotations`() {
    #expect(derivative(.rewrite, shift(10, 0), late, early) == .a)
    #expect(derivative(.rewrite, shift(10, 0), late, early, source: .a) == .b)
    #expect(derivative(.rewrite, shift(10, 0), early, late, source: .b) == .a)
    // Dates that do not tell leave it to the quotations.
    #expect(derivative(.rewrite, shift(10, 0), early, early) == .b)
    let known = rule.direction(
      .copy, shift(0, 0), Provenance(dateA: nil, dateB: nil, knownSource: .a))
    #expect(known == Direction(derivative: .b, reason: .knownSource, confidence: 1))
  }

  @Test(arguments: [Relation.none, .sameStory])
  func `Without a derivation there is no direction`(relation: Relation) {
    #expect(derivative(relation, shift(10, 0), early, late, source: .a) == nil)
  }

  @Test func `More lost quotations make it surer, up to a limit`() {
    let confidences = [4, 10, 15, 100].map {
      rule.direction(.rewrite, shift($0, 0), Provenance(dateA: nil, dateB: nil)).confidence
    }
    #expect(isClose(confidences[0], 0.84))
    #expect(isClose(confidences[1], 0.9))
    #expect(confidences[2] == 0.95 && confidences[3] == 0.95)
  }

  @Test func `Length tells nothing`() {
    // A text, and its first half: an excerpt or a copy, but of which?
    let whole = Fixtures.text("e25-original")
    let half = Fixtures.paragraphs("e25-original").prefix(6).joined(separator: "\n\n")
    var judge = PairJudge()
    for (a, b) in [(whole, half), (half, whole)] {
      let found = judge.judge(weighed(a), weighed(b))
      #expect(found.relation.isDerivation)
      #expect(found.direction == .undecided)
    }
  }
}
