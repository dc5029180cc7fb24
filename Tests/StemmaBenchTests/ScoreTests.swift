import Testing

@testable import StemmaBench

@Suite("Recall and precision")
struct ScoreTests {
  private func pairs(_ pairs: (Int, Int)...) -> [Score.Pair] { pairs.map { Score.Pair($0, $1) } }

  @Test("Counted by hand")
  func counted() {
    let truth = pairs((1, 2), (3, 4), (5, 6), (7, 8))
    // Two of four found, once the wrong way round and twice over; one more is right, one is not.
    let found = pairs((2, 1), (1, 2), (5, 6), (9, 10), (11, 12))
    let score = Score(found: found, truth: truth) { $0 == Score.Pair(9, 10) }
    #expect(score == Score(recall: 0.5, precision: 0.75))
  }

  @Test("Nothing found, and nothing to find")
  func empty() {
    #expect(Score(found: [], truth: pairs((1, 2))) == Score(recall: 0, precision: 1))
    #expect(Score(found: pairs((1, 2)), truth: []) == Score(recall: 1, precision: 0))
    #expect(Score(found: [], truth: []) == Score(recall: 1, precision: 1))
  }

  @Test("Near-duplicates count from the threshold on")
  func nearDuplicates() {
    let corpus = SyntheticCorpus(options(60, nearDuplicates: 0.3, rewrites: 0.1, words: 200))
    var author = CorpusAuthor(corpus)
    let planted = corpus.plantedPairs.map { Score.Pair($0.derivative, $0.base) }
    let close = planted.filter { author.resemblance($0.a, $0.b) >= 0.5 }
    #expect((5..<planted.count).contains(close.count))
    func score(_ found: [Score.Pair]) -> Score {
      .nearDuplicates(found: found, threshold: 0.5, in: corpus)
    }
    #expect(score(close) == Score(recall: 1, precision: 1))
    // The others are planted, but not so close.
    let share = Double(close.count) / Double(planted.count)
    #expect(score(planted) == Score(recall: 1, precision: share))
    #expect(score(Array(close.dropLast())).recall == Double(close.count - 1) / Double(close.count))
    let stranger = Score.Pair(planted[0].a, planted[1].a)
    #expect(score(close + [stranger]).precision == Double(close.count) / Double(close.count + 1))
  }

  @Test("Derivations count by their kind and by their origin")
  func derivations() {
    let corpus = SyntheticCorpus(options(100, nearDuplicates: 0.08, rewrites: 0.02))
    let planted = corpus.plantedPairs.map { Score.Pair($0.derivative, $0.base) }
    let copies = Array(planted.prefix(8))
    #expect(Score.derivations(found: copies, in: corpus) == Score(recall: 0.8, precision: 1))
    let rewrites = Score.derivations(found: copies + [planted[8]], kind: .rewrite, in: corpus)
    #expect(rewrites == Score(recall: 0.5, precision: 1))
    let stranger = Score.Pair(planted[0].a, planted[1].b)
    #expect(
      Score.derivations(found: copies + [stranger, planted[8]], in: corpus)
        == Score(recall: 0.9, precision: 0.9))
  }
}
