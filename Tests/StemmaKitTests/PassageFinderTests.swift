import Testing

@testable import StemmaKit

/// An article with a paragraph planted in its middle.
private struct Planted {
  var text: String
  /// The tokens of the paragraph.
  var range: Range<Int>

  init(_ paragraph: String, in article: String) {
    let host = Fixtures.paragraphs(article)
    let head = host.prefix(host.count / 2).joined(separator: "\n\n") + "\n\n"
    let tail = host.suffix(host.count - host.count / 2).joined(separator: "\n\n")
    text = head + paragraph + "\n\n" + tail
    let start = tokens(head).count
    range = start..<start + tokens(paragraph).count
  }
}

private func passages(_ a: String, _ b: String) -> [Passage] {
  var finder = PassageFinder()
  return finder.passages(tokens(a), tokens(b))
}

/// The longest paragraph of an article, and the tokens that it is.
private func longestParagraph(_ article: String) -> (text: String, range: Range<Int>) {
  let all = Fixtures.paragraphs(article)
  let index = all.indices.max { all[$0].utf8.count < all[$1].utf8.count } ?? 0
  let start = tokens(all[..<index].joined(separator: "\n\n")).count
  return (all[index], start..<start + tokens(all[index]).count)
}

private func isNear(_ found: Range<Int>, _ expected: Range<Int>, within slack: Int) -> Bool {
  abs(found.lowerBound - expected.lowerBound) <= slack
    && abs(found.upperBound - expected.upperBound) <= slack
}

@Suite struct PassageFinderTests {
  @Test(arguments: ["e01-original", "e13-original", "e25-original", "de-e01-original"])
  func `A paragraph planted word for word is found where it stands`(article: String) throws {
    let paragraph = longestParagraph(article)
    let planted = Planted(paragraph.text, in: "e41-original")
    let found = passages(planted.text, Fixtures.text(article))
    try #require(found.count == 1, "\(found)")
    #expect(isNear(found[0].a, planted.range, within: 3), "\(found), \(planted.range)")
    #expect(isNear(found[0].b, paragraph.range, within: 3), "\(found), \(paragraph.range)")
  }

  @Test(arguments: ["e01-original", "e13-original", "e25-original", "de-e01-original"])
  func `A reworded paragraph is found within a few tokens`(article: String) throws {
    let paragraph = longestParagraph(article)
    var words = paragraph.text.split(separator: " ").map(String.init)
    for index in stride(from: 3, to: words.count, by: 4) { words[index] = "ersatz\(index)" }
    let planted = Planted(words.joined(separator: " "), in: "e41-original")
    let found = passages(planted.text, Fixtures.text(article))
    try #require(found.count == 1, "\(found)")
    #expect(isNear(found[0].a, planted.range, within: 8), "\(found), \(planted.range)")
    #expect(isNear(found[0].b, paragraph.range, within: 8), "\(found), \(paragraph.range)")
  }

  @Test func `Between texts of different events there is no passage`() {
    let originals = Fixtures.articles.filter { $0.kind == "original" && $0.language == "en" }
    #expect(originals.count == 12)
    for (index, a) in originals.enumerated() {
      for b in originals[(index + 1)...] {
        let found = passages(a.text, b.text)
        #expect(found.isEmpty, "\(a.id), \(b.id): \(found)")
      }
    }
  }

  @Test func `A text is one passage of itself`() {
    let text = tokens(Fixtures.text("e07-original"))
    var finder = PassageFinder()
    let found = finder.passages(text, text)
    #expect(found.map(\.a) == [0..<text.count] && found.map(\.b) == [0..<text.count], "\(found)")
  }

  /// A text with words changed here and there; and whether its paragraphs are in order.
  private func edited(_ text: String, seed: UInt64, moved: Bool) -> String {
    var random = SplitMix64(state: seed)
    var paragraphs: [String] = text.split(separator: "\n").map { paragraph in
      var words = paragraph.split(separator: " ").map(String.init)
      for index in words.indices where Int.random(in: 0..<12, using: &random) == 0 {
        words[index] = "ersatz\(index)"
      }
      return words.joined(separator: " ")
    }
    if moved { paragraphs.append(paragraphs.remove(at: paragraphs.count / 3)) }
    return paragraphs.joined(separator: "\n")
  }

  private func areInStep(_ a: String, _ b: String) -> Bool {
    let (a, b, _) = PassageSequence.pair(tokens(a), tokens(b))
    return PassageSequence.areInStep(a, b, longestGap: 30)
  }

  @Test(arguments: ["e01-original", "e07-original", "e25-original", "de-e01-original"])
  func `A near-copy is one passage from end to end, and the search finds nothing outside`(
    article: String
  ) throws {
    let text = Fixtures.text(article)
    for seed in 0..<6 as Range<UInt64> {
      let copy = edited(text, seed: seed, moved: false)
      #expect(areInStep(text, copy), "\(article), \(seed)")
      let (a, b) = (tokens(text), tokens(copy))
      let found = passages(text, copy)
      #expect(found.map(\.a) == [0..<a.count] && found.map(\.b) == [0..<b.count], "\(found)")
      // The search, which a gap at the end makes necessary, comes within some words of it.
      let searched = passages(text, copy + "\n" + String(repeating: "Andere Worte. ", count: 20))
      let longest = try #require(searched.max { $0.a.count < $1.a.count })
      #expect(isNear(longest.a, 0..<a.count, within: 12), "\(article), \(seed): \(searched)")
      #expect(isNear(longest.b, 0..<b.count, within: 12), "\(article), \(seed): \(searched)")
    }
  }

  @Test func `Texts with a paragraph moved, one more, or little in common are not in step`() {
    for article in ["e01-original", "e07-original", "e25-original"] {
      let text = Fixtures.text(article)
      #expect(!areInStep(text, edited(text, seed: 1, moved: true)))
      #expect(!areInStep(text, text + "\n" + longestParagraph("e13-original").text))
      #expect(!areInStep(longestParagraph("e13-original").text + "\n" + text, text))
      #expect(!areInStep(text, Fixtures.text("e13-original")))
    }
    for (a, b) in [("one", "one two three four five"), ("a b", "b a")] {
      #expect(!areInStep(a, b), "\(a), \(b)")
    }
  }

  @Test func `Few words that are in step are no passage below the line`() {
    var settings = PassageSettings.news
    settings.leastCharacters = 1
    var finder = PassageFinder(settings: settings)
    for (a, b) in [("the fire in Rome", "the fire in Paris"), ("a a a", "a a a a")] {
      #expect(areInStep(a, b), "\(a), \(b)")
      #expect(finder.passages(tokens(a), tokens(b)).isEmpty, "\(a), \(b)")
    }
  }

  @Test func `A near-copy with a sentence replaced has the score of both parts`() throws {
    let text = Fixtures.text("e25-original")
    let words = text.split(separator: " ")
    let middle = words.count / 2
    func replaced(_ count: Int) -> String {
      let other = (0..<count).map { "ersatz\($0)" }
      return
        (words[..<middle].map(String.init) + other
        + words[(middle + count)...].map(String.init)).joined(separator: " ")
    }
    let same = try #require(passages(text, text).first)
    let some = try #require(passages(text, replaced(12)).first)
    #expect(areInStep(text, replaced(12)))
    // Twelve words of some four hundred cost what they vote, not half of the text.
    #expect(some.score > 0.8 * same.score && some.score < same.score, "\(some), \(same)")
  }

  @Test func `A footer is left to the search`() {
    let text = Fixtures.text("e25-original")
    let footer = (0..<20).map { "fuss\($0)" }.joined(separator: " ")
    #expect(!areInStep(text, text + " " + footer))
    #expect(!areInStep(text, footer + " " + text))
  }

  @Test func `Passages are in order, not empty, and lie in both texts`() {
    for pair in Fixtures.pairs.filter({ $0.relation == "excerpt" || $0.relation == "copy" }) {
      let (a, b) = (tokens(Fixtures.text(pair.a)), tokens(Fixtures.text(pair.b)))
      var finder = PassageFinder()
      let found = finder.passages(a, b)
      #expect(!found.isEmpty, "\(pair)")
      #expect(found.map(\.a.lowerBound) == found.map(\.a.lowerBound).sorted(), "\(pair)")
      for passage in found {
        #expect(!passage.a.isEmpty && !passage.b.isEmpty, "\(pair)")
        #expect(passage.a.upperBound <= a.count && passage.b.upperBound <= b.count, "\(pair)")
        #expect(passage.score >= PassageSettings.news.leastAccepted, "\(pair)")
        let bytes = passage.bytes(a, b)
        #expect(min(bytes.a.count, bytes.b.count) >= 40, "\(pair)")
      }
    }
  }

  @Test func `A finder used again gives what a new one gives`() {
    var used = PassageFinder()
    for pair in Fixtures.pairs.prefix(30) {
      let (a, b) = (tokens(Fixtures.text(pair.a)), tokens(Fixtures.text(pair.b)))
      var new = PassageFinder()
      #expect(used.passages(a, b) == new.passages(a, b), "\(pair)")
    }
  }

  @Test func `No passage is shorter than asked for`() {
    let paragraph = longestParagraph("e13-original").text
    let planted = Planted(paragraph, in: "e41-original")
    var settings = PassageSettings.news
    settings.leastCharacters = paragraph.utf8.count + 200
    var finder = PassageFinder(settings: settings)
    #expect(finder.passages(tokens(planted.text), tokens(Fixtures.text("e13-original"))).isEmpty)
  }

  @Test func `Texts that are empty or share no word have no passage`() {
    #expect(passages("", "").isEmpty)
    #expect(passages("", Fixtures.text("e07-original")).isEmpty)
    #expect(passages("one two three", "four five six").isEmpty)
    #expect(passages("one", "one").isEmpty)
  }
}
