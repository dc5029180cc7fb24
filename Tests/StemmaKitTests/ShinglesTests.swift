import Testing

@testable import StemmaKit

/// docs/signature.md, word by word: s := s · M + h for each next token.
private func naiveShingles(_ tokens: [UInt64], length: Int) -> [UInt64] {
  if tokens.isEmpty { return [] }
  let size = min(length, tokens.count)
  return (0...(tokens.count - size)).map { start in
    tokens[start + 1..<start + size].reduce(tokens[start]) { $0 &* 0x9E37_79B9_7F4A_7C15 &+ $1 }
  }
}

@Suite struct ShinglesTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Shingles are the runs of n tokens, hashed by the published rule`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let tokens = random.hashes(count: random.number(0...40), different: 10)
    for length in 1...6 {
      let found = Shingles.hashes(of: tokens, length: length)
      let expected = naiveShingles(tokens, length: length)
      #expect(found == expected, "seed \(seed), length \(length): \(tokens)")
    }
  }

  @Test func `A text shorter than a shingle is one shingle`() {
    #expect(Shingles.hashes(of: [7], length: 5) == [7])
    #expect(Shingles.hashes(of: [1, 2], length: 5) == [Shingles.multiplier &+ 2])
    #expect(Shingles.hashes(of: [1, 2], length: 5) == Shingles.hashes(of: [1, 2], length: 2))
  }

  @Test func `A text without tokens has no shingles`() {
    for length in 1...5 { #expect(Shingles.hashes(of: [], length: length).isEmpty) }
  }

  @Test func `A shingle of one token is its hash`() {
    #expect(Shingles.hashes(of: [3, 1, 2, 1], length: 1) == [3, 1, 2, 1])
  }

  @Test func `The order of tokens tells in a shingle`() {
    let there = Shingles.hashes(of: [1, 2, 3], length: 3)
    let back = Shingles.hashes(of: [3, 2, 1], length: 3)
    #expect(there != back)
  }

  @Test func `Texts with equal runs share shingles, others none`() {
    var random = RandomText(seed: 3)
    let a = random.hashes(count: 30, different: 30).enumerated().map { $1 &+ UInt64($0) }
    let b = Array(a[10..<20]) + random.hashes(count: 20, different: 20)
    // Of the ten equal tokens in a row, 8 runs of three.
    let shared = Set(Shingles.hashes(of: a, length: 3)).intersection(
      Shingles.hashes(of: b, length: 3))
    #expect(shared.count == 8)
  }
}
