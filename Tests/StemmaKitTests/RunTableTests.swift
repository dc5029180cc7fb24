import Testing

@testable import StemmaKit

@Suite struct `Runs of words are counted with their houses` {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `The table counts as a dictionary does`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let runs = (0..<1000).map { _ in random.next() }
    var table = RunTable(runs: runs.count)
    var known: [UInt64: (texts: Int, houses: Set<Int>)] = [:]
    for _ in 0..<8000 {
      let run = runs[Int(random.next() % 1000)]
      let house = run % 2 == 0 ? 3 : Int(random.next() % 5)
      table.add([run], of: house == 4 ? .unknown : RunTable.House(house))
      known[run, default: (0, [])].texts += 1
      known[run]?.houses.formUnion(house == 4 ? [100, 200] : [house])
    }
    for run in runs {
      #expect(Int(table[run].texts) == known[run]?.texts ?? 0)
      #expect(table[run].isOfOneHouse == (known[run]?.houses.count == 1))
    }
    for _ in 0..<1000 { #expect(table[random.next()].texts == 0) }
  }

  @Test func `More runs than there is room for end all the same`() {
    var table = RunTable(runs: 10)
    table.add(Array(1...10_000 as ClosedRange<UInt64>), of: .unknown)
    #expect((1...10_000 as ClosedRange<UInt64>).allSatisfy { table[$0].texts > 0 })
  }
}
