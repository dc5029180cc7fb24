import Testing

@testable import StemmaKit

@Suite struct DirectionStepTests {
  private let rule = DirectionRule()
  private let day = PublicationDate("2024-09-19")
  private let moment = PublicationDate("2024-09-19T10:00Z")
  private let later = PublicationDate("2024-09-24")

  private func abstentions(
    _ relation: Relation, _ evidence: Evidence, _ a: PublicationDate?, _ b: PublicationDate?
  ) -> [DirectionStep.Abstention?] {
    rule.steps(relation, evidence, Provenance(dateA: a, dateB: b)).map(\.abstention)
  }

  @Test func `Each kind of evidence says why it does not decide`() {
    #expect(abstentions(.rewrite, shift(2, 0), nil, day) == [.notNamed, .undated, .tooFew])
    #expect(abstentions(.rewrite, shift(9, 5), day, moment) == [.notNamed, .sameTime, .divided])
    #expect(abstentions(.copy, shift(9, 0), day, later) == [.notNamed, nil, .notReworded])
    #expect(abstentions(.rewrite, shift(9, 0), nil, nil) == [.notNamed, .undated, nil])
    var edited = shift(9, 0)
    edited.scores.localAlignment = 50
    #expect(abstentions(.rewrite, edited, nil, nil) == [.notNamed, .undated, .wordingKept])
  }

  @Test func `Evidence that does not count any more is told too`() {
    let steps = rule.steps(
      .rewrite, shift(0, 9), Provenance(dateA: day, dateB: later, knownSource: .a))
    #expect(steps.map(\.reason) == [.knownSource, .published, .quotations])
    #expect(steps.map(\.direction.derivative) == [.b, .b, .a])
  }

  @Test(arguments: [Relation.none, .sameStory])
  func `Without a derivation there is nothing to decide`(relation: Relation) {
    #expect(abstentions(relation, shift(9, 0), day, later) == [])
  }

  @Test func `The first that does not abstain is the direction`() {
    for relation in Relation.allCases {
      for (a, b) in [(nil, nil), (day, later), (later, day), (day, moment)] {
        for quotes in [shift(0, 0), shift(9, 0), shift(0, 9), shift(9, 9)] {
          for source in [nil, Direction.Derivative.a, .b] {
            let steps = rule.steps(
              relation, quotes, Provenance(dateA: a, dateB: b, knownSource: source))
            let first = steps.first { $0.direction.derivative != nil }?.direction
            #expect(
              rule.direction(relation, quotes, Provenance(dateA: a, dateB: b, knownSource: source))
                == first ?? .undecided)
            for step in steps {
              #expect((step.abstention == nil) == (step.direction.derivative != nil))
            }
          }
        }
      }
    }
  }
}
