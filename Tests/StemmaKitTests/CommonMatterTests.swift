import Testing

@testable import StemmaKit

@Suite struct CommonMatterTests {
  private func scan(_ documents: [Document], least: Relation = .excerpt) -> ScanResult {
    var scan = CollectionScan()
    scan.leastRelation = least
    return scan.scan(documents)
  }

  @Test func `A notice under texts that have nothing else in common is no excerpt, and is listed`()
    throws
  {
    let count = 8
    try #require(Notice.originals(count).count == count)
    let found = scan(Notice.originals(count, adding: Notice.text))
    #expect(found.pairs.isEmpty && found.stories.isEmpty)
    let matter = try #require(found.commonMatter.first)
    #expect(found.commonMatter.count == 1)
    #expect(matter.documents == count)
    #expect(matter.text.contains("framed print from our own shop"))
    #expect(matter.text.utf8.count <= CommonMatter.mostShown)
    #expect(matter.range.count > 300)
  }

  @Test func `Four texts of one house make a notice, four of several houses do not`() {
    func isNotice(_ houses: [RunTable.House]) -> Bool {
      var random = SplitMix64(state: 8)
      let notice = (0..<30).map { _ in random.next() }
      let texts = houses.map { _ in (0..<50).map { _ in random.next() } + notice }
      let (counts, having) = Self.learned(texts, houses, tokens: 1000)
      #expect(having == (counts.runs(in: notice).isEmpty ? [] : Set(texts.indices)))
      return !having.isEmpty
    }
    let (mill, lane) = (RunTable.House(0), RunTable.House(1))
    #expect(isNotice([mill, mill, mill, mill]))
    #expect(!isNotice([mill, mill, mill, lane]))
    #expect(!isNotice([.unknown, .unknown, .unknown, .unknown]))
    #expect(!isNotice([mill, mill, mill]))
    #expect(isNotice([mill, mill, mill, lane, .unknown]))
  }

  /// The common runs of texts, and which texts have some.
  private static func learned(
    _ texts: [[UInt64]], _ houses: [RunTable.House]? = nil, tokens: Int
  ) -> (CommonRuns, Set<Int>) {
    var sample = CommonRuns.sample(tokens: tokens)
    let portions = [RunPortion(texts.map { sample.runs(of: $0) })]
    let counts = CommonRuns(
      sample, portions, houses: houses ?? texts.map { _ in .unknown }, threads: 2)
    return (counts, counts.texts(withCommon: portions, threads: 2))
  }

  /// What a pair says, of one run of words.
  private func trial(_ word: UInt64, isAlone: Bool) -> CommonMatterTrial {
    CommonMatterTrial(
      rest: finding(.none), isAlone: isAlone,
      matter: CommonMatter(document: 0, range: 0..<10, documents: 5), words: [word, word + 1],
      coreWords: [word])
  }

  @Test func `Three in four pairs that share a run outvote what one says`() {
    let teaser = (0..<7).map { _ in trial(10, isAlone: true) } + [trial(10, isAlone: false)]
    let passage = (0..<7).map { _ in trial(20, isAlone: false) } + [trial(20, isAlone: true)]
    let mixed = [trial(30, isAlone: true), trial(30, isAlone: false)]
    let votes = CommonMatterVotes(teaser + passage + mixed)
    #expect(teaser.allSatisfy { votes.isCommonMatter($0) })
    #expect(!passage.contains { votes.isCommonMatter($0) })
    #expect(mixed.map { votes.isCommonMatter($0) } == [true, false])
  }

  @Test func `Common matter is listed once, whatever its ends are`() throws {
    let text = Array("some words of a notice".utf8)
    let trials = [trial(10, isAlone: true), trial(10, isAlone: true), trial(20, isAlone: true)]
    let listed = CommonMatterTrial.listed(trials) { _ in text }
    #expect(listed.map(\.text) == ["some words", "some words"])
  }

  @Test func `A teaser under two reports of one event is common matter, too`() throws {
    // Eight articles that have nothing in common but the notice, and two more on the event of one.
    let others = ["e01-independent-a", "e01-independent-b"].map {
      Document(id: $0, text: Notice.under($0))
    }
    let found = scan(Notice.originals(8, adding: Notice.text) + others)
    #expect(found.pairs.isEmpty)
    #expect(found.commonMatter.first?.documents == 10)
  }

  @Test func `Four texts are too few to learn from`() {
    let found = scan(Notice.originals(4, adding: Notice.text))
    #expect(found.pairs.count == 6)
    #expect(found.pairs.allSatisfy { $0.finding.relation == .excerpt })
    #expect(found.commonMatter.isEmpty)
  }

  @Test func `A rewording with the notice of all others is still a rewording`() {
    let rewordings = Notice.articles("rewrite", 8, adding: Notice.text)
    let events = Set(rewordings.map { $0.id.prefix(3) })
    let sources = Notice.originals(20, adding: Notice.text).filter {
      events.contains($0.id.prefix(3))
    }
    let found = scan(sources + rewordings)
    let pairs = found.pairs.map {
      [found.documents[$0.a].id, found.documents[$0.b].id].map { $0.prefix(3) }
    }
    #expect(pairs.count >= sources.count - 1)
    #expect(pairs.allSatisfy { $0[0] == $0[1] })
  }

  @Test func `A story that many took over whole is no common matter`() {
    let story = Notice.originals(1)[0]
    var random = RandomText(seed: 4)
    let words = String(decoding: story.text, as: UTF8.self).split(separator: " ")
    // Each changes one word in twelve, so that no two are the same.
    let copies = (0..<12).map { number in
      Document(
        id: "copy \(number)",
        text: words.map { random.number(0...11) == 0 ? "word\(random.number(0...9999))" : $0 }
          .joined(separator: " "))
    }
    let found = scan(Notice.originals(6).dropFirst() + copies)
    #expect(found.pairs.count == 66)
    #expect(found.stories.map(\.members.count) == [12])
  }

  @Test func `A passage that reports of one event have from one text stays an excerpt`() throws {
    // Six reports on one event in which the same paragraph stands.
    let paragraph = Fixtures.paragraphs("e01-original").filter {
      $0.split(separator: " ").count > 40
    }
    let taken = try #require(paragraph.first)
    let reports = ["independent-a", "independent-b", "heavy"].flatMap { kind in
      let parts = Fixtures.paragraphs("e01-\(kind)")
      let middle = parts.count / 2
      return [Array(parts[..<middle]), Array(parts[middle...])].map { $0.joined(separator: "\n\n") }
    }
    let documents = reports.enumerated().map {
      Document(id: "report \($0)", text: $1 + "\n\n" + taken)
    }
    let found = scan(Notice.originals(8).dropFirst() + documents)
    #expect(found.pairs.filter { $0.finding.relation >= .excerpt }.count >= 12)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `The runs are those that counting finds`(seed: UInt64) {
    var random = RandomText(seed: seed)
    // Texts of few words, with pieces of one of them, so that much is common.
    let source = (0..<60).map { _ in UInt64(random.number(0...40)) &* 0x1234_5678_9ABC_DEF1 }
    let texts = (0..<9).map { _ -> [UInt64] in
      let begin = random.number(0...40)
      let piece = source[begin..<min(60, begin + random.number(0...30))]
      return (0..<20).map { _ in UInt64.random(in: 0 ... .max, using: &random.generator) } + piece
        + (0..<5).map { _ in UInt64.random(in: 0 ... .max, using: &random.generator) }
    }
    let (counts, having) = Self.learned(texts, tokens: 1000)
    #expect(having == Set(texts.indices.filter { !counts.runs(in: texts[$0]).isEmpty }))
    let length = CommonRuns.shingleLength
    var known: [[UInt64]: Int] = [:]
    for text in texts {
      let all = Set((0...text.count - length).map { Array(text[$0..<$0 + length]) })
      for words in all { known[words, default: 0] += 1 }
    }
    for text in texts {
      var isCommon = [Bool](repeating: false, count: text.count)
      for place in 0...text.count - length
      where known[Array(text[place..<place + length]), default: 0] >= CommonRuns.leastDocuments {
        for token in place..<place + length { isCommon[token] = true }
      }
      var found = [Bool](repeating: false, count: text.count)
      for run in counts.runs(in: text) {
        #expect(run.documents >= CommonRuns.leastDocuments)
        for token in run.tokens { found[token] = true }
      }
      #expect(found == isCommon, "seed \(seed)")
    }
  }

  @Test func `A sample of the runs finds long common matter, too`() {
    var random = SplitMix64(state: 5)
    let notice = (0..<120).map { _ in random.next() }
    // As if of a collection that is sixteen times too large to count all.
    let texts = (0..<6).map { _ in (0..<300).map { _ in random.next() } + notice }
    let (counts, _) = Self.learned(texts, tokens: 1 << 26)
    let text = (0..<200).map { _ in random.next() } + notice
    let runs = counts.runs(in: text)
    #expect(runs.count == 1)
    #expect(runs[0].tokens.count > 80 && runs[0].tokens.lowerBound >= 200)
    #expect(counts.runs(in: (0..<300).map { _ in random.next() }).isEmpty)
  }
}
