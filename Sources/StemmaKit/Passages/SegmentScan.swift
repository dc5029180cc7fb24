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

  /// Votes of the last scan, by token; read by the test for summaries.
  private(set) var votes: [Float] = []
  private var posterior: [Float] = []
  private var anchored: [Float] = []
  private var chance: [Float] = []
  private var voteAlone: [Float] = []
  private var posteriorAlone: [Float] = []

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
    let inside = Self.counts(other, interval)
    let own = Self.counts(text, segment)
    prepare(
      text, other, inside: inside, own: own, segmentLength: segment.count,
      intervalLength: interval.count, reuse: reuse, settings: settings)
    vote(
      text, window: window, interval: interval, inside: inside, anchors: anchors, used: used,
      neighbours: Float(2 * anchorDistance), reuse: reuse, settings: settings)
    return run(text, window: window, overlapping: overlapping, settings: settings)
  }

  private static func counts(_ text: PassageSequence, _ range: Range<Int>) -> [Int32] {
    if range.count == text.count { return text.counts }
    var counts = [Int32](repeating: 0, count: text.counts.count)
    for index in range { counts[Int(text.words[index])] += 1 }
    return counts
  }

  /// Chance of each word at one place, and the vote of a word without anchor.
  private mutating func prepare(
    _ text: PassageSequence, _ other: PassageSequence, inside: [Int32], own: [Int32],
    segmentLength: Int, intervalLength: Int, reuse: Reuse, settings: PassageSettings.Chance
  ) {
    let size = text.counts.count
    if chance.count < size {
      chance = [Float](repeating: 0, count: size)
      voteAlone = chance
      posteriorAlone = chance
    }
    let scale =
      1
      / (Float(other.count - intervalLength)
        + settings.ownWeight * Float(text.count - segmentLength) + settings.prior)
    for id in 1..<max(size, 1) {
      let outside =
        Float(other.counts[id] - inside[id])
        + settings.ownWeight * Float(text.counts[id] - own[id]) + 0.01
      chance[id] = outside * scale
      guard inside[id] > 0 else { continue }
      let byChance = max(settings.floor, Self.saturated(chance[id] * Float(intervalLength)))
      let kept = reuse.kept * (1 - reuse.ordered) / byChance
      voteAlone[id] = naturalLogarithm(1 - reuse.kept + kept)
      posteriorAlone[id] = kept / (1 - reuse.kept + kept)
    }
  }

  private mutating func vote(
    _ text: PassageSequence, window: Range<Int>, interval: Range<Int>, inside: [Int32],
    anchors: ContextAnchors, used: [Bool], neighbours: Float, reuse: Reuse,
    settings: PassageSettings.Chance
  ) {
    if votes.count < text.count {
      votes = [Float](repeating: 0, count: text.count)
      posterior = votes
      anchored = votes
    }
    let absent = naturalLogarithm(1 - reuse.kept)
    let lower = Int32(truncatingIfNeeded: interval.lowerBound)
    let upper = Int32(truncatingIfNeeded: interval.upperBound)
    for index in window {
      posterior[index] = 0
      anchored[index] = 0
      if !used.isEmpty, used[index] {
        votes[index] = Self.closed
        continue
      }
      let word = Int(text.words[index])
      guard word != 0, inside[word] > 0 else {
        votes[index] = absent
        continue
      }
      var partnerChance = Float.infinity
      var link = Int(anchors.starts[index])
      let last = Int(anchors.starts[index + 1])
      while link < last {
        let found = anchors.links[link]
        if found.place >= lower, found.place < upper {
          partnerChance = min(partnerChance, chance[Int(found.partner)])
        }
        link += 1
      }
      guard partnerChance < .infinity else {
        votes[index] = voteAlone[word]
        posterior[index] = posteriorAlone[word]
        continue
      }
      let alone = Self.saturated(chance[word] * Float(interval.count))
      let together = max(
        settings.anchoredFloor,
        max(settings.floor, alone) * Self.saturated(partnerChance * neighbours * settings.burst))
      let kept = reuse.kept * reuse.ordered / together
      votes[index] = naturalLogarithm(1 - reuse.kept + kept)
      posterior[index] = kept / (1 - reuse.kept + kept)
      anchored[index] = posterior[index]
    }
  }

  private func run(
    _ text: PassageSequence, window: Range<Int>, overlapping: Range<Int>,
    settings: PassageSettings.Chance
  ) -> Segment? {
    var sum: Float = 0
    var top = -Float.infinity
    var start = window.lowerBound
    var isOpen = false
    var best = -Float.infinity
    var range: Range<Int>?
    for index in window {
      if votes[index] == Self.closed {
        isOpen = false
        continue
      }
      let startPrice = text.boundaries[index] == .sentence ? 0 : -settings.boundaryPrice
      if !isOpen || sum <= startPrice {
        sum = startPrice
        top = -.infinity
        start = index
        isOpen = true
      }
      sum += votes[index]
      let endPrice = text.boundaries[index + 1] == .sentence ? 0 : -settings.boundaryPrice
      if sum + endPrice > top {
        top = sum + endPrice
        if top > best, start < overlapping.upperBound, index >= overlapping.lowerBound {
          best = top
          range = start..<index + 1
        }
      }
      if top - sum > settings.drop { isOpen = false }
    }
    guard let range else { return nil }
    var kept: Float = 0
    var beside: Float = 0
    for index in range {
      kept += posterior[index]
      beside += anchored[index]
    }
    return Segment(
      range: range, score: best, kept: kept / Float(range.count),
      ordered: kept > 0 ? beside / kept : 0)
  }

  /// About 1 - exp(-x), by plain arithmetic.
  @inline(__always)
  static func saturated(_ x: Float) -> Float {
    var t = 1 / (1 + x * 0.125)
    t *= t
    t *= t
    t *= t
    return 1 - t
  }
}
