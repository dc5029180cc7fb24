import Testing

@testable import StemmaKit

@Suite struct PairOrderTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Every pair has its turn, and those of one story follow each other`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    // Documents of a story lie anywhere in the collection.
    let story = (0..<60).map { _ in Int.random(in: 0..<12, using: &random) }
    var pairs: [Candidate] = []
    for a in 0..<60 {
      for b in a + 1..<60 where story[a] == story[b] && Int.random(in: 0..<3, using: &random) > 0 {
        pairs.append(Candidate(a: a, b: b))
      }
    }
    pairs.shuffle(using: &random)
    let places = PairOrder.places(pairs, documents: 60)
    #expect(places.sorted() == Array(pairs.indices))
    let stories = places.map { story[pairs[$0].a] }
    // Where a story falls apart it may come back, but never within another.
    let parts = StoryParts(pairs)
    let turns = places.map { parts.part(of: pairs[$0].a) }
    #expect(zip(turns, turns.dropFirst()).count { $0 != $1 } == Set(turns).count - 1)
    #expect(Set(stories) == Set(pairs.map { story[$0.a] }))
  }

  @Test func `A chain is walked from its end`() {
    let pairs = [Candidate(a: 0, b: 9), Candidate(a: 3, b: 5), Candidate(a: 3, b: 9)]
    #expect(PairOrder.places(pairs, documents: 10) == [0, 2, 1])
    #expect(PairOrder.places([], documents: 3).isEmpty)
  }
}

/// Which documents hang together, by asking again and again.
private struct StoryParts {
  private var parts: [Int: Int] = [:]

  init(_ pairs: [Candidate]) {
    for pair in pairs { (parts[pair.a], parts[pair.b]) = (pair.a, pair.b) }
    for _ in pairs {
      for pair in pairs {
        let least = min(parts[pair.a]!, parts[pair.b]!)
        (parts[pair.a], parts[pair.b]) = (least, least)
      }
    }
  }

  func part(of document: Int) -> Int { parts[document]! }
}
