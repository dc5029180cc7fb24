/// Finds the passages of one text that stand in another, copied or reworded: a two-sided
/// likelihood-ratio scan. docs/passages.md describes the method and its measurements.
public struct PassageFinder {
  private let settings: PassageSettings
  private var scan = SegmentScan()
  /// The first scan of a pair, kept from round to round: only the tokens that it may use change.
  private var firstScan = SegmentScan()

  public init(settings: PassageSettings = .news) {
    self.settings = settings
  }

  /// The passages, in the order of the first text, none shorter than the settings say.
  ///
  /// - Complexity: O(*n* + *m*) for each passage, times the number of refinements, which is bounded.
  public mutating func passages(_ first: Tokens, _ second: Tokens) -> [Passage] {
    passages(first, second, PairVocabulary(first.hashes, second.hashes))
  }

  /// The same of texts whose words are numbered already.
  mutating func passages(
    _ first: Tokens, _ second: Tokens, _ vocabulary: PairVocabulary
  ) -> [Passage] {
    guard first.count > 0, second.count > 0 else { return [] }
    let (a, b, size) = PassageSequence.pair(first, second, vocabulary)
    guard size > 1 else { return [] }
    let found = search(a, b)
    return merge(found).filter { passage in
      passage.hasCharacters(settings.leastCharacters, first, second)
    }
  }

  private mutating func search(_ a: PassageSequence, _ b: PassageSequence) -> [Passage] {
    let anchors = ContextAnchors.between(a, b, settings)
    if PassageSequence.areInStep(a, b, longestGap: settings.mergeGap) {
      let score = wholeScore(a, b, anchors)
      if score >= settings.leastAccepted {
        return [Passage(a: 0..<a.count, b: 0..<b.count, score: score)]
      }
    }
    var used = [Bool](repeating: false, count: a.count)
    // Tokens where a search has failed: not tried again as a start, though a passage may grow there.
    var tried = used
    var passages: [Passage] = []
    for round in 0..<settings.rounds {
      let rough =
        round == 0
        ? roughSegment(a, b, anchors.a)
        : firstScan.run(
          in: a, window: 0..<a.count, overlapping: 0..<a.count, Self.firstReuse, settings.first)
      guard let seed = firstSegment(rough, a, b, anchors.a, tried: tried) else { break }
      let evidence = Array(scan.votes[seed.range])
      let refined = refine(seed.range, a, b, anchors, used: used)
      var found: Range<Int>?
      if let summary = summary(seed, evidence, refined, a, b, anchors.a) {
        passages.append(summary)
        found = seed.range
      } else if let refined, refined.score >= settings.leastAccepted {
        passages.append(refined)
        found = refined.a
      }
      if let found {
        mark(&used, found)
        mark(&tried, found)
        firstScan.close(found)
      }
      if !(found?.overlaps(seed.range) ?? false) {
        mark(&tried, seed.range)
        firstScan.close(seed.range)
      }
    }
    return passages
  }

  /// What is assumed of near-copies.
  private static let copyReuse = SegmentScan.Reuse(kept: 0.9, ordered: 0.9)

  /// The score of both texts as one passage, of which no bound has to be found: that of all tokens,
  /// however far it falls on the way.
  private mutating func wholeScore(
    _ a: PassageSequence, _ b: PassageSequence, _ anchors: (a: ContextAnchors, b: ContextAnchors)
  ) -> Float {
    var chance = settings.refined
    chance.drop = .infinity
    func score(_ text: PassageSequence, _ other: PassageSequence, _ anchors: ContextAnchors)
      -> Float
    {
      scan.best(
        in: text, window: 0..<text.count, overlapping: 0..<text.count, segment: 0..<text.count,
        from: other, interval: 0..<other.count, anchors: anchors,
        anchorDistance: settings.anchorDistance, used: [], reuse: Self.copyReuse,
        settings: chance)?.score ?? 0
    }
    return score(a, b, anchors.a) + score(b, a, anchors.b)
  }

  private func mark(_ tokens: inout [Bool], _ range: Range<Int>) {
    for index in range { tokens[index] = true }
  }

  /// What the first scans assume of the reuse.
  private static let firstReuse = SegmentScan.Reuse(kept: 0.5, ordered: 0.5)

  /// The best segment of `a` as made from anything in `b`.
  private mutating func roughSegment(
    _ a: PassageSequence, _ b: PassageSequence, _ anchors: ContextAnchors
  ) -> SegmentScan.Segment? {
    firstScan.best(
      in: a, window: 0..<a.count, overlapping: 0..<a.count, segment: 0..<0, from: b,
      interval: 0..<b.count, anchors: anchors, anchorDistance: settings.anchorDistance, used: [],
      reuse: Self.firstReuse, settings: settings.first)
  }

  /// The best segment around a rough one, which now does not count against itself.
  private mutating func firstSegment(
    _ rough: SegmentScan.Segment?, _ a: PassageSequence, _ b: PassageSequence,
    _ anchors: ContextAnchors, tried: [Bool]
  ) -> SegmentScan.Segment? {
    guard let rough else { return nil }
    let seed = scan.best(
      in: a, window: around(rough.range, a), overlapping: rough.range, segment: rough.range,
      from: b, interval: 0..<b.count, anchors: anchors, anchorDistance: settings.anchorDistance,
      used: tried, reuse: Self.firstReuse, settings: settings.first)
    return seed.flatMap { $0.score >= settings.leastFirst ? $0 : nil }
  }

  /// Alternates between the best interval of `b` for a segment of `a` and the best segment of `a`
  /// for that interval, with the shares re-estimated, until nothing moves.
  private mutating func refine(
    _ seed: Range<Int>, _ a: PassageSequence, _ b: PassageSequence,
    _ anchors: (a: ContextAnchors, b: ContextAnchors), used: [Bool]
  ) -> Passage? {
    var keptA: Float = 0.55
    var keptB: Float = 0.55
    var ordered: Float = 0.7
    guard
      var interval = scan.best(
        in: b, window: 0..<b.count, overlapping: 0..<b.count, segment: 0..<0, from: a,
        interval: seed, anchors: anchors.b, anchorDistance: settings.anchorDistance, used: [],
        reuse: .init(kept: keptB, ordered: ordered), settings: settings.refined)
    else { return nil }
    keptB = clamp(interval.kept, 0.35)
    var segment = seed
    var score: Float = 0
    for iteration in 1..<settings.iterations {
      guard
        let nextA = scan.best(
          in: a, window: around(segment, a), overlapping: segment, segment: segment, from: b,
          interval: interval.range, anchors: anchors.a, anchorDistance: settings.anchorDistance,
          used: used, reuse: .init(kept: keptA, ordered: ordered), settings: settings.refined)
      else { return nil }
      keptA = clamp(nextA.kept, 0.35)
      guard
        let nextB = scan.best(
          in: b, window: around(interval.range, b), overlapping: interval.range,
          segment: interval.range, from: a, interval: nextA.range, anchors: anchors.b,
          anchorDistance: settings.anchorDistance, used: [],
          reuse: .init(kept: keptB, ordered: ordered), settings: settings.refined)
      else { return nil }
      keptB = clamp(nextB.kept, 0.35)
      ordered = clamp((nextA.ordered + nextB.ordered) / 2, 0.6)
      score = nextA.score + nextB.score
      let isStable = nextA.range == segment && nextB.range == interval.range
      segment = nextA.range
      interval = nextB
      if isStable, iteration > 1 { break }
    }
    return Passage(a: segment, b: interval.range, score: score)
  }

  /// Whether a segment of `a` sums up the whole of `b`: it scores high against all of `b`, much of
  /// it from all over, but against no part of it.
  private func summary(
    _ seed: SegmentScan.Segment, _ evidence: [Float], _ refined: Passage?, _ a: PassageSequence,
    _ b: PassageSequence, _ anchors: ContextAnchors
  ) -> Passage? {
    let length = seed.range.count
    guard seed.score >= settings.leastSummary, b.count > 3 * length, b.count <= 22 * length else {
      return nil
    }
    let whole = Passage(a: seed.range, b: 0..<b.count, score: seed.score, isSummary: true)
    guard let refined, refined.score >= settings.leastAccepted else { return whole }
    var present = [Bool](repeating: false, count: b.counts.count)
    for index in refined.b { present[Int(b.words[index])] = true }
    var all: Float = 0
    var local: Float = 0
    for (vote, index) in zip(evidence, seed.range) where vote > 0 {
      all += vote
      let links = anchors.links[Int(anchors.starts[index])..<Int(anchors.starts[index + 1])]
      let isLocal =
        links.isEmpty
        ? present[Int(a.words[index])]
        : links.contains { refined.b.contains(Int($0.place)) }
      if isLocal { local += vote }
    }
    return local < 0.75 * all ? whole : nil
  }

  private func around(_ range: Range<Int>, _ text: PassageSequence) -> Range<Int> {
    max(0, range.lowerBound - settings.margin)..<min(text.count, range.upperBound + settings.margin)
  }

  private func clamp(_ share: Float, _ lower: Float) -> Float { min(0.97, max(lower, share)) }

  /// Joins passages that lie close together in both texts.
  private func merge(_ passages: [Passage]) -> [Passage] {
    var merged = passages.sorted {
      ($0.a.lowerBound, $0.b.lowerBound) < ($1.a.lowerBound, $1.b.lowerBound)
    }
    var changed = true
    while changed {
      changed = false
      search: for i in merged.indices {
        for j in merged.indices where j > i {
          guard !merged[i].isSummary, !merged[j].isSummary,
            gap(merged[i].a, merged[j].a) <= settings.mergeGap,
            gap(merged[i].b, merged[j].b) <= settings.mergeGap
          else { continue }
          merged[i].a = union(merged[i].a, merged[j].a)
          merged[i].b = union(merged[i].b, merged[j].b)
          merged[i].score += merged[j].score
          merged.remove(at: j)
          changed = true
          break search
        }
      }
    }
    return merged
  }

  private func gap(_ x: Range<Int>, _ y: Range<Int>) -> Int {
    max(x.lowerBound, y.lowerBound) - min(x.upperBound, y.upperBound)
  }

  private func union(_ x: Range<Int>, _ y: Range<Int>) -> Range<Int> {
    min(x.lowerBound, y.lowerBound)..<max(x.upperBound, y.upperBound)
  }
}

extension Passage {
  /// Whether both sides are of at least so many characters, by the mean length of a character.
  fileprivate func hasCharacters(_ least: Int, _ first: Tokens, _ second: Tokens) -> Bool {
    let (a, b) = bytes(first, second)
    return Float(a.count) >= Float(least) * first.bytesPerCharacter
      && Float(b.count) >= Float(least) * second.bytesPerCharacter
  }
}
