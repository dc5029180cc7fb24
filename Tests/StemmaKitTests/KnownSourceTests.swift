import Testing

@testable import StemmaKit

@Suite struct KnownSourceTests {
  private let rule = RelationRule()

  private func judged(
    _ derivative: Direction.Derivative = .a, _ change: (inout Scores) -> Void
  ) -> (relation: Relation, confidence: Double) {
    let found = evidence {
      $0.scores.coverageUnquoted = 0.05
      change(&$0.scores)
    }
    return rule.relation(found, knownDerivative: derivative)
  }

  @Test func `Less is enough where the source is known`() {
    let weak = judged { ($0.coverageOfA, $0.containmentOfA) = (0.1, 0.05) }
    #expect(weak.relation == .rewrite)
    #expect(weak.confidence > 0.5 && weak.confidence < 0.6)
    let pieces = judged { ($0.coverageOfA, $0.containmentOfA) = (0.05, 0.1) }
    #expect(pieces.relation == .excerpt)
  }

  @Test func `Shared quotations alone are not enough`() {
    let quoting = judged {
      ($0.coverageOfA, $0.containmentOfA, $0.coverageUnquoted) = (0.1, 0.1, 0.01)
    }
    #expect(quoting.relation == .none)
  }

  @Test func `Only the derivative counts`() {
    let scores: (inout Scores) -> Void = { ($0.coverageOfB, $0.containmentOfB) = (0.5, 0.4) }
    #expect(judged(.a, scores).relation == .none)
    #expect(judged(.b, scores).relation == .rewrite)
  }

  @Test func `Below the line the rule stands as it is`() {
    let story = judged {
      ($0.coverageOfA, $0.containmentOfA) = (0.03, 0.03)
      $0.rareWords = 0.5
    }
    #expect(story.relation == .sameStory)
    let copy = judged {
      ($0.coverageOfA, $0.containmentOfA) = (0.9, 0.8)
      ($0.resemblance, $0.coverage, $0.coverageUnquoted) = (0.7, 0.9, 0.9)
      $0.localAlignment = 90
    }
    #expect(copy.relation == .copy && copy.confidence >= 0.9)
  }

  @Test func `The more is taken, the surer it is`() {
    let shares = [0.05, 0.1, 0.2, 0.4, 0.8, 1]
    let confidences = shares.map { share in
      judged { ($0.coverageOfA, $0.containmentOfA) = (share, share) }.confidence
    }
    #expect(confidences == confidences.sorted() && Set(confidences).count == shares.count)
    #expect(confidences.allSatisfy { (0.5...1).contains($0) })
  }
}
