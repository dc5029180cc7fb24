/// A text in a trial without common matter: where that stands, and what is left.
struct TrialText {
  let index: Int
  /// The common runs, and the frame of the page, in order; never empty.
  let runs: [CommonRuns.Run]
  let whole: WeighedText
  let rest: WeighedText
}

/// Gets texts ready for their trials.
///
/// A passage that a thousand texts have makes a thousand pairs with the first of them, one behind
/// another: the text that was last a first one is kept.
struct TrialTexts {
  private let matter: CommonMatterFilter
  private var weighed: WeighedCache
  private var hashes: [UInt64] = []
  /// What the last first text is; without a common run it is nothing to try.
  private var first: (index: Int, text: TrialText?)?

  init(_ weighed: WeighedCache, without matter: CommonMatterFilter) {
    (self.matter, self.weighed) = (matter, weighed)
  }

  /// Both texts of a pair, where both have a common run or a frame.
  mutating func texts(_ pair: ScanPair) throws -> (a: TrialText, b: TrialText)? {
    if pair.finding.relation == .excerpt,
      let frame = matter.frame(of: pair, try weighed.text(pair.a), try weighed.text(pair.b))
    {
      guard let a = try trialText(pair.a, frame.a), let b = try trialText(pair.b, frame.b)
      else { return nil }
      return (a, b)
    }
    guard !matter.isPlain(pair.a), !matter.isPlain(pair.b) else { return nil }
    if first?.index != pair.a { first = (pair.a, try trialText(pair.a)) }
    guard let a = first?.text, let b = try trialText(pair.b) else { return nil }
    return (a, b)
  }

  /// Most texts have no common run: they are not cut and weighed again.
  private mutating func trialText(_ index: Int, _ frame: [Range<Int>] = []) throws -> TrialText? {
    try weighed.hash(index, into: &hashes)
    let runs = CommonRuns.joined(matter.runs(in: hashes), frame)
    guard !runs.isEmpty else { return nil }
    let whole = try weighed.text(index)
    return TrialText(
      index: index, runs: runs, whole: whole, rest: whole.without(runs.map(\.tokens)))
  }
}

extension WeighedText {
  /// The text without some of its tokens.
  ///
  /// - Parameter ranges: in order.
  func without(_ ranges: [Range<Int>]) -> WeighedText {
    var rest = self
    rest.tokens.removeAll()
    rest.rarity = []
    rest.topicRarity = []
    var next = 0
    for range in ranges + [tokens.count..<tokens.count] {
      let kept = next..<max(next, range.lowerBound)
      rest.tokens.append(tokens, kept)
      rest.rarity += rarity[kept]
      rest.topicRarity += topicRarity[kept]
      next = range.upperBound
    }
    return rest
  }
}
