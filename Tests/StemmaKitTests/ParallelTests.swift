import Testing

@testable import StemmaKit

@Suite struct ParallelTests {
  @Test(arguments: [1, 2, 3, 8, 100], [0, 1, 63, 64, 65, 1000])
  func `The result is the same for any number of threads`(threads: Int, count: Int) {
    let found = parallelChunks(count, threads: threads) { range in range.map { $0 * $0 } }
    #expect(found == (0..<count).map { $0 * $0 })
  }

  @Test(arguments: [1, 2, 7, 64, 1000], [1, 4])
  func `The size of the chunks does not show in the result`(chunk: Int, threads: Int) {
    let found = parallelChunks(130, threads: threads, chunk: chunk) { range in Array(range) }
    #expect(found == Array(0..<130))
  }

  @Test func `Every chunk is worked on once, and none is larger than asked for`() {
    let ranges = parallelChunks(1000, threads: 4, chunk: 30) { [$0] }
    #expect(ranges.count == 34)
    #expect(ranges.allSatisfy { (1...30).contains($0.count) })
    #expect(ranges.flatMap(Array.init) == Array(0..<1000))
  }

  @Test func `Results of uneven length stay in order`() {
    @Sendable func uneven(_ range: Range<Int>) -> [Int] {
      range.flatMap { number in [Int](repeating: number, count: number % 5) }
    }
    let found = parallelChunks(500, threads: 4, chunk: 8, uneven)
    #expect(found == uneven(0..<500))
  }

  @Test func `Work that takes longer at the beginning stays in order`() {
    let found = parallelChunks(64, threads: 4, chunk: 1) { range in
      range.map { number in
        // The first chunk has the most to do.
        (0..<(64 - number) * 200).reduce(number) { sum, step in step == -1 ? 0 : sum }
      }
    }
    #expect(found == Array(0..<64))
  }

  @Test(arguments: [1, 2, 5, 100])
  func `Lists are joined one behind another`(threads: Int) {
    let lists = (0..<40).map { number in [Int](repeating: number, count: number * 7 % 11) }
    #expect(joined(lists, threads: threads) == lists.flatMap { $0 })
    #expect(joined([[], [], []] as [[Int]], threads: threads).isEmpty)
    #expect(joined([] as [[Int]], threads: threads).isEmpty)
  }
}
