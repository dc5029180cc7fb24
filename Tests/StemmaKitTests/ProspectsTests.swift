import Testing

@testable import StemmaKit

@Suite struct ProspectsTests {
  /// Pairs of one event, of all kinds and languages, and as many of different ones.
  private static let pairs: [(String, String)] = {
    let related = Fixtures.pairs.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    let ids = Fixtures.articles.map(\.id)
    var random = RandomText(seed: 9)
    let unrelated = (0..<100).map { _ in
      (ids[random.number(0...ids.count - 1)], ids[random.number(0...ids.count - 1)])
    }
    return related.map { ($0.a, $0.b) } + unrelated
  }()

  @Test(
    arguments: Effort.isDebug
      ? [.excerpt] : [Relation.sameStory, .excerpt, .rewrite, .copy, .duplicate])
  func `What is reported does not depend on where the examination stops`(least: Relation) {
    var full = PairJudge()
    var short = PairJudge(leastRelation: least)
    for (a, b) in Self.pairs {
      let (first, second) = (weighed(Fixtures.text(a)), weighed(Fixtures.text(b)))
      let (expected, found) = (full.judge(first, second), short.judge(first, second))
      let scores = expected.evidence.scores
      guard expected.relation < least else {
        #expect(found.relation == expected.relation, "\(a) \(b)")
        #expect(found.evidence.isComplete, "\(a) \(b)")
        #expect(found.evidence.scores == scores, "\(a) \(b)")
        #expect(found.evidence.passages == expected.evidence.passages, "\(a) \(b)")
        #expect(found.confidence == expected.confidence, "\(a) \(b)")
        #expect(found.direction == expected.direction, "\(a) \(b)")
        continue
      }
      #expect(found.relation < least, "\(a) \(b)")
      // A third text may need these.
      guard least <= .rewrite, expected.relation > .none, Witness.mayHelp(scores.coverage) else {
        continue
      }
      #expect(found.relation > .none, "\(a) \(b)")
      #expect(found.evidence.coverageBound >= scores.coverage, "\(a) \(b)")
    }
  }

  @Test(arguments: [false, true])
  func `Where a derivation is enough, whether there is one is all that holds`(onlyNamed: Bool) {
    var full = PairJudge(leastRelation: .sameStory)
    var short = PairJudge(
      passages: .news, leastRelation: .sameStory, purpose: onlyNamed ? .briefTrial : .trial)
    var savings = (passages: 0, rest: 0)
    for (a, b) in Self.pairs {
      let (first, second) = (weighed(Fixtures.text(a)), weighed(Fixtures.text(b)))
      let (expected, found) = (full.judge(first, second), short.judge(first, second))
      #expect(found.relation.isDerivation == expected.relation.isDerivation, "\(a) \(b)")
      if !found.relation.isDerivation {
        #expect(found.relation == expected.relation, "\(a) \(b)")
        let scores = expected.evidence.scores
        if onlyNamed, !Witness.mayHelp(scores.coverage) {
          if expected.relation > .none {
            #expect(found.evidence.scores.coverage == scores.coverage, "\(a) \(b)")
          }
          savings.rest += found.evidence.stage != expected.evidence.stage ? 1 : 0
        } else {
          #expect(found.evidence.scores == scores, "\(a) \(b)")
        }
      }
      savings.passages +=
        found.evidence.passages.isEmpty && !expected.evidence.passages.isEmpty ? 1 : 0
    }
    #expect(savings.passages > 10)
    #expect((savings.rest > 10) == onlyNamed)
  }

  @Test func `A summary has all of a pair but passages`() {
    var full = PairJudge(leastRelation: .excerpt)
    var short = PairJudge(passages: .news, leastRelation: .excerpt, purpose: .summary)
    var savings = 0
    for (a, b) in Self.pairs {
      let (first, second) = (weighed(Fixtures.text(a)), weighed(Fixtures.text(b)))
      let (expected, found) = (full.judge(first, second), short.judge(first, second))
      #expect(found.relation == expected.relation, "\(a) \(b)")
      #expect(found.direction == expected.direction, "\(a) \(b)")
      #expect(found.confidence == expected.confidence, "\(a) \(b)")
      var scores = expected.evidence.scores
      if found.evidence.stage != .passages { scores.localAlignment = 0 }
      #expect(found.evidence.scores == scores, "\(a) \(b)")
      savings += found.evidence.passages.isEmpty && !expected.evidence.passages.isEmpty ? 1 : 0
    }
    #expect(savings > 10)
  }

  @Test func `What is presumed to be a derivation has a long passage or is a rewrite`() {
    var full = PairJudge(leastRelation: .excerpt)
    var short = PairJudge(passages: .news, leastRelation: .excerpt, purpose: .presumption)
    var (presumed, examined) = (0, 0)
    for (a, b) in Self.pairs {
      let (first, second) = (weighed(Fixtures.text(a)), weighed(Fixtures.text(b)))
      let (expected, found) = (full.judge(first, second), short.judge(first, second))
      guard found.relation.isDerivation, !found.evidence.isComplete else {
        #expect(found.relation == expected.relation, "\(a) \(b)")
        #expect(found.evidence.scores == expected.evidence.scores, "\(a) \(b)")
        examined += found.evidence.passages.isEmpty ? 0 : 1
        continue
      }
      presumed += 1
      #expect(found.relation == expected.relation, "\(a) \(b)")
      #expect(found.evidence.passages.isEmpty, "\(a) \(b)")
      if found.relation < .rewrite { #expect(expected.evidence.scores.localAlignment > 60) }
    }
    #expect(presumed > 10 && examined > 0)
  }

  @Test(.enabled(if: !Effort.isDebug))
  func `A scan reports nothing that is not examined to the end`() {
    let result = CollectionScan().scan(Fixtures.articles.map(\.document))
    #expect(result.pairs.contains { $0.finding.witness != nil })
    #expect(result.pairs.allSatisfy { $0.finding.evidence.isComplete })
  }

  @Test func `The resemblance of a pair is within its bound`() {
    var words = PairWords()
    for (a, b) in Self.pairs {
      let (first, second) = (weighed(Fixtures.text(a)), weighed(Fixtures.text(b)))
      words.weigh(first, second)
      let exact = SetOverlap(first.tokens.hashes, second.tokens.hashes, shingleLength: 5)
      #expect(words.resemblanceBound() >= exact.resemblance, "\(a) \(b)")
    }
    for seed in 0..<100 as Range<UInt64> {
      var random = RandomText(seed: seed)
      let a = random.hashes(count: random.number(1...40), different: 1 + Int(seed % 9))
      let b = a.dropFirst(a.count / 3) + random.hashes(count: random.number(1...9), different: 9)
      words.weigh(WeighedText(hashes: a), WeighedText(hashes: Array(b)))
      let exact = SetOverlap(a, Array(b), shingleLength: 5).resemblance
      #expect(words.resemblanceBound() >= exact, "seed \(seed): \(a), \(b)")
    }
  }
}
