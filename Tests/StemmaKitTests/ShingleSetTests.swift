import Testing

@testable import StemmaKit

@Suite struct ShingleSetTests {
  /// Shingles of which many are repeated; 0 and the highest are among them now and then.
  private func shingles(_ count: Int, _ random: inout SplitMix64) -> [UInt64] {
    let different = max(1, count / Int.random(in: 1...4, using: &random))
    var pool = (0..<different).map { _ in random.next() }
    if Bool.random(using: &random) { pool[0] = 0 }
    if Bool.random(using: &random) { pool[different - 1] = .max }
    return (0..<count).map { _ in pool[Int.random(in: 0..<different, using: &random)] }
  }

  /// In the order in which they first stand there.
  private func distinct(_ shingles: [UInt64]) -> [UInt64] {
    var seen: Set<UInt64> = []
    return shingles.filter { seen.insert($0).inserted }
  }

  private static let sizes = [0, 1, 2, 31, 32, 33, 63, 64, 65, 128, 500, 3000]

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `A set that is used again and again is that of the last text`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var set = ShingleSet()
    var before: [UInt64] = []
    for turn in 0..<150 {
      let size = Self.sizes[Int.random(in: 0..<Self.sizes.count, using: &random)]
      let now = shingles(size, &random)
      set.fill(now)
      let expected = Set(now)
      #expect(set.count == expected.count, "seed \(seed), turn \(turn)")
      #expect(now.allSatisfy { set.contains($0) })
      for other in before + [0, 1, .max, random.next()] {
        #expect(set.contains(other) == expected.contains(other), "seed \(seed), turn \(turn)")
      }
      before = Array(now.prefix(100))
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `Shared shingles are counted once each`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var first = ShingleSet()
    var second = ShingleSet()
    var mostShared = 0
    for turn in 0..<100 {
      let a = shingles(Self.sizes[turn % Self.sizes.count], &random)
      // Some of the first text's, some of its own, in any order.
      let own = shingles(Int.random(in: 0...400, using: &random), &random)
      let taken = a.filter { _ in Bool.random(using: &random) }
      let b = (own + taken + taken.prefix(20)).shuffled(using: &random)
      first.fill(a)
      let shared = second.fill(b, shared: first)
      #expect(shared == Set(a).intersection(b).count, "seed \(seed), turn \(turn)")
      #expect(first.count == Set(a).count && second.count == Set(b).count)
      mostShared = max(mostShared, shared)
    }
    #expect(mostShared > 300)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `The list of distinct ones keeps their order`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var set = ShingleSet()
    var list: [UInt64] = [1, 2, 3]
    for turn in 0..<100 {
      let now = shingles(Self.sizes.randomElement(using: &random) ?? 0, &random)
      set.fill(now, into: &list)
      #expect(list == distinct(now), "seed \(seed), turn \(turn)")
      #expect(set.count == list.count)
    }
  }

  @Test func `0 and the highest number are shingles like others`() {
    var set = ShingleSet()
    set.fill([7])
    #expect(!set.contains(0) && !set.contains(.max))
    set.fill([0, .max, 0])
    #expect(set.count == 2 && set.contains(0) && set.contains(.max) && !set.contains(7))
    var other = ShingleSet()
    #expect(other.fill([.max, 0, 0, 5], shared: set) == 2)
    set.fill([])
    #expect(set.count == 0 && !set.contains(0) && !set.contains(.max))
    #expect(other.fill([0, .max], shared: set) == 0)
  }

  @Test(arguments: [64, 65, 1000])
  func `A set of one shingle many times has one`(count: Int) {
    var set = ShingleSet()
    for shingle in [0, 3, .max] as [UInt64] {
      set.fill([UInt64](repeating: shingle, count: count))
      #expect(set.count == 1 && set.contains(shingle))
    }
    #expect(!set.contains(0) && !set.contains(3))
  }

  @Test func `Shingles that fall into one place are told apart`() {
    // Multiples of the multiplier's inverse: their places are those of small numbers.
    var inverse = Shingles.multiplier
    for _ in 0..<5 { inverse = inverse &* (2 &- Shingles.multiplier &* inverse) }
    #expect(inverse &* Shingles.multiplier == 1)
    // All of them belong into place 0.
    let clash = (0..<300).map { UInt64($0) &* inverse }
    var set = ShingleSet()
    set.fill(clash + clash)
    #expect(set.count == 300)
    #expect(clash.allSatisfy { set.contains($0) })
    #expect(!set.contains(300 &* inverse))
    set.fill(Array(clash.prefix(5)))
    #expect(clash.filter { set.contains($0) } == Array(clash.prefix(5)))
  }
}
