import Testing

@testable import StemmaKit

/// A link of a token: the place in the other text, and the neighbour that both share.
private struct Link: Hashable {
  var token: Int
  var place: Int
  var partner: Int32
}

/// Every two neighbours of one text against every two of the other.
private func naiveAnchors(
  _ a: PassageSequence, _ b: PassageSequence, _ settings: PassageSettings
) -> (a: [Link: Int], b: [Link: Int]) {
  let distance = settings.anchorDistance
  let total = Float(a.count + b.count) + settings.first.prior
  func chance(_ id: Int32) -> Float {
    (Float(a.counts[Int(id)] + b.counts[Int(id)] - 2) + 0.01) / total
  }
  /// Each word with each other near it.
  func neighbours(_ words: [Int32]) -> [(i: Int, x: Int32, y: Int32)] {
    var found: [(i: Int, x: Int32, y: Int32)] = []
    for (i, x) in words.enumerated() where x != 0 {
      for k in max(0, i - distance)..<min(words.count, i + distance + 1) {
        if words[k] != 0, words[k] != x { found.append((i, x, words[k])) }
      }
    }
    return found
  }
  let ofSecond = neighbours(b.words)
  var ofA: [Link: Int] = [:]
  var ofB: [Link: Int] = [:]
  for (i, x, y) in neighbours(a.words) {
    guard chance(x) * chance(y) <= settings.anchorChance / Float(2 * distance * 64) else {
      continue
    }
    for (j, u, v) in ofSecond where u == x && v == y {
      ofA[Link(token: i, place: j, partner: y), default: 0] += 1
      ofB[Link(token: j, place: i, partner: y), default: 0] += 1
    }
  }
  return (ofA, ofB)
}

private func links(_ anchors: ContextAnchors) -> [Link: Int] {
  var found: [Link: Int] = [:]
  for token in 0..<anchors.starts.count - 1 {
    for link in anchors.links[Int(anchors.starts[token])..<Int(anchors.starts[token + 1])] {
      let key = Link(token: token, place: Int(link.place), partner: link.partner)
      found[key, default: 0] += 1
    }
  }
  return found
}

@Suite struct ContextAnchorsTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Anchors are the neighbours that two texts share`(seed: UInt64) {
    var random = RandomText(seed: seed)
    var settings = PassageSettings.news
    settings.anchorDistance = random.number(1...4)
    // From few words, some of them too common to be anchors, to many.
    let size = [8, 15, 60][Int(seed % 3)]
    let first = random.ids(count: random.number(1...50), below: size)
    let second = random.ids(count: random.number(1...20), below: size) + first.dropFirst(10)
    let (a, b, _) = PassageSequence.pair(tokens(ids: first), tokens(ids: second))
    let found = ContextAnchors.between(a, b, settings)
    let expected = naiveAnchors(a, b, settings)
    let input = "seed \(seed), distance \(settings.anchorDistance): \(first), \(second)"
    #expect(links(found.a) == expected.a, "\(input)")
    #expect(links(found.b) == expected.b, "\(input)")
  }

  @Test func `Equal texts anchor each word at its own place`() {
    let ids = (0..<10).map { Int32($0) }
    let (a, b, _) = PassageSequence.pair(tokens(ids: ids), tokens(ids: ids))
    let found = links(ContextAnchors.between(a, b, .news).a)
    #expect(found.keys.allSatisfy { $0.token == $0.place })
    // Each of the ten has two neighbours on each side, less six at the ends.
    #expect(found.count == 34)
  }

  @Test func `Texts that share single words have no anchors`() {
    let (a, b, _) = PassageSequence.pair(
      tokens(ids: [1, 20, 21, 2, 22, 23]), tokens(ids: [1, 30, 31, 32, 2, 33]))
    #expect(ContextAnchors.between(a, b, .news).a.links.isEmpty)
  }

  @Test func `Two words that stand together too often are no anchors`() {
    let often = (0..<120).map { Int32($0 % 2) }
    let (a, b, _) = PassageSequence.pair(tokens(ids: often), tokens(ids: often))
    #expect(ContextAnchors.between(a, b, .news).a.links.isEmpty)
  }

  @Test func `A word beside many different ones is anchored by each of them`() {
    // In b the last word of a stands beside each of a's hundred others; only one pair is in a too.
    let rare = (0..<100).map { Int32($0) }
    let (a, b, _) = PassageSequence.pair(
      tokens(ids: rare + [100]), tokens(ids: rare.flatMap { [$0, 200 + $0, 300 + $0, 100] }))
    let found = ContextAnchors.between(a, b, PassageSettings.news)
    // Not the two dictionaries themselves: to print how they differ takes seconds.
    let isSame = links(found.a) == naiveAnchors(a, b, .news).a
    #expect(isSame)
  }
}
