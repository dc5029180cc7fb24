import Testing

@testable import StemmaKit

@Suite struct PipelineTests {
  struct Stop: Error {}

  /// What comes out of a pipeline that squares the first numbers, some of them slowly.
  private func squares(
    _ count: Int, threads: Int, mostWaiting: Int = 3, failing: Int? = nil
  ) throws -> [Int] {
    var next = 0
    var taken: [Int] = []
    try Pipeline(threads: threads, mostWaiting: mostWaiting).run(
      scratch: { 0 },
      fetch: {
        guard next < count else { return nil as Int? }
        next += 1
        return next - 1
      },
      make: { (calls: inout Int, number: Int) -> Int in
        calls += 1
        // Some take long, so that others are done before them.
        let turns = number % 7 == 0 ? 20_000 : 1
        return (0..<turns).reduce(number * number) { sum, step in step == -1 ? 0 : sum }
      },
      take: { square in
        taken.append(square)
        if let failing, square == failing * failing { throw Stop() }
      })
    return taken
  }

  @Test(arguments: [1, 2, 3, 16], [0, 1, 2, 100, 1000])
  func `What is made is handed on in order`(threads: Int, count: Int) throws {
    #expect(try squares(count, threads: threads) == (0..<count).map { $0 * $0 })
  }

  @Test(arguments: [1, 2, 4], [0, 1, 50])
  func `It comes to its end however few may wait`(threads: Int, mostWaiting: Int) throws {
    let found = try squares(300, threads: threads, mostWaiting: mostWaiting)
    #expect(found == (0..<300).map { $0 * $0 })
  }

  @Test(arguments: [1, 2, 4], [0, 49, 299])
  func `What cannot be taken ends it, and nothing more is handed on`(
    threads: Int, failing: Int
  ) throws {
    #expect(throws: Stop.self) { try squares(300, threads: threads, failing: failing) }
  }

  @Test(arguments: [1, 4])
  func `No more is fetched than may wait`(threads: Int) throws {
    var (fetched, taken, most) = (0, 0, 0)
    try Pipeline(threads: threads, mostWaiting: 5).run(
      scratch: {},
      fetch: {
        fetched += 1
        return fetched <= 500 ? fetched : nil
      },
      make: { (_, number: Int) in number },
      take: { _ in
        taken += 1
        most = max(most, fetched - taken)
      })
    #expect(taken == 500)
    #expect(most <= threads + 5)
  }
}
