import Testing

@testable import StemmaKit

/// The textbook table: the heaviest common subsequence of all prefixes.
private func naiveWeight(_ a: [Int32], _ b: [Int32], _ weights: [Int32]) -> Int {
  var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0..<a.count {
    for j in 0..<b.count {
      let both = a[i] == b[j] ? table[i][j] + Int(weights[Int(a[i])]) : 0
      table[i + 1][j + 1] = max(both, table[i][j + 1], table[i + 1][j])
    }
  }
  return table[a.count][b.count]
}

@Suite struct CommonSubsequenceTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `The weight is that of the textbook table`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let size = [1, 2, 5, 40][Int(seed % 4)]
    let a = random.ids(count: random.number(0...50), below: size)
    let b = random.ids(count: random.number(0...50), below: size)
    // Weights from 0, which takes no part.
    let weights = random.ids(count: size, below: 6)
    let found = CommonSubsequence(a, b, weights: weights)
    let input = "seed \(seed): \(a), \(b), \(weights)"
    #expect(found.weight() == naiveWeight(a, b, weights), "\(input)")
    #expect(CommonSubsequence(b, a, weights: weights).weight() == found.weight(), "\(input)")
  }

  @Test(arguments: 0..<60 as Range<UInt64>, [true, false])
  func `The alignment goes forward in both texts and has the weight`(seed: UInt64, bySteps: Bool) {
    var random = RandomText(seed: seed)
    let size = [1, 2, 5, 40][Int(seed % 4)]
    let a = random.ids(count: random.number(0...50), below: size)
    let b = random.ids(count: random.number(0...50), below: size)
    let weights = random.ids(count: size, below: 6)
    let found = CommonSubsequence(a, b, weights: weights)
    let matches = found.alignment(bySteps: bySteps)
    let input = "seed \(seed): \(a), \(b), \(weights)"
    #expect(matches.allSatisfy { a[Int($0.a)] == b[Int($0.b)] }, "\(input)")
    #expect(matches.allSatisfy { weights[Int(a[Int($0.a)])] > 0 }, "\(input)")
    for (one, next) in zip(matches, matches.dropFirst()) {
      #expect(one.a < next.a && one.b < next.b, "\(input)")
    }
    let sum = matches.reduce(0) { $0 + Int(weights[Int(a[Int($1.a)])]) }
    #expect(sum == found.weight(), "\(input)")
  }

  @Test func `Equal sequences have all their weight in common, reversed ones the heaviest word`() {
    let ids: [Int32] = [0, 1, 2, 3, 4]
    let weights: [Int32] = [1, 2, 9, 3, 1]
    #expect(CommonSubsequence(ids, ids, weights: weights).weight() == 16)
    #expect(CommonSubsequence(ids, ids.reversed(), weights: weights).weight() == 9)
    #expect(CommonSubsequence([], ids, weights: weights).weight() == 0)
    #expect(CommonSubsequence(ids, [], weights: weights).alignment().isEmpty)
  }

  @Test func `A repeated word of one text is used once for one of the other`() {
    #expect(CommonSubsequence([0], [0, 0, 0], weights: [5]).weight() == 5)
    #expect(CommonSubsequence([0, 0], [0, 0, 0], weights: [5]).alignment().count == 2)
  }

  @Test func `A word with too many places is left out, the rest is aligned`() {
    // 3000 · 3000 places of word 0 are more than the limit of four million.
    var a = [Int32](repeating: 0, count: 3000)
    var b = a
    for (id, place) in [(Int32(1), 10), (2, 1500), (3, 2990)] {
      a[place] = id
      b[place - 5] = id
    }
    let found = CommonSubsequence(a, b, weights: [7, 1, 1, 1])
    #expect(found.weight() == 3)
    #expect(found.alignment().map(\.a) == [10, 1500, 2990])
  }

  @Test func `Two texts of one word have no more places than the limit`() {
    let one = [Int32](repeating: 0, count: 2500)
    #expect(CommonSubsequence(one, one, weights: [1]).weight() == 0)
    // Just below the limit every place counts.
    let few = [Int32](repeating: 0, count: 400)
    #expect(CommonSubsequence(few, few, weights: [1]).weight() == 400)
  }

  @Test func `Of two commonest words the one with more places is left out`() {
    let a = [Int32](repeating: 0, count: 2100) + [Int32](repeating: 1, count: 100)
    #expect(CommonSubsequence(a, a, weights: [3, 2]).weight() == 200)
  }
}
