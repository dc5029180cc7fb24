import Testing

@testable import StemmaKit

/// Pairs of four documents, and what the witnesses make of them.
private func witnessed(
  _ pairs: [(Int, Int, Relation, Double)], dates: [String?] = [nil, nil, nil, nil]
) -> [ScanPair] {
  let documents = dates.enumerated().map { index, date in
    DocumentHead(Document(id: "\(index)", text: "", date: date.flatMap { .init($0) }))
  }
  var all = pairs.map { ScanPair(a: $0.0, b: $0.1, finding: finding($0.2, coverage: $0.3)) }
  Witness.apply(to: &all, of: documents)
  return all
}

@Suite struct WitnessTests {
  @Test func `A text rewords what a near-copy of it is shown to reword`() {
    let found = witnessed([(0, 1, .copy, 0.9), (1, 2, .rewrite, 0.5), (0, 2, .sameStory, 0.2)])
    #expect(found[2].finding.relation == .rewrite)
    #expect(found[2].finding.confidence == 0.5)
  }

  @Test func `The copy may be of either side`() {
    let ofFirst = witnessed([(0, 1, .sameStory, 0.15), (0, 3, .copy, 0.9), (1, 3, .rewrite, 0.5)])
    #expect(ofFirst[0].finding.relation == .rewrite)
    let ofSecond = witnessed([(0, 1, .excerpt, 0.15), (1, 3, .copy, 0.9), (0, 3, .rewrite, 0.5)])
    #expect(ofSecond[0].finding.relation == .rewrite)
  }

  @Test(arguments: [(0.12, Relation.rewrite), (0.119, .sameStory)])
  func `By a copy, the pair itself must show some order`(coverage: Double, expected: Relation) {
    let found = witnessed([
      (0, 1, .copy, 0.9), (1, 2, .rewrite, 0.5), (0, 2, .sameStory, coverage),
    ])
    #expect(found[2].finding.relation == expected)
  }

  @Test(arguments: [(0.2, Relation.rewrite), (0.199, .sameStory)])
  func `By a rewrite, the pair itself must show more order`(coverage: Double, expected: Relation) {
    let found = witnessed([
      (0, 1, .rewrite, 0.9), (1, 2, .rewrite, 0.5), (0, 2, .sameStory, coverage),
    ])
    #expect(found[2].finding.relation == expected)
  }

  @Test(arguments: [Relation.excerpt, .duplicate, .sameStory])
  func `No other relation bears witness`(relation: Relation) {
    let found = witnessed([
      (0, 1, relation, 0.9), (1, 2, .rewrite, 0.5), (0, 2, .sameStory, 0.3),
    ])
    #expect(found[2].finding.relation == .sameStory)
  }

  @Test func `A form that was filled in twice is no rewrite by way of a third`() {
    let pairs = [(0, 1, Relation.copy, 0.9), (1, 2, .rewrite, 0.5), (0, 2, .sameStory, 0.4)].map {
      ScanPair(a: $0.0, b: $0.1, finding: finding($0.2, coverage: $0.3))
    }
    let documents = (0..<3).map { DocumentHead(Document(id: "\($0)", text: "")) }
    var found = pairs
    Witness.apply(to: &found, of: documents)
    #expect(found[2].finding.witness == 1)
    found = pairs
    found[2].finding.evidence.figureShift.kept = 5
    found[2].finding.evidence.figureShift.changed = 20
    Witness.apply(to: &found, of: documents)
    #expect(found.map(\.finding.witness) == [nil, nil, nil])
    #expect(found.map(\.finding.relation) == [.copy, .rewrite, .sameStory])
  }

  @Test func `What a third text may help is examined to the end first, and nothing else`() {
    func pairs(_ change: (inout ScanPair) -> Void) -> [ScanPair] {
      var all = [(0, 1, Relation.copy, 0.9), (1, 2, .rewrite, 0.5), (0, 2, .sameStory, 0)].map {
        ScanPair(a: $0.0, b: $0.1, finding: finding($0.2, coverage: $0.3))
      }
      change(&all[2])
      return all
    }
    // Where the order is not measured, it is no more than the words in common.
    #expect(Witness.waiting(pairs { $0.finding.evidence.scores.wordOverlap = 0.13 }) == [2])
    #expect(Witness.waiting(pairs { $0.finding.evidence.scores.wordOverlap = 0.11 }) == [])
    let measured = pairs {
      $0.finding.evidence.scores.wordOverlap = 0.5
      $0.finding.evidence.stage = .order
    }
    #expect(Witness.waiting(measured) == [])
    // Of what is left without common matter, all that can be told is told.
    let rest = pairs {
      $0.finding.evidence.scores.wordOverlap = 0.5
      $0.isOfRest = true
    }
    #expect(Witness.waiting(rest) == [])
    let strangers = pairs {
      $0.finding.evidence.scores.wordOverlap = 0.5
      $0.b = 3
    }
    #expect(Witness.waiting(strangers) == [])
  }

  @Test func `The third text must know both`() {
    let found = witnessed([(1, 3, .copy, 0.9), (1, 2, .rewrite, 0.5), (0, 2, .sameStory, 0.3)])
    #expect(found[2].finding.relation == .sameStory)
  }

  @Test func `Nothing is shown by what a witness has shown`() {
    // 0 and 2 come by the copy 1; from there 3, a copy of 2, does not come to 0 ...
    let pairs: [(Int, Int, Relation, Double)] = [
      (0, 1, .copy, 0.9), (1, 2, .rewrite, 0.5), (0, 2, .sameStory, 0.2), (2, 3, .copy, 0.9),
      (0, 3, .sameStory, 0.2),
    ]
    let found = witnessed(pairs)
    #expect(found[2].finding.relation == .rewrite)
    #expect(found[4].finding.relation == .sameStory)
    // ... whatever the order of the pairs.
    let back = witnessed(pairs.reversed())
    #expect(back.reversed().map(\.finding.relation) == found.map(\.finding.relation))
  }

  @Test func `The direction is decided anew, by the dates`() {
    let found = witnessed(
      [(0, 1, .copy, 0.9), (1, 2, .rewrite, 0.5), (0, 2, .sameStory, 0.2)],
      dates: ["2024-01-02", nil, "2024-01-01", nil])
    #expect(found[2].finding.direction.derivative == .a)
    #expect(found[2].finding.direction.reason == .published)
  }

  @Test func `Closer relations stay what they are`() {
    let pairs: [(Int, Int, Relation, Double)] = [
      (0, 1, .copy, 0.9), (1, 2, .rewrite, 0.5), (0, 2, .copy, 0.8),
    ]
    #expect(witnessed(pairs).map(\.finding.relation) == pairs.map(\.2))
  }
}

@Suite struct WitnessTrialTests {
  @Test func `Every third text is told, with what it asks of the pair`() {
    let pairs: [(Int, Int, Relation, Double)] = [
      (0, 1, .copy, 0.9), (1, 2, .rewrite, 0.5), (0, 3, .rewrite, 0.5), (2, 3, .rewrite, 0.5),
      (0, 2, .sameStory, 0.15),
    ]
    let witness = Witness(
      pairs.map { ScanPair(a: $0.0, b: $0.1, finding: finding($0.2, coverage: $0.3)) })
    let trials = witness.trials(0, 2, coverage: 0.15)
    #expect(trials.map(\.document) == [1, 3])
    #expect(trials.map(\.relationToA) == [.copy, .rewrite])
    #expect(trials.map(\.relationToB) == [.rewrite, .rewrite])
    #expect(trials.map(\.leastCoverage) == [0.12, 0.2])
    #expect(trials.map(\.holds) == [true, false])
    #expect(witness.trials(2, 0, coverage: 0.15).map(\.relationToB) == [.copy, .rewrite])
    #expect(witness.trials(0, 1, coverage: 0.15) == [])
  }
}
