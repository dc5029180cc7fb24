import Testing

@testable import StemmaKit

private func shift(_ first: String, _ second: String) -> QuoteShift {
  let (a, b) = (tokens(first), tokens(second))
  let vocabulary = PairVocabulary(a.hashes, b.hashes)
  return QuoteShift(
    PairAlignment(vocabulary, [Int32](repeating: 1, count: vocabulary.count), a, b), a, b)
}

@Suite struct QuoteShiftTests {
  private let direct = "On Monday “we will close the northern plant in spring,” Meyer told us."
  private let indirect = "On Monday they will close the northern plant in spring, Meyer told us."

  @Test func `Words quoted in one text and plain in the other are counted on their side`() {
    // Of the quotation's 8 words all but "we" stand in the other text.
    let found = shift(direct, indirect)
    #expect(found.quotedOnlyInA == 7)
    #expect(found.quotedOnlyInB == 0)
    #expect(found.quotedInBoth == 0)
  }

  @Test(arguments: [(11, 11), (14, 0), (30, 0)])
  func `A whole sentence in the same words is no indirect speech`(length: Int, counted: Int) {
    // Every third word is too common to be in an alignment, but stands in the row.
    let words = (0..<length).map { "w\($0)" }.joined(separator: " ")
    let a = tokens("Meyer said: “we \(words)” on Monday.")
    let b = tokens("Meyer says \(words), he adds.")
    let vocabulary = PairVocabulary(a.hashes, b.hashes)
    let weights = (0..<vocabulary.count).map { Int32($0 % 3 == 2 ? 0 : 1) }
    let found = QuoteShift(PairAlignment(vocabulary, weights, a, b), a, b)
    let inAlignment = (0..<length).count { weights[Int(vocabulary.a[$0 + 3])] > 0 }
    #expect(found.quotedOnlyInA == (counted == 0 ? 0 : inAlignment))
    #expect(found.quotedOnlyInB == 0)
  }

  @Test(arguments: [3, 5, 11])
  func `A quotation given back from its first word to its last is no indirect speech`(length: Int) {
    let words = (0..<length).map { "w\($0)" }.joined(separator: " ")
    let article = "Meyer calls it “\(words)” on Monday."
    let release = "Meyer is glad of \(words) since Monday."
    #expect(shift(article, release) == QuoteShift())
    #expect(shift(release, article) == QuoteShift())
    // Where the quotation has more, something of it was told in other words.
    #expect(shift(article.replacing("“", with: "“our "), release).quotedOnlyInA == length)
  }

  @Test func `Texts that change places change sides`() {
    let found = shift(indirect, direct)
    #expect(found.quotedOnlyInA == 0)
    #expect(found.quotedOnlyInB == 7)
  }

  @Test func `A quotation that both have as such is no shift`() {
    let found = shift(direct, direct)
    #expect(found.quotedOnlyInA == 0 && found.quotedOnlyInB == 0)
    #expect(found.quotedInBoth == 8)
  }

  @Test func `Both may quote what the other does not`() {
    let found = shift(
      "“We one two three,” four five six, he said.", "One two three “you four five,” he said.")
    #expect(found.quotedOnlyInA == 3)
    #expect(found.quotedOnlyInB == 2)
  }

  @Test func `Words at other places are no shift`() {
    // The same words, but the order of the texts brings none of them together but one.
    let found = shift("“alpha beta gamma delta” he said.", "delta gamma beta alpha, he said.")
    #expect(found.quotedOnlyInA <= 1)
  }

  @Test func `Texts without quotation marks have no shift`() {
    #expect(shift(indirect, indirect) == QuoteShift())
    #expect(shift("", direct) == QuoteShift())
  }

  @Test func `Words that weigh nothing are not counted`() {
    let (a, b) = (tokens(direct), tokens(indirect))
    let vocabulary = PairVocabulary(a.hashes, b.hashes)
    let weights = vocabulary.hashes.map { $0 == tokenHash(ofNormalised: "northern") ? Int32(1) : 0 }
    #expect(QuoteShift(PairAlignment(vocabulary, weights, a, b), a, b).quotedOnlyInA == 1)
  }

  @Test func `The counts change sides when the texts do, in real text too`() {
    var judge = PairJudge()
    let a = weighed(Fixtures.text("it-e01-rewrite"))
    let b = weighed(Fixtures.text("it-e01-original"))
    let one = judge.judge(a, b)
    let other = judge.judge(b, a)
    #expect(one.evidence.quoteShift.quotedOnlyInB == other.evidence.quoteShift.quotedOnlyInA)
    #expect(one.direction.confidence == other.direction.confidence)
  }
}
