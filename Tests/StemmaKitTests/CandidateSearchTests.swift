import Testing

@testable import StemmaKit

/// Every pair with what it shares, by the rules of docs/candidates.md, slot by slot.
private func naiveCandidates(
  _ sketches: [SearchSketch], part: CandidateSearch.Part, cap: Int
) -> Set<Candidate> {
  var weights: [Candidate: Int] = [:]
  var plain: [Candidate: Int] = [:]
  for slot in part == .words ? 0..<256 : 256..<384 {
    let groups = Dictionary(grouping: sketches.indices) { sketches[$0].keys[slot] }
    for group in groups.values where group.count > 1 && (group.count <= cap || part == .phrases) {
      let share = Float(sketches.count) / Float(group.count)
      let weight = part == .words ? max(1, Int(naturalLogarithm(share) * 16)) : 1
      // Of a group beyond the cap only the first is paired.
      for (rank, a) in group.enumerated() where group.count <= cap || rank == 0 {
        for b in group[(rank + 1)...] {
          weights[Candidate(a: a, b: b), default: 0] += weight
          if group.count <= cap { plain[Candidate(a: a, b: b), default: 0] += 1 }
        }
      }
    }
  }
  let enough = weights.filter { $0.value >= (part == .words ? 16 * 16 : 3) }.keys
  guard part == .phrases else { return Set(enough) }
  // By groups beyond the cap alone a document is paired with the first there is.
  let starred = enough.filter { plain[$0, default: 0] < 3 }
  let firsts = Dictionary(starred.map { ($0.b, $0.a) }, uniquingKeysWith: min)
  return Set(enough.filter { plain[$0, default: 0] >= 3 || firsts[$0.b] == $0.a })
}

/// Sketches of which some copy keys of earlier ones, a few or many, and some keys are common.
private func randomSketches(_ count: Int, seed: UInt64) -> [SearchSketch] {
  var random = SplitMix64(state: seed)
  var sketches: [SearchSketch] = []
  for number in 0..<count {
    var keys = (0..<SearchSketch.slots).map { _ in UInt32.random(in: 0...(.max), using: &random) }
    for _ in 0..<3 where number > 0 {
      let other = sketches[Int.random(in: 0..<number, using: &random)]
      // About 2.5 of 128 phrases and 5 of 256 words at the middle: around the lines.
      let share = Double.random(in: 0...0.04, using: &random)
      for slot in keys.indices where Double.random(in: 0..<1, using: &random) < share {
        keys[slot] = other.keys[slot]
      }
    }
    // In some slots a few keys are those of many documents.
    for slot in stride(from: 0, to: SearchSketch.slots, by: 13)
    where UInt64.random(in: 0..<3, using: &random) > 0 {
      keys[slot] = UInt32.random(in: 1...(slot % 2 == 0 ? 3 : 9), using: &random)
    }
    sketches.append(SearchSketch(keys: keys, tokenCount: 500, wordCount: 250))
  }
  return sketches
}

@Suite struct CandidateSearchTests {
  @Test(arguments: [40, 260, 500], [CandidateSearch.Part.words, .phrases])
  func `Candidates are those of a count of shared keys by hand`(
    count: Int, part: CandidateSearch.Part
  ) throws {
    for seed in 0..<3 as Range<UInt64> {
      let sketches = randomSketches(count, seed: seed)
      let found = try CandidateSearch(sketches, part: part).candidates()
      let cap = CandidateSearch.cap(documents: count)
      let expected = naiveCandidates(sketches, part: part, cap: cap)
      #expect(Set(found) == expected, "seed \(seed), \(count) documents")
      #expect(found.count == expected.count, "seed \(seed): one was found twice")
      // Neither none nor all, or the comparison says nothing.
      #expect(expected.count > 3 && expected.count < count * count / 4)
    }
  }

  @Test(arguments: [CandidateSearch.Part.words, .phrases])
  func `A collection searched part by part has the same candidates`(
    part: CandidateSearch.Part
  ) throws {
    let sketches = randomSketches(2500, seed: 8)
    let whole = try CandidateSearch(sketches, part: part).candidates()
    var parts = CandidateSearch(sketches, part: part)
    parts.memory = 1
    #expect(try parts.candidates() == whole)
    #expect(whole.contains { $0.a < 1024 && $0.b >= 2048 })
  }

  @Test(arguments: [2, 5], [CandidateSearch.Part.words, .phrases])
  func `The number of threads changes nothing`(threads: Int, part: CandidateSearch.Part) throws {
    let sketches = randomSketches(400, seed: 5)
    let one = try CandidateSearch(sketches, part: part).candidates()
    var many = CandidateSearch(sketches, part: part)
    many.threads = threads
    #expect(try many.candidates() == one)
    #expect(one == one.sorted { ($0.a, $0.b) < ($1.a, $1.b) })
    #expect(one.allSatisfy { $0.a < $0.b })
  }

  @Test(arguments: [0, 1, 2, 3, 200])
  func `In a small collection every pair is a candidate`(count: Int) throws {
    let found = try #require(CandidateSearch.exhaustive(documents: count))
    #expect(found.count == count * (count - 1) / 2)
    #expect(Set(found).count == found.count)
    #expect(found.allSatisfy { 0 <= $0.a && $0.a < $0.b && $0.b < count })
  }

  @Test func `A larger collection is searched`() throws {
    // 200 documents have 19,900 pairs, 201 have 20,100.
    #expect(CandidateSearch.exhaustive(documents: 201) == nil)
  }

  @Test(arguments: [(2, false), (3, true)])
  func `Three shared phrases make a candidate`(count: Int, isFound: Bool) throws {
    var sketches = different(300)
    for slot in 0..<count { sketches[7].keys[SearchSketch.wordSlots + slot] = 30 }
    let found = try CandidateSearch(sketches, part: .phrases).candidates()
    #expect(found == (isFound ? [Candidate(a: 7, b: 30)] : []))
    #expect(try CandidateSearch(sketches, part: .words).candidates().isEmpty)
  }

  @Test(arguments: [(3, false), (4, true)])
  func `Shared words count the logarithm of their rarity`(count: Int, isFound: Bool) throws {
    // Of 300 documents two have each key: ln 150 = 5.01, in sixteenths 80; 256 are needed.
    var sketches = different(300)
    for slot in 0..<count { sketches[7].keys[slot] = 30 }
    let found = try CandidateSearch(sketches, part: .words).candidates()
    #expect(found == (isFound ? [Candidate(a: 7, b: 30)] : []))
    #expect(try CandidateSearch(sketches, part: .phrases).candidates().isEmpty)
  }

  @Test func `The cap is 0.15 per cent of the collection, from 32 to 64`() throws {
    #expect(CandidateSearch.cap(documents: 300) == 32)
    #expect(CandidateSearch.cap(documents: 40_000) == 60)
    #expect(CandidateSearch.cap(documents: 1_000_000) == 64)
  }

  @Test func `Five hundred near-identical texts have few candidates, and each is in one`() throws {
    var random = SplitMix64(state: 11)
    let master = (0..<SearchSketch.slots).map { _ in UInt32.random(in: 0...(.max), using: &random) }
    let sketches = (0..<500).map { _ in
      SearchSketch(
        keys: master.map { key in
          let isOwn = Int.random(in: 0..<20, using: &random) == 0
          return isOwn ? UInt32.random(in: 0...(.max), using: &random) : key
        }, tokenCount: 500, wordCount: 250)
    }
    let found = try CandidateSearch(sketches, part: .phrases).candidates()
    #expect(Set(found.flatMap { [$0.a, $0.b] }).count == 500)
    // All pairs would be 124,750; of the stars of the slots nearly all have the same two centres.
    #expect(found.count <= 4 * 500, "\(found.count) candidates")
    #expect(try CandidateSearch(sketches, part: .words).candidates().isEmpty)
  }

  @Test(arguments: [(2, false), (3, false), (4, true), (40, true)])
  func `What four documents or more share may be common matter`(count: Int, isCrowded: Bool) throws
  {
    var sketches = different(300)
    for document in 100..<100 + count {
      for slot in 0..<3 { sketches[document].keys[SearchSketch.wordSlots + slot] = 5000 }
    }
    let found = try CandidateSearch(sketches, part: .phrases).search()
    #expect(!found.isEmpty && found.allSatisfy { $0.isCrowded == isCrowded })
    // One phrase that no other has is enough for it not to be.
    sketches[101].keys[SearchSketch.wordSlots + 3] = sketches[100].keys[SearchSketch.wordSlots + 3]
    let first = try CandidateSearch(sketches, part: .phrases).search()[0]
    #expect(first.candidate == Candidate(a: 100, b: 101) && !first.isCrowded)
  }

  @Test func `Counts of shared phrases do not run into each other`() {
    let kinds = [
      PhraseCount.one(documents: 3, isStar: false, isCommon: false),
      PhraseCount.one(documents: 4, isStar: false, isCommon: false),
      PhraseCount.one(documents: 200, isStar: true, isCommon: false),
      PhraseCount.one(documents: 2000, isStar: true, isCommon: true),
    ]
    let all = Int32(SearchSketch.phraseSlots)
    #expect(PhraseCount.parts(all &* kinds[0]) == (all, all, 0, 0))
    #expect(PhraseCount.parts(all &* kinds[1]) == (0, all, 0, 0))
    #expect(PhraseCount.parts(all &* kinds[2]) == (0, 0, all, 0))
    #expect(PhraseCount.parts(all &* kinds[3]) == (0, 0, 0, all))
    #expect(PhraseCount.parts(kinds.reduce(0, &+)) == (1, 2, 1, 1))
    #expect(PhraseCount.isEnough(kinds[0] &+ kinds[1] &+ kinds[2]))
    #expect(!PhraseCount.isEnough(kinds[0] &+ kinds[1] &+ 45 &* kinds[3]))
    #expect(PhraseCount.isEnough(48 &* kinds[3]))
  }

  @Test func `No documents have no candidates`() throws {
    #expect(try CandidateSearch([], part: .words).candidates().isEmpty)
    #expect(try CandidateSearch(different(1), part: .phrases).candidates().isEmpty)
  }

  /// Sketches that have no key in common.
  private func different(_ count: Int) -> [SearchSketch] {
    (0..<count).map { document in
      SearchSketch(
        keys: [UInt32](repeating: UInt32(document), count: SearchSketch.slots), tokenCount: 500,
        wordCount: 250)
    }
  }
}
