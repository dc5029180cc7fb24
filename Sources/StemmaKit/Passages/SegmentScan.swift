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

  /// What one token says.
  struct Vote {
    /// The logarithm of the likelihood ratio.
    var value: Float = 0
    /// The probability that the word was kept, and that it was kept beside its neighbour.
    var kept: Float = 0
    var ordered: Float = 0
  }

  /// What a word says wherever it stands without anchor.
  private struct Word {
    /// The chance of the word at one place.
    var chance: Float = 0
    var vote = Vote()
  }

  /// Votes of the last scan, by token; read by the test for summaries.
  private(set) var votes: [Vote] = []
  private var words: [Word] = []

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
    if words.count < size { words = [Word](repeating: Word(), count: size) }
    let scale =
      1
      / (Float(other.count - intervalLength)
        + settings.ownWeight * Float(text.count - segmentLength) + settings.prior)
    // Spans in counted loops: by way of the properties every access would check for sharing.
    let (inside, own) = (inside.span, own.span)
    let (otherCounts, textCounts) = (other.counts.span, text.counts.span)
    var words = words.mutableSpan
    for id in 1..<max(size, 1) {
      let outside =
        Float(otherCounts[id] - inside[id])
        + settings.ownWeight * Float(textCounts[id] - own[id]) + 0.01
      let chance = outside * scale
      words[id].chance = chance
      guard inside[id] > 0 else { continue }
      let byChance = max(settings.floor, saturated(chance * Float(intervalLength)))
      let kept = reuse.kept * (1 - reuse.ordered) / byChance
      words[id].vote = Vote(
        value: naturalLogarithm(1 - reuse.kept + kept), kept: kept / (1 - reuse.kept + kept))
    }
  }

  private mutating func vote(
    _ text: PassageSequence, window: Range<Int>, interval: Range<Int>, inside: [Int32],
    anchors: ContextAnchors, used: [Bool], neighbours: Float, reuse: Reuse,
    settings: PassageSettings.Chance
  ) {
    if votes.count < text.count { votes = [Vote](repeating: Vote(), count: text.count) }
    let absent = Vote(value: naturalLogarithm(1 - reuse.kept))
    let lower = Int32(truncatingIfNeeded: interval.lowerBound)
    let upper = Int32(truncatingIfNeeded: interval.upperBound)
    let (ids, inside, used) = (text.words.span, inside.span, used.span)
    let (starts, links) = (anchors.starts.span, anchors.links.span)
    let known = words
    let words = known.span
    var votes = votes.mutableSpan
    for index in window {
      if used.count > 0, used[index] {
        votes[index] = Vote(value: Self.closed)
        continue
      }
      let id = Int(ids[index])
      guard id != 0, inside[id] > 0 else {
        votes[index] = absent
        continue
      }
      var partnerChance = Float.infinity
      var link = Int(starts[index])
      let last = Int(starts[index + 1])
      while link < last {
        let found = links[link]
        if found.place >= lower, found.place < upper {
          partnerChance = min(partnerChance, words[Int(found.partner)].chance)
        }
        link += 1
      }
      guard partnerChance < .infinity else {
        votes[index] = words[id].vote
        continue
      }
      let alone = saturated(words[id].chance * Float(interval.count))
      let together = max(
        settings.anchoredFloor,
        max(settings.floor, alone) * saturated(partnerChance * neighbours * settings.burst))
      let kept = reuse.kept * reuse.ordered / together
      let posterior = kept / (1 - reuse.kept + kept)
      votes[index] = Vote(
        value: naturalLogarithm(1 - reuse.kept + kept), kept: posterior, ordered: posterior)
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
    let votes = votes.span
    for index in window {
      if votes[index].value == Self.closed {
        isOpen = false
        continue
      }
      let startPrice = text.boundaries[index] == .sentence ? 0 : -settings.boundaryPrice
      if !isOpen || sum <= startPrice && index < overlapping.upperBound {
        // A run that begins behind the range cannot overlap it.
        guard index < overlapping.upperBound else { break }
        sum = startPrice
        top = -.infinity
        start = index
        isOpen = true
      }
      sum += votes[index].value
      let endPrice = text.boundaries[index + 1] == .sentence ? 0 : -settings.boundaryPrice
      let score = sum + endPrice
      top = max(top, score)
      if score > best, start < overlapping.upperBound, index >= overlapping.lowerBound {
        best = score
        range = start..<index + 1
      }
      if top - sum > settings.drop { isOpen = false }
    }
    guard let range else { return nil }
    var kept: Float = 0
    var beside: Float = 0
    for index in range {
      kept += votes[index].kept
      beside += votes[index].ordered
    }
    return Segment(
      range: range, score: best, kept: kept / Float(range.count),
      ordered: kept > 0 ? beside / kept : 0)
  }
}
