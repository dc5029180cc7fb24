import Testing

@testable import StemmaKit

@Suite struct WordWeigherTests {
  /// The rarity of each token, one by one.
  private func naive(_ hashes: [UInt64], _ rarity: TermRarity) -> [Int] {
    let listed = hashes.count { Background.isListed($0) }
    return hashes.map { hash in
      var ownShare: Float = 0
      let count = hashes.count { $0 == hash }
      if listed * 2 < hashes.count, count > 1 {
        ownShare = saturated(400 * Float(count - 1) / Float(hashes.count + 250))
      }
      return rarity.rarity(of: hash, ownShare: ownShare)
    }
  }

  /// Texts of which the background knows all words, some, and none.
  private static let texts: [[UInt64]] = {
    var random = RandomText(seed: 31)
    let known = tokens(Fixtures.articles.prefix(6).map(\.text).joined(separator: " ")).hashes
    return (0..<60).map { number in
      (0..<random.number(0...400)).map { _ in
        random.number(0...9) < number % 11
          ? known[random.number(0...known.count - 1)]
          : UInt64(random.number(1...90)) << 40 | 1
      }
    }
  }()

  @Test(arguments: [false, true])
  func `Words are as rare as one by one, whatever was weighed before`(isCounted: Bool) {
    var counts = CollectionCounts()
    for text in Self.texts where isCounted { counts.add(text) }
    let rarity = TermRarity(collection: isCounted ? counts : nil)
    var weigher = WordWeigher(rarity)
    for text in Self.texts {
      let found = weigher.weigh(text)
      #expect(found.order.map(Int.init) == naive(text, rarity))
      #expect(found.topic.map(Int.init) == naive(text, rarity.forTopics))
    }
    #expect(Self.texts.contains { $0.count { Background.isListed($0) } * 2 < $0.count })
    #expect(Self.texts.contains { $0.count { Background.isListed($0) } * 2 > $0.count })
  }
}
