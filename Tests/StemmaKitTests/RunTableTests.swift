import Testing

@testable import StemmaKit

@Suite struct `Runs of words are counted with their houses` {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `The table counts as a dictionary does`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let runs = (0..<1000).map { _ in random.next() }
    let texts = (0..<800).map { _ in (0..<10).map { _ in runs[Int(random.next() % 1000)] } }
    let publishers = texts.map { _ in Int(random.next() % 5) }
    let portions = stride(from: 0, to: texts.count, by: 70).map {
      RunPortion(Array(texts[$0..<min($0 + 70, texts.count)]), from: $0)
    }
    let houses = publishers.map { $0 == 4 ? .unknown : RunTable.House($0) }
    let table = RunTable(portions, houses: houses, threads: 1 + Int(seed % 3))

    var known: [UInt64: (texts: Int, houses: Set<Int>)] = [:]
    for (text, house) in zip(texts, publishers) {
      for run in text {
        known[run, default: (0, [])].texts += 1
        known[run]?.houses.formUnion(house == 4 ? [100, 200] : [house])
      }
    }
    for run in runs {
      #expect(Int(table[run].texts) == known[run]?.texts ?? 0)
      #expect(table[run].isOfOneHouse == (known[run]?.houses.count == 1))
    }
    #expect(table.counts(runs).map(\.texts) == runs.map { table[$0].texts })
    for _ in 0..<1000 { #expect(table[random.next()].texts == 0) }

    let having = table.texts(portions, threads: 2) { $0.texts >= 12 }
    let expected = texts.indices.filter { text in
      texts[text].contains { known[$0]?.texts ?? 0 >= 12 }
    }
    #expect(having.sorted() == expected)
    #expect(!having.isEmpty && having.count < texts.count)
  }

  @Test func `Runs that all begin at one place end all the same`() {
    // By the inverse of the multiplier: they differ in what is told apart last.
    var inverse: UInt64 = 1
    for _ in 0..<6 { inverse &*= 2 &- Shingles.multiplier &* inverse }
    let runs = (0..<20_000 as Range<UInt64>).map { $0 &* inverse }
    let table = RunTable([RunPortion([runs])], houses: [.unknown], threads: 1)
    #expect(runs.allSatisfy { table[$0].texts > 0 })
  }
}
