import Testing

@testable import StemmaKit

@Suite struct PairVocabularyTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Ids are numbered in the order of first appearance and counted`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let all = random.hashes(count: random.number(0...400), different: random.number(1...200))
    let cut = random.number(0...all.count)
    let (first, second) = (Array(all[..<cut]), Array(all[cut...]))
    var ids: [UInt64: Int32] = [:]
    var hashes: [UInt64] = []
    for hash in all where ids[hash] == nil {
      ids[hash] = Int32(hashes.count)
      hashes.append(hash)
    }
    let found = PairVocabulary(first, second)
    let input = "seed \(seed): \(first), \(second)"
    #expect(found.a == first.compactMap { ids[$0] }, "\(input)")
    #expect(found.b == second.compactMap { ids[$0] }, "\(input)")
    #expect(found.hashes == hashes, "\(input)")
    for (id, hash) in hashes.enumerated() {
      let countA = first.filter { $0 == hash }.count
      let countB = second.filter { $0 == hash }.count
      #expect(Int(found.countA[id]) == countA && Int(found.countB[id]) == countB, "\(input)")
      #expect(found.isShared(id) == (countA > 0 && countB > 0), "\(input)")
    }
  }

  @Test func `Hashes that differ in a few bits only are told apart`() {
    for shift in [0, 8, 20, 40, 52] as [UInt64] {
      let first = (0..<300).map { UInt64($0) << shift }
      let second = first.map { $0 | 1 << 63 }
      let found = PairVocabulary(first, second)
      #expect(found.count == 600, "shift \(shift)")
      #expect(found.hashes == first + second, "shift \(shift)")
    }
  }

  @Test func `A vocabulary used again numbers as a new one does`() {
    var used = PairVocabulary()
    for seed in 0..<30 as Range<UInt64> {
      var random = RandomText(seed: seed)
      let first = random.hashes(count: random.number(0...300), different: 80)
      let second = random.hashes(count: random.number(0...300), different: 120)
      used.number(first, second)
      let new = PairVocabulary(first, second)
      #expect(used.a == new.a && used.b == new.b && used.hashes == new.hashes, "seed \(seed)")
      #expect(used.count == new.count && used.countOfA == Set(first).count, "seed \(seed)")
      #expect(used.countA[..<new.count] == new.countA[..<new.count], "seed \(seed)")
      #expect(used.countB[..<new.count] == new.countB[..<new.count], "seed \(seed)")
    }
  }

  @Test func `Two empty sequences have no words`() {
    let found = PairVocabulary([], [])
    #expect(found.count == 0)
    #expect(found.a.isEmpty && found.b.isEmpty)
    #expect(PairVocabulary([], [5]).countA == [0])
  }
}
