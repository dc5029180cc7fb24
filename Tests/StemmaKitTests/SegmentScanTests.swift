import Testing

@testable import StemmaKit

/// Two random texts that share runs, and the settings of a scan in which no run is closed early.
private struct Scene {
  var a: PassageSequence
  var b: PassageSequence
  var anchors: ContextAnchors
  var used: [Bool]
  var settings = PassageSettings.news.first
  var input: String

  init(seed: UInt64) {
    var random = RandomText(seed: seed)
    let first = random.ids(count: random.number(1...45), below: 25)
    let second = random.ids(count: 10, below: 25) + first.dropFirst(first.count / 3)
    let sentences = Set((0..<6).map { _ in random.number(0...44) })
    (a, b, _) = PassageSequence.pair(
      tokens(ids: first, sentences: sentences), tokens(ids: second, sentences: sentences))
    anchors = ContextAnchors.between(a, b, .news).a
    // In every second scene some tokens belong to another passage already.
    used = seed % 2 == 0 ? [] : first.map { _ in random.number(0...9) == 0 }
    settings.drop = 1e6
    input = "seed \(seed): \(first), \(second), \(sentences), \(used)"
  }

  func best(_ scan: inout SegmentScan, overlapping: Range<Int>? = nil) -> SegmentScan.Segment? {
    scan.best(
      in: a, window: 0..<a.count, overlapping: overlapping ?? 0..<a.count, segment: 0..<0, from: b,
      interval: 0..<b.count, anchors: anchors, anchorDistance: 2, used: used,
      reuse: .init(kept: 0.5, ordered: 0.5), settings: settings)
  }

  /// The score of a segment, added up from the votes; `nil` where it holds a used token.
  func score(_ range: Range<Int>, _ votes: [Float]) -> Float? {
    if !used.isEmpty, range.contains(where: { used[$0] }) { return nil }
    let start = a.startsSentence[range.lowerBound] ? 0 : settings.boundaryPrice
    let end = a.startsSentence[range.upperBound] ? 0 : settings.boundaryPrice
    return range.reduce(0) { $0 + votes[$1] } - start - end
  }

  var segments: [Range<Int>] {
    (0..<a.count).flatMap { start in (start + 1...a.count).map { start..<$0 } }
  }
}

/// The votes of the last scan, by token.
private func votes(_ scan: SegmentScan) -> [Float] { scan.votes }

@Suite struct SegmentScanTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `The best segment is that of a look at all segments`(seed: UInt64) throws {
    let scene = Scene(seed: seed)
    var scan = SegmentScan()
    let found = scene.best(&scan)
    let expected = scene.segments.compactMap { scene.score($0, votes(scan)) }.max()
    guard let expected else {
      #expect(found == nil, "\(scene.input)")
      return
    }
    let segment = try #require(found, "\(scene.input)")
    #expect(abs(segment.score - expected) < 1e-3, "\(scene.input)")
    let own = try #require(scene.score(segment.range, votes(scan)), "\(scene.input)")
    #expect(abs(segment.score - own) < 1e-3, "\(scene.input)")
    #expect((0...1).contains(segment.kept) && (0...1.0001).contains(segment.ordered))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `A segment that must overlap a range does, and has the score it says`(seed: UInt64) {
    let scene = Scene(seed: seed)
    let range = scene.a.count / 2..<scene.a.count / 2 + 1
    var scan = SegmentScan()
    guard let found = scene.best(&scan, overlapping: range) else { return }
    #expect(found.range.overlaps(range), "\(scene.input)")
    let own = scene.score(found.range, votes(scan)) ?? .infinity
    #expect(abs(found.score - own) < 1e-3, "\(scene.input)")
  }

  @Test(arguments: [455, 1107, 2051] as [UInt64])
  func `A segment that must overlap a range is the best of those that do`(seed: UInt64) {
    let scene = Scene(seed: seed)
    let range = scene.a.count / 2..<scene.a.count / 2 + 1
    var scan = SegmentScan()
    let found = scene.best(&scan, overlapping: range)?.score ?? -1e6
    let overlapping = scene.segments.filter { $0.overlaps(range) }
    let expected = overlapping.compactMap { scene.score($0, votes(scan)) }.max() ?? -1e6
    #expect(abs(found - expected) < 1e-3, "\(scene.input)")
  }

  @Test func `A word that the other text lacks speaks against reuse, a shared neighbour for it`() {
    // Of the first text, tokens 0 and 1 stand together in both, 4 alone, 2 and 3 in the first only.
    let other = [1, 2, 60, 61, 62, 63, 3] + (100..<400).map { Int32($0) }
    let (a, b, _) = PassageSequence.pair(tokens(ids: [1, 2, 50, 51, 3]), tokens(ids: other))
    let anchors = ContextAnchors.between(a, b, .news)
    var scan = SegmentScan()
    _ = scan.best(
      in: a, window: 0..<5, overlapping: 0..<5, segment: 0..<0, from: b, interval: 0..<b.count,
      anchors: anchors.a, anchorDistance: 2, used: [], reuse: .init(kept: 0.5, ordered: 0.5),
      settings: PassageSettings.news.first)
    let found = votes(scan)
    #expect(found[0] > found[4] && found[4] > 0)
    // ln(1 - 0.5)
    #expect(abs(found[2] + 0.693_147) < 1e-4 && found[2] == found[3])
  }

  @Test func `A scan used again gives what a new one gives`() {
    var used = SegmentScan()
    for seed in 0..<20 as Range<UInt64> {
      let scene = Scene(seed: seed)
      var new = SegmentScan()
      let (one, other) = (scene.best(&used), scene.best(&new))
      #expect(one?.range == other?.range && one?.score == other?.score, "\(scene.input)")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `A scan kept gives what a new one gives without the tokens closed since`(seed: UInt64) {
    var scene = Scene(seed: 2 * seed)
    let whole = 0..<scene.a.count
    scene.used = whole.map { _ in false }
    var kept = SegmentScan()
    var found = scene.best(&kept)
    for _ in 0..<3 {
      guard let range = found?.range else { return }
      for token in range { scene.used[token] = true }
      kept.close(range)
      found = kept.run(
        in: scene.a, window: whole, overlapping: whole, .init(kept: 0.5, ordered: 0.5),
        scene.settings)
      var new = SegmentScan()
      let expected = scene.best(&new)
      #expect(found?.range == expected?.range && found?.score == expected?.score, "\(scene.input)")
      #expect(found?.kept == expected?.kept && found?.ordered == expected?.ordered)
    }
  }

  @Test func `The saturation is near 1 - exp(-x), rises, and stays below 1`() {
    #expect(saturated(0) == 0)
    // (1 + 0.1 / 8)^-8 = 0.9054; exp(-0.1) = 0.9048.
    #expect(abs(saturated(0.1) - 0.0946) < 1e-3)
    let values = (0...100).map { saturated(Float($0) / 10) }
    #expect(values == values.sorted() && values.allSatisfy { $0 < 1 })
  }
}
