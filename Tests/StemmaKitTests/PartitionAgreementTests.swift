import Testing

@testable import StemmaKit

/// Every pair of documents looked at.
private func naive(_ labelled: [Int], _ found: [Int]) -> Retrieval {
  var counts = Retrieval()
  for a in labelled.indices {
    for b in labelled.indices where a < b {
      counts.add(isTrue: labelled[a] == labelled[b], isFound: found[a] == found[b])
    }
  }
  return counts
}

@Suite struct PartitionAgreementTests {
  @Test func `Pairs together are those of a look at each`() {
    for seed in 0..<60 as Range<UInt64> {
      var random = RandomText(seed: seed)
      let count = random.number(1...40)
      let labelled = (0..<count).map { _ in random.number(0...6) }
      let found = (0..<count).map { _ in random.number(0...4) }
      let agreement = PartitionAgreement(labelled: labelled, found: found)
      let total = agreement.pairs.total
      let expected = naive(labelled, found)
      // Each pair is counted from either side.
      #expect(
        total
          == Retrieval(
            hits: 2 * expected.hits, falseAlarms: 2 * expected.falseAlarms,
            misses: 2 * expected.misses), "seed \(seed)")
      #expect(total.f1 == expected.f1)
      let turned = PartitionAgreement(labelled: found, found: labelled)
      #expect(abs(turned.adjustedRand - agreement.adjustedRand) < 1e-12)
      #expect(agreement.adjustedRand <= 1)
    }
  }

  @Test func `The adjusted Rand index by hand`() {
    // Together: 1 pair in both, 2 labelled, 2 found, of 6. Expected 2 * 2 / 6: (1 - 2/3) / (2 - 2/3).
    let one = PartitionAgreement(labelled: [0, 0, 1, 1], found: [0, 0, 1, 2])
    #expect(isClose(one.adjustedRand, (1 - 2.0 / 6) / (1.5 - 2.0 / 6)))
    let other = PartitionAgreement(labelled: [0, 0, 1, 1], found: [0, 1, 0, 1])
    #expect(isClose(other.adjustedRand, (0 - 4.0 / 6) / (2 - 4.0 / 6)))
  }

  @Test func `Agreement is 1, and chance is about 0`() {
    let groups = [0, 0, 1, 1, 1, 2]
    #expect(PartitionAgreement(labelled: groups, found: groups.map { 9 - $0 }).adjustedRand == 1)
    #expect(PartitionAgreement(labelled: [1, 2, 3], found: [4, 5, 6]).adjustedRand == 1)
    #expect(PartitionAgreement(labelled: [], found: []).adjustedRand == 1)
    var random = RandomText(seed: 1)
    let labelled = (0..<3000).map { _ in random.number(0...9) }
    let found = (0..<3000).map { _ in random.number(0...9) }
    #expect(abs(PartitionAgreement(labelled: labelled, found: found).adjustedRand) < 0.01)
  }

  @Test func `Pairs that share documents are one group`() {
    let groups = PairGroups(documents: 8, pairs: [(a: 0, b: 3), (a: 4, b: 3), (a: 5, b: 6)])
    #expect((0..<8).map(groups.group) == [0, 1, 2, 0, 0, 5, 5, 7])
  }
}
