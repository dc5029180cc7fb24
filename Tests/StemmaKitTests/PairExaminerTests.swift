import Testing

@testable import StemmaKit

private func judged(_ a: String, _ b: String) -> PairFinding {
  var judge = PairJudge()
  return judge.judge(weighed(a), weighed(b))
}

/// What the three guests of an invented hearing said, at length.
private let quotations = [
  """
  “Nobody told the families that the reservoir would be drained before the school year began, and \
  nobody has told them since who is going to pay for the wells they now have to dig”
  """,
  """
  “We measured the water at eleven places in April, and at nine of them the level had fallen by \
  more than two metres, which is four times what the permit allows in a dry year”
  """,
  """
  “The company has kept to every letter of the agreement that this council signed, and it will go \
  on doing so, whatever is said tonight by people who never read it”
  """,
]

@Suite struct PairExaminerTests {
  /// Every fourth pair of one event: about a hundred, of all kinds and languages.
  private var sample: [Fixtures.Pair] {
    Fixtures.pairs.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
  }

  @Test func `Texts that change places change sides and nothing else`() {
    for pair in sample {
      let (a, b) = (weighed(Fixtures.text(pair.a)), weighed(Fixtures.text(pair.b)))
      var examiner = PairExaminer()
      let (one, other) = (examiner.examine(a, b), examiner.examine(b, a))
      var expected = one.scores
      swap(&expected.coverageOfA, &expected.coverageOfB)
      swap(&expected.containmentOfA, &expected.containmentOfB)
      // The search for passages begins in the first text: this score alone depends on it.
      expected.localAlignment = other.scores.localAlignment
      #expect(other.scores == expected, "\(pair)")
      #expect(other.countA == one.countB && other.unquotedA == one.unquotedB, "\(pair)")
    }
  }

  @Test func `The relation is the same from both sides, the direction the other way round`() {
    for pair in sample {
      let (one, other) = (
        judged(Fixtures.text(pair.a), Fixtures.text(pair.b)),
        judged(Fixtures.text(pair.b), Fixtures.text(pair.a))
      )
      #expect(one.relation == other.relation, "\(pair)")
      let mirrored = one.direction.derivative.map { $0 == .a ? Direction.Derivative.b : .a }
      #expect(other.direction.derivative == mirrored, "\(pair)")
    }
  }

  @Test func `Scores are shares from 0 to 1`() {
    for pair in sample {
      let scores = judged(Fixtures.text(pair.a), Fixtures.text(pair.b)).evidence.scores
      for share in [
        scores.resemblance, scores.containmentOfA, scores.containmentOfB, scores.coverage,
        scores.coverageOfA, scores.coverageOfB, scores.coverageUnquoted, scores.wordOverlap,
        scores.namesShared, scores.rareWords,
      ] {
        #expect((0...1.000_001).contains(share), "\(pair): \(scores)")
      }
    }
  }

  @Test(arguments: ["e07-original", "ja-e01-original", "ur-e01-original", "hi-e01-original"])
  func `The same text is a duplicate, whatever its case and marks`(id: String) {
    let text = Fixtures.text(id)
    #expect(judged(text, text).relation == .duplicate)
    #expect(judged(text, text).evidence.scores.coverage == 1)
    let other = text.uppercased().replacing("’", with: "'").replacing("\n\n", with: "\n")
    #expect(judged(text, other).relation == .duplicate)
    #expect(judged(text, text + " Addendum").relation == .copy)
  }

  @Test func `Empty texts are nothing to each other`() {
    for (a, b) in [("", ""), ("", "Some words."), ("Some words.", ""), ("...", "!")] {
      let found = judged(a, b)
      #expect(found.relation == .none)
      #expect(found.direction == .undecided)
      #expect(found.evidence.scores == Scores())
    }
  }

  @Test func `Quotations alone never make a derivation`() {
    let found = judged(
      """
      Angry scenes at Torvik town hall

      Some forty farmers walked out of a hearing on Wednesday evening. \(quotations[0]), shouted \
      Solveig Arnheim, whose orchard borders the lake, before she was asked to leave.

      Earlier an engineer had calmly read out his tables. \(quotations[1]), Per Lindqvist told a \
      silent room. Councillors studied their shoes; one took notes.

      A spokeswoman for Nordkraft smiled throughout. \(quotations[2]), Ida Moe answered, and \
      closed her folder. The mayor wants another meeting in autumn.
      """,
      """
      Nordkraft defends its dam

      For residents the dispute is about money first. \(quotations[0]), said a fruit grower who \
      has already spent her savings on pumps.

      Figures collected by an independent hydrologist cast doubt upon the permit itself. \
      \(quotations[1]), he explained over coffee, pointing at a hand-drawn chart.

      The power firm sees no reason to change course. \(quotations[2]), its press officer insisted \
      when reporters caught up with her outside. Parliament debates the licence next month.
      """)
    #expect(!found.relation.isDerivation, "\(found.relation): \(found.evidence.scores)")
    // There is much to be misled by: in all, the second text keeps most of the first, in order.
    #expect(found.evidence.scores.coverage > RelationRule().rewriteCoverage)
    #expect(found.evidence.scores.resemblance > RelationRule().copyResemblance)
    #expect(found.evidence.quoteShift.quotedInBoth >= 50)
  }

  @Test func `A pair that cannot be close enough is left early, with the same relation`() {
    let wanted = Relation.excerpt
    for pair in sample {
      let (a, b) = (weighed(Fixtures.text(pair.a)), weighed(Fixtures.text(pair.b)))
      var early = PairJudge(leastRelation: wanted)
      var full = PairJudge()
      let (one, other) = (early.judge(a, b).relation, full.judge(a, b).relation)
      #expect(one == other || max(one, other) < wanted, "\(pair): \(one), \(other)")
    }
  }

  @Test func `A passage that keeps no phrase is found, unless the lines are those for news`() throws
  {
    let article = "e01-original"
    // Every third word is another: the words stay, and no three of them in a row.
    let paragraphs = Fixtures.paragraphs(article).dropFirst().prefix(3).joined(separator: " ")
    var words = paragraphs.split(separator: " ").map(String.init)
    for index in stride(from: 0, to: words.count, by: 3) { words[index] = "ersatz\(index)" }
    let host = ["e41-original", "e07-original"].map(Fixtures.text).joined(separator: "\n\n")
    let a = weighed(host + "\n\n" + words.joined(separator: " "))
    let b = weighed(Fixtures.text(article) + "\n\n" + Fixtures.text("e19-original"))
    var published = PairExaminer(passages: .default)
    let found = published.examine(a, b)
    try #require(found.scores.phrasesInBoth < PassageSettings.news.leastPhrases)
    try #require(found.scores.coverage <= 0.15)
    let passage = try #require(found.passages.first, "\(found.scores)")
    #expect(found.passages.count == 1)
    let planted = tokens(host).count..<a.tokens.count
    #expect(passage.a.clamped(to: planted).count * 10 >= planted.count * 8, "\(passage)")
    var news = PairExaminer()
    #expect(news.examine(a, b).passages.isEmpty)
  }
}
