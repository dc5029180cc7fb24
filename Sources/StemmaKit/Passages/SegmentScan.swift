internal import CKernels

/// Finds the segment of one text that is best explained as reuse of an interval of the other.
///
/// Each token of the scanned text votes with the logarithm of a likelihood ratio: that it was
/// taken from the interval, with a share `kept` of the words kept and a share `ordered` of these
/// beside the same neighbour, against chance, which is estimated from what both texts say outside
/// of the segment and the interval. The best segment is a run of greatest sum (Kadane), with a
/// price for ending anywhere but at the end of a sentence.
struct SegmentScan {
  /// What is assumed of the reuse, 0 to 1.
  struct Reuse {
    var kept: Float
    var ordered: Float
  }

  struct Segment {
    var range: Range<Int>
    var score: Float
    /// The shares that the segment itself shows: of words kept, and of those beside a neighbour.
    var kept: Float
    var ordered: Float
  }

  /// The vote of each token in the last scan: the logarithm of the likelihood ratio. Read by the
  /// test for summaries.
  private(set) var votes: [Float] = []
  /// What reuse says for each token, as in ``WordChances``; below 0, negated, where its word
  /// stands beside its neighbour.
  private var odds: [Float] = []
  /// The least chance of a neighbour that stands beside each token in both texts, infinity where
  /// there is none; and the chance of the token itself.
  private var partners: [Float] = []
  private var own: [Float] = []
  private var words = WordChances()
  private var insideCounts: [Int32] = []
  private var ownCounts: [Int32] = []

  /// A vote that closes a run: the token is used already.
  private static let closed: Float = -1e9

  /// The best segment of `text` within `window` that overlaps `overlapping`.
  ///
  /// - Parameters:
  ///   - segment: the segment assumed so far, whose words are not evidence of chance.
  ///   - interval: the interval of the other text that the segment may be made from.
  ///   - used: tokens of the text that belong to no segment any more; empty where all may.
  /// - Complexity: O(*w* + *s*) for a window of *w* tokens and *s* shared words.
  mutating func best(
    in text: PassageSequence, window: Range<Int>, overlapping: Range<Int>, segment: Range<Int>,
    from other: PassageSequence, interval: Range<Int>, anchors: ContextAnchors,
    anchorDistance: Int, used: [Bool], reuse: Reuse, settings: PassageSettings.Chance
  ) -> Segment? {
    vote(
      in: text, window: window, segment: segment, from: other, interval: interval,
      anchors: anchors, anchorDistance: anchorDistance, reuse: reuse, settings: settings)
    if !used.isEmpty {
      for index in window where used[index] { votes[index] = Self.closed }
    }
    return run(in: text, window: window, overlapping: overlapping, reuse, settings)
  }

  /// Takes tokens out of the last scan: they belong to no segment any more.
  mutating func close(_ tokens: Range<Int>) {
    for index in tokens { votes[index] = Self.closed }
  }

  /// The votes of a scan, of which ``run(in:window:overlapping:_:_:)`` finds the best segment.
  private mutating func vote(
    in text: PassageSequence, window: Range<Int>, segment: Range<Int>,
    from other: PassageSequence, interval: Range<Int>, anchors: ContextAnchors,
    anchorDistance: Int, reuse: Reuse, settings: PassageSettings.Chance
  ) {
    Self.count(other, interval, into: &insideCounts)
    Self.count(text, segment, into: &ownCounts)
    if votes.count < text.count {
      votes = [Float](repeating: 0, count: text.count + text.count / 2)
      (odds, partners, own) = (votes, votes, votes)
    }
    words.prepare(
      text, other, inside: insideCounts, own: ownCounts, segmentLength: segment.count,
      intervalLength: interval.count, reuse: reuse, settings: settings)
    Self.vote(
      text, words, window: window, interval: interval, anchors: anchors,
      neighbours: Float(2 * anchorDistance), reuse: reuse, settings: settings, into: &votes, &odds,
      &partners, &own)
  }

  private static func count(
    _ text: PassageSequence, _ range: Range<Int>, into counts: inout [Int32]
  ) {
    let size = text.counts.count
    counts.grow(to: size)
    let (ids, all) = (text.words.span, text.counts.span)
    var counts = counts.mutableSpan
    if range.count == text.count {
      var id = 0
      while id < size {
        counts[id] = all[id]
        id += 1
      }
      return
    }
    fill(&counts, size, with: 0)
    var index = range.lowerBound
    while index < range.upperBound {
      counts[Int(ids[index])] &+= 1
      index += 1
    }
  }

  private static func vote(
    _ text: PassageSequence, _ words: WordChances, window: Range<Int>, interval: Range<Int>,
    anchors: ContextAnchors, neighbours: Float, reuse: Reuse, settings: PassageSettings.Chance,
    into votes: inout [Float], _ odds: inout [Float], _ partners: inout [Float],
    _ own: inout [Float]
  ) {
    let lower = Int32(truncatingIfNeeded: interval.lowerBound)
    let upper = Int32(truncatingIfNeeded: interval.upperBound)
    let ids = text.words.span
    let (wordVotes, wordOdds) = (words.vote.span, words.odds.span)
    let (chances, byChance) = (words.chance.span, words.byChance.span)
    let (starts, links) = (anchors.starts.span, anchors.links.span)
    do {
      var votes = votes.mutableSpan
      var odds = odds.mutableSpan
      var partners = partners.mutableSpan
      var own = own.mutableSpan
      var index = window.lowerBound
      while index < window.upperBound {
        let id = Int(ids[index])
        votes[index] = wordVotes[id]
        odds[index] = wordOdds[id]
        own[index] = byChance[id]
        partners[index] = .infinity
        index += 1
      }
      // A word that the interval lacks has no anchor there, either. All links in one loop: a loop a
      // token, of two or three, would guess wrong each time where it ends.
      index = Int(starts[window.lowerBound])
      let end = Int(starts[window.upperBound])
      while index < end {
        let link = links[index]
        let chance = chances[Int(link.partner)]
        let isInside = link.place >= lower && link.place < upper
        let token = Int(link.token)
        partners[token] = min(partners[token], isInside ? chance : .infinity)
        index += 1
      }
    }
    let first = window.lowerBound
    let count = window.count
    partners.withUnsafeBufferPointer { partners in
      own.withUnsafeBufferPointer { own in
        votes.withUnsafeMutableBufferPointer { votes in
          odds.withUnsafeMutableBufferPointer { odds in
            guard let partners = partners.baseAddress, let own = own.baseAddress,
              let votes = votes.baseAddress, let odds = odds.baseAddress
            else { return }
            stemma_vote_anchored(
              Instructions.best, partners + first, own + first, count,
              stemma_vote_settings(
                kept: reuse.kept, ordered: reuse.ordered, neighbours: neighbours,
                burst: settings.burst, floor: settings.anchoredFloor),
              votes + first, odds + first)
          }
        }
      }
    }
  }

  /// The best segment by the votes of the last scan, which was of `window` or more.
  func run(
    in text: PassageSequence, window: Range<Int>, overlapping: Range<Int>, _ reuse: Reuse,
    _ settings: PassageSettings.Chance
  ) -> Segment? {
    var sum: Float = 0
    var top = -Float.infinity
    var start = window.lowerBound
    var isOpen = false
    var best = -Float.infinity
    var range: Range<Int>?
    let votes = votes.span
    let startsSentence = text.startsSentence.span
    var next = window.lowerBound
    var startPrice: Float = 0
    var endPrice = startsSentence[next] ? 0 : -settings.boundaryPrice
    while next < window.upperBound {
      let index = next
      next += 1
      // The end of a run before a token and the start of one with it have the same price.
      startPrice = endPrice
      endPrice = startsSentence[next] ? 0 : -settings.boundaryPrice
      let vote = votes[index]
      if vote == Self.closed {
        isOpen = false
        continue
      }
      if !isOpen || sum <= startPrice && index < overlapping.upperBound {
        // A run that begins behind the range cannot overlap it.
        guard index < overlapping.upperBound else { break }
        sum = startPrice
        top = -.infinity
        start = index
        isOpen = true
      }
      sum += vote
      let score = sum + endPrice
      top = max(top, score)
      if score > best, start < overlapping.upperBound, index >= overlapping.lowerBound {
        best = score
        range = start..<index + 1
      }
      if top - sum > settings.drop { isOpen = false }
    }
    guard let range else { return nil }
    let odds = self.odds.span
    let rest = 1 - reuse.kept
    var kept: Float = 0
    var beside: Float = 0
    for index in range {
      let own = abs(odds[index])
      let probability = own / (rest + own)
      kept += probability
      beside += odds[index] < 0 ? probability : 0
    }
    return Segment(
      range: range, score: best, kept: kept / Float(range.count),
      ordered: kept > 0 ? beside / kept : 0)
  }
}
