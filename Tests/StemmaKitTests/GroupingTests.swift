import Testing

@testable import StemmaKit

@Suite struct GroupingTests {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Items stand with their group, as a dictionary has them`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let groups = Int.random(in: 1...20, using: &random)
    let entries = (0..<Int.random(in: 0...60, using: &random)).map { number in
      (group: Int.random(in: 0..<groups, using: &random), item: 1000 + number)
    }
    let grouping = Grouping(groups: groups, entries)
    let expected = Dictionary(grouping: entries, by: \.group)
    for group in 0..<groups {
      #expect(Array(grouping[group]) == (expected[group] ?? []).map(\.item))
      #expect(grouping.count(group) == expected[group]?.count ?? 0)
    }
  }

  @Test func `Places of a list stand with what is there`() {
    let grouping = Grouping([2, 0, 2, 1, 2], of: 4)
    #expect((0..<4).map { Array(grouping[$0]) } == [[1], [3], [0, 2, 4], []])
  }
}
