import Testing

@testable import StemmaKit

/// Texts in such numbers that all pairs of them would be too many.
@Suite struct NearDuplicateCrowdTests {
  private func documents(_ texts: [[String]]) -> [Document] {
    let maker = NearDuplicateTexts(seed: 0)
    return texts.enumerated().map {
      Document(id: "d\(10_000 + $0)", text: maker.text($1, .latin, sentence: 11))
    }
  }

  @Test(arguments: [0.05, 0.5, 1])
  func `A thousand copies are pairs with the first`(threshold: Double) throws {
    var texts = NearDuplicateTexts(seed: 1)
    let base = texts.units(100)
    let result = try nearDuplicates(
      documents(Array(repeating: base, count: 1000)), threshold: threshold, threads: 2)
    #expect(result.pairs.map { [$0.a, $0.b] } == (1..<1000).map { [0, $0] })
    #expect(result.pairs.allSatisfy { $0.finding.relation == .duplicate })
    #expect(result.stories.map(\.members) == [Array(0..<1000)])
  }

  @Test(arguments: [127, 128])
  func `Of as many copies as the cap allows all are pairs`(count: Int) throws {
    var texts = NearDuplicateTexts(seed: 2)
    let base = texts.units(100)
    let all = documents(Array(repeating: base, count: count))
    #expect(try nearDuplicates(all, threshold: 0.5).pairs.count == count * (count - 1) / 2)
    #expect(BandSearch.cap == 128)
  }

  @Test func `One copy more than the cap, and there are pairs with the first`() throws {
    var texts = NearDuplicateTexts(seed: 2)
    let base = texts.units(100)
    let result = try nearDuplicates(documents(Array(repeating: base, count: 129)), threshold: 0.5)
    #expect(result.pairs.map { [$0.a, $0.b] } == (1..<129).map { [0, $0] })
  }

  @Test(arguments: [129, 200, 300, 600], Effort.isDebug ? [0.5] : [0.3, 0.5, 0.8])
  func `Each of many lightly changed copies is in a pair, and pairs are not without number`(
    count: Int, threshold: Double
  ) throws {
    var texts = NearDuplicateTexts(seed: UInt64(count))
    let base = texts.units(200)
    let copies = (0..<count).map { _ in
      var copy = base
      copy[texts.number(0...199)] = texts.unit(.latin)
      return copy
    }
    let result = try nearDuplicates(documents(copies), threshold: threshold)
    #expect(Set(result.pairs.flatMap { [$0.a, $0.b] }).count == count)
    #expect(result.stories.map(\.members.count) == [count])
    // Of a group not far beyond the cap, smaller buckets may bring nearly all pairs. Of a larger
    // one, copies that have lost the same shingle are small buckets; all pairs are 150 times and
    // more the copies.
    if count >= 300 {
      #expect(result.pairs.count <= 16 * count, "\(result.pairs.count) pairs of \(count)")
      #expect(result.candidates <= 16 * count, "\(result.candidates) candidates of \(count)")
    }
  }

  @Test func `Three crowds and single pairs among them are kept apart`() throws {
    var texts = NearDuplicateTexts(seed: 9)
    var all: [[String]] = []
    var kinds: [Int] = []
    for (kind, count) in [200, 150, 300, 2, 2, 3].enumerated() {
      let base = texts.units(150)
      for _ in 0..<count {
        all.append(texts.edited(base, .latin, rate: 0.003))
        kinds.append(kind)
      }
    }
    var order = Array(all.indices)
    var random = SplitMix64(state: 3)
    order.shuffle(using: &random)
    let result = try nearDuplicates(documents(order.map { all[$0] }), threshold: 0.5)
    #expect(result.pairs.allSatisfy { kinds[order[$0.a]] == kinds[order[$0.b]] })
    #expect(result.stories.map(\.members.count).sorted() == [2, 2, 3, 150, 200, 300])
  }

  /// Near-duplicate pairs among texts that have 300 words in common with all others, and the
  /// threshold above what these alone come to.
  private func boilerplate(
    _ count: Int, own: Int, threshold: Double
  ) throws -> (planted: [[Int]], found: [[Int]], largest: Int) {
    var texts = NearDuplicateTexts(seed: 31)
    let common = texts.units(300)
    var bodies = (0..<count).map { _ in texts.units(own) }
    var planted: [[Int]] = []
    for pair in 0..<20 {
      let (a, b) = (7 * pair, count - 1 - 5 * pair)
      bodies[b] = texts.edited(bodies[a], .latin, rate: 0.01)
      planted.append([a, b])
    }
    // In front of some, behind the others.
    let all = documents(
      bodies.enumerated().map { $0 % 2 == 0 ? common + $1 : $1 + common })
    let result = try nearDuplicates(all, threshold: threshold, threads: 2)
    var sketcher = NearDuplicateSketcher()
    let table = NearDuplicateCollection(
      all.enumerated().compactMap { sketcher.sketch($1, number: $0) }
    ).table
    let banding = Banding(threshold: threshold)
    let largest = (0..<banding.bands).map { band in
      let slots = banding.rows * band..<banding.rows * (band + 1)
      return Dictionary(grouping: 0..<count) { table.key($0, slots) }.values.map(\.count).max() ?? 0
    }.max()
    return (planted, result.pairs.map { [$0.a, $0.b] }, largest ?? 0)
  }

  @Test(arguments: [(300, 250), (300, 500)])
  func `Pairs are found below boilerplate that is less than the threshold`(
    count: Int, own: Int
  ) throws {
    let (planted, found, _) = try boilerplate(count, own: own, threshold: 0.5)
    #expect(found == planted.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `Crowds are kept apart below boilerplate`() throws {
    var texts = NearDuplicateTexts(seed: 10)
    let common = texts.units(200)
    var all: [[String]] = []
    for count in [200, 150, 2, 3] {
      let base = texts.units(200)
      for _ in 0..<count { all.append(common + texts.edited(base, .latin, rate: 0.002)) }
    }
    let result = try nearDuplicates(documents(all), threshold: 0.5)
    let stories = result.stories.map(\.members).sorted { $0[0] < $1[0] }
    #expect(stories == [Array(0..<200), Array(200..<350), [350, 351], [352, 353, 354]])
  }

  @Test(.enabled(if: !Effort.isDebug))
  func `Pairs are found where boilerplate fills the buckets beyond the cap`() throws {
    let (planted, found, largest) = try boilerplate(1000, own: 200, threshold: 0.5)
    #expect(largest > BandSearch.cap)
    #expect(found == planted.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test(arguments: [0.99, 1])
  func `The same text twice is found among forms that differ in a few words`(
    threshold: Double
  ) throws {
    // 600 words that all have in common and 5 of their own: a third of the sketches have no slot
    // that tells them from others, which is more than the cap.
    var texts = NearDuplicateTexts(seed: 51)
    let form = texts.units(600)
    let all = (0..<300).map { _ in form + texts.units(5) }
    let result = try nearDuplicates(documents(all + all), threshold: threshold, threads: 2)
    let same = result.pairs.filter { $0.b == $0.a + 300 }
    #expect(same.allSatisfy { $0.finding.relation == .duplicate })
    // Different ones resemble each other by 596 / 606 = 0.983.
    #expect(same.count == result.pairs.count)
    #expect(same.count >= 297, "\(same.count) of 300 pairs at \(threshold)")
  }

  /// Copies of a text of 1,000 words with one word changed in each, every time another: each
  /// resembles the original by 991 / 1,001, and the others by 986 / 1,006.
  private func copiesOfOne(originalAt place: Int) throws -> (found: Int, others: Int) {
    var texts = NearDuplicateTexts(seed: 41)
    let base = texts.units(1000)
    var all = (0..<190).map { number in
      var copy = base
      copy[5 * number + 20] = "changed"
      return copy
    }
    all.insert(base, at: place)
    let documents = documents(all)
    let resemblances = naiveResemblances(documents).filter { $0.value >= 0.985 }
    try #require(resemblances.count == 190)
    let result = try nearDuplicates(documents, threshold: 0.985)
    let found = result.pairs.filter { $0.a == place || $0.b == place }
    return (found.count, result.pairs.count - found.count)
  }

  @Test(.enabled(if: !Effort.isDebug))
  func `Copies that are near their original alone are pairs with it where it is first`()
    throws
  {
    let (found, others) = try copiesOfOne(originalAt: 0)
    #expect(found == 190 && others == 0)
  }

  @Test(.enabled(if: !Effort.isDebug))
  func `Copies that are near their original alone are pairs with it where it is last`()
    throws
  {
    let (found, others) = try copiesOfOne(originalAt: 190)
    #expect(others == 0)
    withKnownIssue("of a large bucket the others are compared with the first alone") {
      #expect(found >= 188, "\(found) of 190")
    }
  }
}
