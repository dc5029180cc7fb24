import Testing

@testable import StemmaKit

@Suite struct SetOverlapTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `The counts are those of sets of shingles`(seed: UInt64) {
    var random = RandomText(seed: seed)
    // Few different words, so that shingles are repeated and shared.
    let words = random.hashes(count: 4, different: 4)
    let a = (0..<random.number(0...60)).map { _ in words[random.number(0...3)] }
    let b = (0..<random.number(0...60)).map { _ in words[random.number(0...3)] }
    for length in [1, 2, 3, 5] {
      func set(_ tokens: [UInt64]) -> Set<[UInt64]> {
        if tokens.isEmpty { return [] }
        let size = min(length, tokens.count)
        return Set((0...(tokens.count - size)).map { Array(tokens[$0..<$0 + size]) })
      }
      let found = SetOverlap(a, b, shingleLength: length)
      let both = set(a).intersection(set(b)).count
      let all = set(a).union(set(b)).count
      let input = "seed \(seed), length \(length): \(a), \(b)"
      #expect(found.countA == set(a).count && found.countB == set(b).count, "\(input)")
      #expect(found.shared == both, "\(input)")
      #expect(found.resemblance == (all == 0 ? 0 : Double(both) / Double(all)), "\(input)")
      #expect(isClose(found.containmentOfA * Double(set(a).count), Double(both)), "\(input)")
      #expect(isClose(found.containmentOfB * Double(set(b).count), Double(both)), "\(input)")
    }
  }

  @Test func `Equal texts resemble each other wholly, others not at all`() {
    let a = tokens("one two three four").hashes
    let b = tokens("five six seven eight").hashes
    #expect(SetOverlap(a, a, shingleLength: 2).resemblance == 1)
    #expect(SetOverlap(a, b, shingleLength: 2).resemblance == 0)
    #expect(SetOverlap([], [], shingleLength: 2).resemblance == 0)
    #expect(SetOverlap(a, [], shingleLength: 2).containmentOfB == 0)
  }

  @Test func `A part is contained in the whole`() {
    let whole = tokens("one two three four five six").hashes
    let part = tokens("two three four").hashes
    let found = SetOverlap(part, whole, shingleLength: 2)
    #expect(found.containmentOfA == 1)
    // Two of the whole's five pairs.
    #expect(found.containmentOfB == 0.4)
    #expect(found.resemblance == 0.4)
  }

  @Test func `A counter used again counts as a new one does`() {
    var used = SetOverlapCounter()
    for seed in 0..<40 as Range<UInt64> {
      var random = RandomText(seed: seed)
      let a = random.hashes(count: random.number(0...300), different: 30)
      let b = random.hashes(count: random.number(0...300), different: 40)
      let length = 1 + Int(seed % 3)
      let found = used.overlap(a, b, shingleLength: length)
      #expect(found == SetOverlap(a, b, shingleLength: length), "seed \(seed)")
    }
  }
}
