import Testing

@testable import StemmaKit

private func hash(_ word: String) -> UInt64 { tokens(word).hashes[0] }

@Suite struct TermRarityTests {
  @Test(arguments: ["the", "of", "und", "der", "de", "la", "et", "y", "di", "في", "کے", "il"])
  func `The commonest words of a language prove next to nothing`(word: String) {
    #expect(TermRarity().rarity(of: hash(word)) <= TermRarity.unit / 2)
  }

  @Test(arguments: ["vaherand", "qxzvk", "грумбальдт", "2718281828"])
  func `A word that the background does not know is as rare as can be`(word: String) {
    #expect(TermRarity().rarity(of: hash(word)) == TermRarity.highest)
    #expect(!Background.isListed(hash(word)))
  }

  @Test func `Rarer words prove more`() {
    let rising = ["the", "people", "minister", "vaherand"].map {
      TermRarity().rarity(of: hash($0))
    }
    #expect(rising == rising.sorted() && Set(rising).count == 4, "\(rising)")
  }

  @Test func `Every rarity is from 0 to the highest`() {
    var random = SplitMix64(state: 1)
    var counts = CollectionCounts()
    counts.add(tokens("the minister the vaherand").hashes)
    for rarity in [TermRarity(), TermRarity(collection: counts), TermRarity(backgroundTexts: 0)] {
      for _ in 0..<1000 {
        let found = rarity.rarity(of: random.next())
        #expect((0...TermRarity.highest).contains(found))
      }
      #expect((0...TermRarity.highest).contains(rarity.rarity(of: hash("the"))))
    }
  }

  @Test func `A word that more texts of the collection have is never rarer`() {
    var counts = CollectionCounts()
    for number in 0..<200 {
      // Of 200 texts, word k stands in 200 / (k + 1).
      let text = (0..<20).filter { number % ($0 + 1) == 0 }.map { "wort\($0)x" }
      counts.add(tokens(text.joined(separator: " ")).hashes)
    }
    let rarity = TermRarity(collection: counts)
    let found = (0..<20).map { rarity.rarity(of: hash("wort\($0)x")) }
    #expect(found == found.sorted(), "\(found)")
    #expect(found[0] < found[19] && found[19] < TermRarity.highest)
  }

  @Test func `The collection and the background count by their numbers of texts`() {
    var counts = CollectionCounts()
    for _ in 0..<100 { counts.add(tokens("vaherand").hashes) }
    for _ in 0..<50 { counts.add(tokens("").hashes) }
    // Share (100 + 350 · 0.000335) / (150 + 350) = 0.2002; -ln is 1.608, in sixteenths 25.7.
    #expect(TermRarity(collection: counts).rarity(of: hash("vaherand")) == 26)
    // Beside 5000 texts of background: 100.1 / 5150 gives 3.94 nats, 63.05.
    #expect(TermRarity(collection: counts).forTopics.rarity(of: hash("vaherand")) == 63)
    #expect(TermRarity().forTopics.rarity(of: hash("the")) == TermRarity().rarity(of: hash("the")))
  }

  @Test func `A text counts each of its words once`() {
    var counts = CollectionCounts()
    counts.add(tokens("na na na other na").hashes)
    counts.add(tokens("na").hashes)
    counts.add(tokens("").hashes)
    #expect(counts.count(of: hash("na")) == 2)
    #expect(counts.count(of: hash("other")) == 1)
    #expect(counts.count(of: hash("absent")) == 0)
    #expect(counts.texts == 3)
  }

  @Test func `Words that share a cell make each other look commoner, never rarer`() {
    // The upper 22 bits name the cell.
    var text = Tokens()
    for hash in [UInt64(5) << 42, UInt64(5) << 42 + 1] {
      text.append(hash: hash, start: 0, end: 1, marks: [])
    }
    var counts = CollectionCounts()
    for _ in 0..<10 { counts.add(text.hashes) }
    #expect(counts.count(of: 5 << 42) == 20)
    #expect(TermRarity(collection: counts, backgroundTexts: 0).rarity(of: 5 << 42) == 0)
  }

  @Test func `Each token of a text is weighed, in its place`() {
    let text = weighed("The minister Vaherand")
    let expected = ["the", "minister", "vaherand"].map { UInt8(TermRarity().rarity(of: hash($0))) }
    #expect(text.rarity == expected)
    #expect(text.topicRarity.count == 3)
    #expect(weighed("").rarity.isEmpty)
  }

  @Test func `In a language that is not known, a text's own repetitions tell common words`() {
    // Invented words, of which the first returns.
    let words = (0..<60).map { $0 % 3 == 0 ? "zqkamu" : "qorv\($0)ix" }
    let text = weighed(words.joined(separator: " "))
    let common = text.rarity[0]
    #expect(common < 16 && text.rarity[3] == common)
    #expect(Int(text.rarity[1]) == TermRarity.highest)
  }

  @Test func `In a known language a word that a text repeats stays rare`() {
    let words = (0..<60).map { ["vaherand", "the", "of", "and"][$0 % 4] }
    let text = weighed(words.joined(separator: " "))
    #expect(Int(text.rarity[0]) == TermRarity.highest)
  }
}
