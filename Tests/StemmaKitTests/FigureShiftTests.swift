import Testing

@testable import StemmaKit

/// The figures at the same place of two texts.
private func shift(_ first: String, _ second: String) -> FigureShift {
  let (a, b) = (tokens(first), tokens(second))
  let vocabulary = PairVocabulary(a.hashes, b.hashes)
  // Figures are common enough to weigh nothing, as in a collection of reports.
  let weights: [Int32] = vocabulary.hashes.map { hash in
    (0...9999).contains { tokenHash(ofNormalised: "\($0)") == hash } ? 0 : 1
  }
  return FigureShift(PairAlignment(vocabulary, weights, a, b), a, b)
}

/// A report of the day's figures.
private func report(_ figures: [Int]) -> String {
  let words = [
    "offices", "reported", "cases", "clinics", "beds", "schools", "classes", "harbours", "ships",
    "markets", "tonnes", "bridges", "tolls", "farms",
  ]
  return zip(words, figures)
    .map { "The \($0) of the northern district came to \($1) in the count of that day." }
    .joined(separator: " ")
}

@Suite struct FigureShiftTests {
  private let figures = [12, 530, 7, 81, 2024, 19, 44, 630, 5, 77, 910, 3, 28, 66]

  @Test func `Equal figures at the same place are kept`() {
    let found = shift(report(figures), report(figures))
    #expect(found.kept == figures.count && found.changed == 0)
    #expect(found.share == 1)
  }

  @Test func `Other figures at the same place are changed`() {
    let others = figures.enumerated().map { $0 < 10 ? $1 + 1000 : $1 }
    let found = shift(report(figures), report(others))
    #expect(found.kept == 4 && found.changed == 10)
    #expect(shift(report(others), report(figures)) == found)
  }

  @Test func `The same figures at other places are changed`() {
    let found = shift(report(figures), report(figures.reversed()))
    #expect(found.kept == 0 && found.changed == figures.count)
  }

  @Test func `Figures that one text leaves out are neither`() {
    let text = report(figures)
    let without = text.replacing(" that day", with: "")
      .replacing("came to 2024", with: "came to many").replacing("came to 5 in", with: "fell in")
    let found = shift(text, without)
    #expect(found.kept == 12 && found.changed == 0)
  }

  @Test func `Figures about the first and the last place count too`() {
    let found = shift("17 ships and 5 barges on 3 May", "29 ships and 5 barges on 8 May 1987")
    #expect(found.kept == 1 && found.changed == 2)
    let end = shift("Dividend 10 cents, payable April 24", "Dividend 10 cents, payable April 30")
    #expect(end.kept == 1 && end.changed == 1)
  }

  @Test func `Few figures tell a form where they stand close together`() {
    let first = shift(
      "The bank gave the market 442 million in the morning, and 90 million after noon.",
      "The bank gave the market 61 million in the morning, and 815 million after noon.")
    #expect(first.changed == 2 && first.isTelling)
    let story = "The ship left the harbour in the morning with all who had waited for it. "
    let long = String(repeating: story, count: 4)
    let updated = shift("Counted at 12: 442 boats. " + long, "Counted at 13: 450 boats. " + long)
    #expect(updated.changed == 2 && !updated.isTelling)
    #expect(updated.words > FigureShift.fewChanged * FigureShift.wordsForEach)
    #expect(!shift("It has 5 doors.", "It has 6 doors.").isTelling)
    #expect(!FigureShift().isTelling)
    #expect(FigureShift().share == 1)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Fewer figures cannot tell a form`(seed: UInt64) {
    var random = RandomText(seed: seed)
    func text(figures: Int) -> String {
      (0..<80).map { place in
        random.number(0...79) < figures ? "\(random.number(1...9))" : "word\(place)"
      }.joined(separator: " ")
    }
    let (first, second) = (text(figures: Int(seed % 9)), text(figures: Int(seed % 7)))
    var examiner = PairExaminer()
    let (a, b) = (weighed(first), weighed(second))
    let ordered = examiner.examine(a, b).scores.orderedWeight
    var words = PairWords()
    words.weigh(a, b)
    let shift = FigureShift(
      PairAlignment(words.vocabulary, words.weights, a.tokens, b.tokens), a.tokens, b.tokens)
    let figures =
      [a, b].map { text in text.tokens.marks.count { $0.contains(.numeral) } }.min() ?? 0
    #expect(!shift.isTelling || FigureShift.mayTell(figures: figures, ordered: ordered))
  }

  @Test func `Figures that only stand elsewhere tell no form`() {
    func isAsked(_ first: [Int], _ second: [Int]) -> Bool {
      FigureShift.isAsked(tokens(report(first)), tokens(report(second)), ordered: 0)
    }
    #expect(!isAsked(figures, figures.reversed()))
    #expect(!isAsked(figures, figures.dropLast() + [1]))
    #expect(isAsked(figures, figures.dropLast(2) + [1, 2]))
    #expect(!isAsked([12, 530, 7], [7, 530, 12]) && isAsked([12, 530, 7], [12, 8, 530]))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `They change sides with the texts`(seed: UInt64) {
    var random = RandomText(seed: seed)
    func text() -> String {
      (0..<60).map { _ in
        random.number(0...1) == 0 ? "\(random.number(1...9))" : "word\(random.number(0...6))"
      }.joined(separator: " ")
    }
    let (a, b) = (text(), text())
    #expect(shift(a, b) == shift(b, a))
  }

  @Test func `A form that is filled in anew is no copy, the same form again is one`() {
    let notice = """
       The figures come from the register of the district, which counts them at midnight and does \
      not correct them afterwards. How many were missed is not known; the office believes that they \
      were few. Who wants older figures may ask for them in writing at the counter in Mill Lane, \
      where the yearbooks stand from the first to the last, or look them up in the library.
      """
    let others = figures.map { $0 * 3 + 1 }
    var judge = PairJudge()
    let first = weighed(report(figures) + notice)
    let again = weighed(report(figures) + notice + " It was a quiet day.")
    let anew = weighed(report(others) + notice)
    #expect(judge.judge(first, again).relation == .copy)
    let found = judge.judge(first, anew)
    #expect(!found.relation.isDerivation)
    #expect(found.evidence.scores.resemblance > RelationRule().copyResemblance)
    #expect(RelationRule().isForm(found.evidence))
  }
}
