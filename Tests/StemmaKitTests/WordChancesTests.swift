import Testing

@testable import StemmaKit

@Suite struct WordChancesTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Each word has the chance and the vote of the formula`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let (a, b, size) = PassageSequence.pair(
      tokens(ids: random.ids(count: random.number(20...300), below: 70)),
      tokens(ids: random.ids(count: random.number(20...300), below: 90)))
    let segment = 3..<random.number(4...20)
    let interval = 2..<random.number(3...20)
    func counts(_ text: PassageSequence, _ range: Range<Int>) -> [Int32] {
      var counts = [Int32](repeating: 0, count: size)
      for index in range { counts[Int(text.words[index])] += 1 }
      return counts
    }
    let (inside, own) = (counts(b, interval), counts(a, segment))
    let settings = PassageSettings.news.refined
    var words = WordChances()
    words.prepare(
      a, b, inside: inside, own: own, segmentLength: segment.count,
      intervalLength: interval.count, reuse: .init(kept: 0.55, ordered: 0.7), settings: settings)
    let scale =
      1
      / (Float(b.count - interval.count) + settings.ownWeight * Float(a.count - segment.count)
        + settings.prior)
    for id in 1..<size {
      let outside =
        Float(b.counts[id] - inside[id]) + settings.ownWeight * Float(a.counts[id] - own[id]) + 0.01
      #expect(words.chance[id] == outside * scale, "seed \(seed), word \(id)")
      guard inside[id] > 0 else {
        #expect(words.vote[id] == naturalLogarithm(1 - 0.55) && words.odds[id] == 0)
        continue
      }
      let chance = max(settings.floor, saturated(outside * scale * Float(interval.count)))
      let odds = 0.55 * (1 - Float(0.7)) / chance
      #expect(words.vote[id] == naturalLogarithm(1 - 0.55 + odds), "seed \(seed), word \(id)")
      #expect(words.odds[id] == odds, "seed \(seed), word \(id)")
    }
  }
}
