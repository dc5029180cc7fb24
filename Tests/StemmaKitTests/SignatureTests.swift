import Testing

@testable import StemmaKit

/// docs/signature.md with dictionaries, round by round.
private func naiveSignature(_ shingles: Set<UInt64>, slots k: Int) -> [UInt64]? {
  if shingles.isEmpty { return nil }
  var generator = SplitMix64(state: 0)
  var slots: [Int: UInt64] = [:]
  for round in 0..<2 * k where slots.count < k {
    let multiplier = round == 0 ? 1 : generator.next() | 1
    var lowest: [Int: (rank: UInt64, shingle: UInt64)] = [:]
    for shingle in shingles {
      let rank = shingle &* multiplier
      let slot = round < k ? Int(rank.multipliedFullWidth(by: UInt64(k)).high) : round - k
      if let known = lowest[slot], known.rank <= rank { continue }
      lowest[slot] = (rank, shingle)
    }
    for (slot, sample) in lowest where slots[slot] == nil { slots[slot] = sample.shingle }
  }
  return (0..<k).map { slots[$0] ?? 0 }
}

private func signature(_ shingles: [UInt64], slots: Int) -> Signature? {
  var sketcher = Sketcher(slotCount: slots)
  return sketcher.signature(of: shingles)
}

@Suite struct SignatureTests {
  @Test(arguments: [1, 2, 3, 10, 16, 100, 128, 256])
  func `A signature is that of the published rule`(slots: Int) {
    var random = RandomText(seed: UInt64(slots))
    for count in [0, 1, 2, 3, 5, 20, 100, 700] {
      let shingles = random.hashes(count: count, different: max(1, count))
      let found = signature(shingles, slots: slots)?.slots
      #expect(found == naiveSignature(Set(shingles), slots: slots), "\(count) of \(shingles)")
    }
  }

  @Test func `Shingles with few bits or many are sampled by the same rule`() {
    let small = (0..<50).map { UInt64($0) }
    let large = small.map { .max - $0 }
    let high = small.map { $0 << 56 }
    for shingles in [small, large, high, small + large + high, [0], [.max]] {
      let found = signature(shingles, slots: 64)?.slots
      #expect(found == naiveSignature(Set(shingles), slots: 64), "\(shingles)")
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Neither repeated shingles nor their order matter`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let set = random.hashes(count: random.number(1...300), different: 300)
    let known = signature(Array(Set(set)).sorted(), slots: 64)
    var shuffled = set + set + set.prefix(7)
    shuffled.shuffle(using: &random.generator)
    #expect(signature(shuffled, slots: 64) == known, "seed \(seed): \(set)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Each slot of a union is a slot of one of its parts`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let a = random.hashes(count: random.number(1...200), different: 200)
    let b = random.hashes(count: random.number(1...200), different: 200)
    let (ofA, ofB) = (signature(a, slots: 64)?.slots, signature(b, slots: 64)?.slots)
    for (slot, sample) in (signature(a + b, slots: 64)?.slots ?? []).enumerated() {
      #expect(ofA?[slot] == sample || ofB?[slot] == sample, "seed \(seed), slot \(slot)")
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `A full slot of a union has the lower rank of its parts`(seed: UInt64) {
    // Where both parts fill all slots in the first round: there the rank is the shingle itself.
    var random = RandomText(seed: seed)
    let a = random.hashes(count: 500, different: 500)
    let b = random.hashes(count: 500, different: 500)
    let parts = zip(signature(a, slots: 16)?.slots ?? [], signature(b, slots: 16)?.slots ?? [])
    #expect(signature(a + b, slots: 16)?.slots == parts.map { min($0, $1) }, "seed \(seed)")
  }

  @Test func `A sketcher used again gives what a new one gives`() {
    var used = Sketcher(slotCount: 32)
    var random = RandomText(seed: 9)
    for count in [300, 1, 40, 0, 5, 200] {
      let shingles = random.hashes(count: count, different: max(1, count))
      #expect(used.signature(of: shingles) == signature(shingles, slots: 32), "\(shingles)")
    }
  }

  @Test func `Equal sets resemble each other wholly, disjoint ones not at all`() throws {
    let a = try #require(signature([1, 2, 3], slots: 64))
    let b = try #require(signature([4, 5, 6], slots: 64))
    #expect(a.estimatedResemblance(to: a) == 1)
    #expect(a.estimatedResemblance(to: b) == 0)
    #expect(Set(a.slots) == [1, 2, 3])
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Distinct hashes are those of a set, in the order of first appearance`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let values = random.hashes(count: 900, different: random.number(1...600))
    var seen: Set<UInt64> = []
    let expected = values.filter { seen.insert($0).inserted }
    var set = ShingleSet()
    var distinct: [UInt64] = [1]
    set.fill([], into: &distinct)
    #expect(distinct.isEmpty && set.count == 0)
    set.fill(values, into: &distinct)
    #expect(distinct == expected && set.count == expected.count, "seed \(seed)")
  }

  @Test func `The generator is Steele, Lea and Flood's`() {
    // The first outputs from 1234567, as published with the reference implementation.
    var generator = SplitMix64(state: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }
}
