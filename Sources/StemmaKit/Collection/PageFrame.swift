/// What two pages share that is no text of either: the weather and the invitations above an article,
/// the teasers below it or between its paragraphs.
///
/// Common matter is learned from several texts (``CommonRuns``); what changes by the day stands in
/// two. Such a passage is foreign to its page: its words do not return in the rest, as those above a
/// text do (``OutletForm``). Of three signs two must hold, since each alone is seen of passages that
/// were taken over, too: both pages are of one outlet, the passage stands at the beginning or the end
/// of both, it is foreign to both.
struct PageFrame {
  /// Tokens of each text, in order.
  let a: [Range<Int>]
  let b: [Range<Int>]

  /// So many tokens may stand before the beginning or behind the end: the number of a page, a date.
  private static let mostOutside = 3

  /// - Returns: `nil` where no passage is one, or those that are make up most of either text: then
  ///   that is what it tells.
  /// - Complexity: O(*n*) in the tokens for each passage.
  init?(
    _ passages: [Passage], _ textA: WeighedText, _ textB: WeighedText, isOneOutlet: Bool
  ) {
    let (countA, countB) = (textA.tokens.count, textB.tokens.count)
    let frames = passages.filter { passage in
      guard min(passage.a.count, passage.b.count) >= CommonRuns.shingleLength else { return false }
      let isHead = max(passage.a.lowerBound, passage.b.lowerBound) <= Self.mostOutside
      let isFoot =
        max(countA - passage.a.upperBound, countB - passage.b.upperBound) <= Self.mostOutside
      guard isHead || isFoot || isOneOutlet else { return false }
      let isForeignToA = textA.returning(passage.a) < OutletForm.mostReturning
      let isForeignToB = textB.returning(passage.b) < OutletForm.mostReturning
      let signs = [isOneOutlet, isHead || isFoot, isForeignToA && isForeignToB]
      return (isForeignToA || isForeignToB) && signs.count { $0 } >= 2
    }
    a = frames.map(\.a).sorted { $0.lowerBound < $1.lowerBound }
    b = frames.map(\.b).sorted { $0.lowerBound < $1.lowerBound }
    func isPart(_ ranges: [Range<Int>], of count: Int) -> Bool {
      2 * ranges.reduce(0) { $0 + $1.count } <= count
    }
    guard !frames.isEmpty, isPart(a, of: countA), isPart(b, of: countB) else { return nil }
  }
}
