import Testing

@testable import StemmaKit

/// The whole matrix of Smith and Waterman, with the published costs.
private func naiveScore(_ a: [Int32], _ b: [Int32], scores: [Int32]) -> Int {
  var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  var best = 0
  for i in 0..<a.count {
    for j in 0..<b.count {
      let step = a[i] == b[j] ? Int(scores[Int(a[i])]) : -32
      let value = max(0, table[i][j] + step, table[i][j + 1] - 24, table[i + 1][j] - 24)
      table[i + 1][j + 1] = value
      best = max(best, value)
    }
  }
  return min(best, LocalAlignment.enough)
}

@Suite struct LocalAlignmentTests {
  private func score(_ a: [Int32], _ b: [Int32], _ scores: [Int32]) -> Int {
    var alignment = LocalAlignment()
    return alignment.score(a, b, scores: scores)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `The score is that of the whole matrix`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let size = [1, 3, 8, 60][Int(seed % 4)]
    let a = random.ids(count: random.number(0...50), below: size)
    // Parts of the one text in the other, so that there is something to align.
    var b = random.ids(count: random.number(0...20), below: size)
    b += a.dropFirst(a.count / 3).filter { _ in random.number(0...4) > 0 }
    let scores = (0..<size).map { _ in LocalAlignment.matchScore(rarity: random.number(0...128)) }
    let expected = naiveScore(a, b, scores: scores)
    #expect(score(a, b, scores) == expected, "seed \(seed): \(a), \(b), \(scores)")
    #expect(score(b, a, scores) == expected, "seed \(seed): \(a), \(b), \(scores)")
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `Texts of so many words that their numbers are long ones align as others`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let size = 200_000
    let some = random.ids(count: 30, below: size)
    let a = (0..<random.number(1...60)).map { _ in some[random.number(0...29)] }
    let b =
      random.ids(count: random.number(0...20), below: size) + a.shuffled(using: &random.generator)
    var scores = [Int32](repeating: 0, count: size)
    for id in a { scores[Int(id)] = LocalAlignment.matchScore(rarity: Int(id) % 129) }
    let expected = naiveScore(a, b, scores: scores)
    #expect(score(a, b, scores) == expected, "seed \(seed): \(a), \(b)")
    #expect(score(b, a, scores) == expected, "seed \(seed): \(a), \(b)")
  }

  @Test func `A word counts from one to four`() {
    #expect(LocalAlignment.matchScore(rarity: 0) == Int32(TermRarity.unit))
    // 16 + 128 · 0.35 = 60.8, cut to 60.
    #expect(LocalAlignment.matchScore(rarity: TermRarity.highest) == 60)
  }

  @Test func `A word left out costs a gap, a word changed a mismatch`() {
    let scores = [Int32](repeating: 60, count: 8)
    #expect(score([0, 1, 2, 3], [0, 1, 2, 3], scores) == 240)
    #expect(score([0, 1, 2, 3], [0, 1, 3], scores) == 3 * 60 - 24)
    #expect(score([0, 1, 2, 3], [0, 1, 7, 3], scores) == 3 * 60 - 32)
  }

  @Test func `Texts without a common word score nothing`() {
    #expect(score([0, 1], [2, 3], [60, 60, 60, 60]) == 0)
    #expect(score([], [0], [60]) == 0)
    #expect(score([0], [], [60]) == 0)
  }

  @Test func `Beyond what is enough, strength is not told apart`() {
    // 27 words of 60 score 1620, 26 of them 1560; enough is 1600.
    let ids = (0..<60).map { Int32($0) }
    let scores = [Int32](repeating: 60, count: 60)
    #expect(LocalAlignment.enough == 1600)
    #expect(score(Array(ids.prefix(26)), ids, scores) == 1560)
    #expect(score(Array(ids.prefix(27)), ids, scores) == 1600)
    #expect(score(ids, ids, scores) == 1600)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `No parts of two texts score more than the bound, which is little more`(seed: UInt64) {
    var random = RandomText(seed: seed)
    var alignment = LocalAlignment()
    for size in [3, 60, 400] {
      let a = random.ids(count: random.number(0...200), below: size)
      var b = random.ids(count: random.number(0...60), below: size)
      b += a.dropFirst(a.count / 3).filter { _ in random.number(0...9) > Int(seed % 8) }
      let scores = (0..<size).map { _ in
        LocalAlignment.matchScore(rarity: random.number(0...128))
      }
      let exact = naiveScore(a, b, scores: scores)
      let bound = alignment.bound(a, b, scores: scores)
      let input = "seed \(seed): \(a), \(b), \(scores)"
      #expect(bound >= exact, "\(input)")
      #expect(alignment.bound(b, a, scores: scores) == bound, "\(input)")
      if bound < LocalAlignment.enough { #expect(5 * bound <= 6 * exact, "\(input)") }
      let part = naiveScore(Array(a.dropFirst(5).dropLast(7)), b, scores: scores)
      #expect(bound >= part, "\(input)")
    }
  }

  @Test func `Texts that are too long, or of too many words, are not bounded`() {
    var alignment = LocalAlignment()
    let long = (0..<9000).map { Int32($0) }
    #expect(alignment.bound(long, long, scores: long) == LocalAlignment.enough)
    let scores = [Int32](repeating: 0, count: 70_000)
    #expect(alignment.bound([69_999], [1], scores: scores) == LocalAlignment.enough)
    #expect(alignment.bound([], [1], scores: scores) == 0)
    #expect(alignment.bound([2], [1], scores: scores) == 0)
  }
}
