internal import StemmaKit

extension ExplanationText {
  /// The verdict on a pair that was taken back, in one sentence.
  func verdict(_ taken: TakenBack) -> String {
    taken.matter.isFrame
      ? "What \(a) and \(b) have in common is on both pages, but no part of what one of them tells."
      : "What \(a) and \(b) have in common is common matter, which \(taken.matter.documents) texts of the collection have."
  }

  /// What the pair was by itself, by which test it was taken back, and what is left, a sentence each.
  func reasons(_ taken: TakenBack) -> [String] {
    let whole = Verdict(finding: taken.whole, a: a, b: b).reasons.first
    let rest = Verdict(finding: explanation.finding, a: a, b: b).reasons.first
    return [
      whole.map { "The whole texts: \($0)" },
      "Without common matter \(taken.restOfA) words are left of \(a), \(taken.restOfB) of \(b). \(Self.sentence(taken.test))",
      rest.map { "What is left: \($0)" },
      "The longest run that was left out: bytes \(taken.matter.range.lowerBound) to \(taken.matter.range.upperBound) of \(id(taken.matter.document))\(words(taken.matter)).",
    ].compactMap { $0 }
  }

  private static func sentence(_ test: TakenBack.Test) -> String {
    switch test {
    case .nothingElse:
      "Nothing in them shows that the two have anything else to do with each other."
    case .oneOutlet: "They tell the same story, no more, and both texts are of one outlet."
    case .outvoted:
      "They tell the same story, no more, and of the pairs that share this matter more than three in four share nothing else."
    }
  }

  private func words(_ matter: CommonMatter) -> String {
    matter.text.isEmpty ? "" : ": \(Screen.printable(matter.text))"
  }
}
