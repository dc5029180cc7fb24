import Testing

@testable import StemmaKit

/// The textbook table, a row at a time.
private func naiveLength(_ a: [UInt64], _ b: [UInt64]) -> Int {
  var row = [Int](repeating: 0, count: b.count + 1)
  for x in a {
    var diagonal = 0
    for (column, y) in b.enumerated() {
      let up = row[column + 1]
      row[column + 1] = x == y ? diagonal + 1 : max(up, row[column])
      diagonal = up
    }
  }
  return row[b.count]
}

@Suite struct CommonSubsequenceLengthTests {
  @Test(arguments: 0..<80 as Range<UInt64>)
  func `The length is that of the textbook table`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let words = [1, 2, 7, 60, 500][Int(seed % 5)]
    let a = random.hashes(count: random.number(0...150), different: words)
    // Parts of the one in the other, so that there is something in common.
    var b = a.dropFirst(a.count / 4).filter { _ in random.number(0...3) > 0 }
    b += random.hashes(count: random.number(0...90), different: words)
    let input = "seed \(seed): \(a), \(b)"
    #expect(CommonSubsequence.length(a, b) == naiveLength(a, b), "\(input)")
    #expect(CommonSubsequence.length(b, a) == naiveLength(a, b), "\(input)")
  }

  @Test(arguments: [63, 64, 65, 255, 256, 257, 511, 512, 513, 900])
  func `Lengths around those of words and strips are exact`(count: Int) {
    for words in [2, 40, 400] {
      var random = RandomText(seed: UInt64(count))
      let all = random.hashes(count: 3 * count, different: words)
      // Different ends, so that nothing is cut off.
      let a = [1] + all[..<count] + [2]
      let b = [3] + all[(count / 2)..<(count / 2 + count)] + [4]
      #expect(CommonSubsequence.length(a, b) == naiveLength(a, b), "\(words) words")
    }
  }

  @Test func `It is the weight where every token weighs 1`() {
    for seed in 0..<20 as Range<UInt64> {
      var random = RandomText(seed: seed)
      let a = random.hashes(count: 400, different: 150)
      let b = random.hashes(count: 380, different: 170)
      let vocabulary = PairVocabulary(a, b)
      let weights = [Int32](repeating: 1, count: vocabulary.count)
      let found = CommonSubsequence(vocabulary.a, vocabulary.b, weights: weights).weight()
      #expect(CommonSubsequence.length(a, b) == found, "seed \(seed)")
    }
  }

  @Test func `Empty, equal and unlike sequences`() {
    #expect(CommonSubsequence.length([], []) == 0)
    #expect(CommonSubsequence.length([], [1]) == 0)
    #expect(CommonSubsequence.length([0, 0, 0], [0, 0]) == 2)
    #expect(CommonSubsequence.length(Array(0..<1000), Array(0..<1000)) == 1000)
    #expect(CommonSubsequence.length(Array(0..<300), (0..<300).reversed()) == 1)
    #expect(CommonSubsequence.length(Array(0..<300), Array(300..<600)) == 0)
    // The common beginning and end do not overlap.
    #expect(CommonSubsequence.length([1, 2, 1], [1, 2, 1, 2, 1]) == 3)
  }
}
