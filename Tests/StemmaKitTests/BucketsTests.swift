import Testing

@testable import StemmaKit

/// Sketches in which all keys differ but those given, by slot.
private func sketches(_ count: Int, _ shared: [(slot: Int, documents: [Int])]) -> [SearchSketch] {
  var sketches = (0..<count).map { document in
    SearchSketch(
      keys: [UInt32](repeating: UInt32(document), count: SearchSketch.slots), tokenCount: 500,
      wordCount: 250)
  }
  for (slot, documents) in shared {
    for document in documents { sketches[document].keys[slot] = 1_000_000 }
  }
  return sketches
}

/// The pairs of all buckets, as often as they are found.
private func pairs(_ buckets: Buckets, documents: Int) -> [[Int]] {
  (0..<documents).flatMap { document in
    buckets.memberships(of: document).flatMap { membership in
      buckets.mates(of: membership).map { [document, Int($0)] }
    }
  }.sorted { $0.lexicographicallyPrecedes($1) }
}

@Suite struct BucketsTests {
  private let phrase = SearchSketch.wordSlots

  private func phrases(_ count: Int, _ documents: [Int], cap: Int = 3) throws -> [[Int]] {
    let all = sketches(count, [(phrase, documents)])
    return try pairs(Buckets(all, part: .phrases, cap: cap, threads: 1), documents: count)
  }

  private func words(_ count: Int, _ documents: [Int], cap: Int = 3) throws -> [[Int]] {
    let all = sketches(count, [(0, documents)])
    return try pairs(Buckets(all, part: .words, cap: cap, threads: 1), documents: count)
  }

  @Test func `A bucket within the cap pairs each two of its documents once`() throws {
    #expect(try phrases(9, [2, 5, 8]) == [[2, 5], [2, 8], [5, 8]])
    #expect(try words(9, [2, 5, 8]) == [[2, 5], [2, 8], [5, 8]])
  }

  @Test func `A larger bucket of phrases pairs its first document with each other`() throws {
    #expect(try phrases(9, [2, 5, 7, 8]) == [[2, 5], [2, 7], [2, 8]])
  }

  @Test func `A larger bucket of words pairs nothing`() throws {
    #expect(try words(9, [2, 5, 7, 8]).isEmpty)
  }

  @Test func `A document alone in its bucket has no mates`() throws {
    #expect(try phrases(9, []).isEmpty)
    #expect(try words(9, [3]).isEmpty)
  }

  @Test func `A part looks at its own slots only`() throws {
    let all = sketches(9, [(phrase, [1, 2]), (phrase - 1, [3, 4])])
    #expect(try pairs(Buckets(all, part: .phrases, cap: 3, threads: 1), documents: 9) == [[1, 2]])
    #expect(try pairs(Buckets(all, part: .words, cap: 3, threads: 1), documents: 9) == [[3, 4]])
  }

  @Test func `A bucket of words weighs the logarithm of its rarity, one of phrases 1`() throws {
    let all = sketches(100, [(3, [1, 4]), (phrase, [1, 4])])
    let words = try Buckets(all, part: .words, cap: 32, threads: 1)
    // 16 ln(100 / 2) = 62.6.
    #expect(words.memberships(of: 1).map(\.weight) == [62])
    let phrases = try Buckets(all, part: .phrases, cap: 32, threads: 1)
    #expect(phrases.memberships(of: 1).map(\.weight) == [1])
  }

  @Test func `Words that all documents share weigh the least there is`() throws {
    let buckets = try Buckets(
      sketches(4, [(0, [0, 1, 2, 3])]), part: .words, cap: 32, threads: 1)
    #expect(buckets.memberships(of: 2).map(\.weight) == [1])
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `Each document is in the buckets of the slots where one behind it has its key`(seed: UInt64)
    throws
  {
    var random = SplitMix64(state: seed)
    let all = (0..<40).map { _ in
      SearchSketch(
        keys: (0..<SearchSketch.slots).map { _ in UInt32.random(in: 0..<30, using: &random) },
        tokenCount: 500, wordCount: 250)
    }
    let buckets = try Buckets(all, part: .words, cap: 100, threads: 3)
    for document in 0..<40 {
      let shared = (0..<SearchSketch.wordSlots).filter { slot in
        all.indices.contains { $0 > document && all[$0].keys[slot] == all[document].keys[slot] }
      }
      #expect(buckets.memberships(of: document).count == shared.count, "seed \(seed), \(document)")
    }
  }
}
