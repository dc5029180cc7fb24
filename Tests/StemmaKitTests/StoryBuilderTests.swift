import Testing

@testable import StemmaKit

private func members(_ count: Int, _ derivations: [Derivation]) -> [[Int]] {
  StoryBuilder.stories(documents: count, derivations: derivations).map(\.members)
}

/// Random derivations, some of them directed, each pair once.
private func randomDerivations(_ count: Int, seed: UInt64) -> [Derivation] {
  var random = RandomText(seed: seed)
  var all: [Derivation] = []
  for b in 1..<count {
    for a in 0..<b where random.number(0...5) == 0 {
      let relation: Relation = [.excerpt, .rewrite, .rewrite, .copy][random.number(0...3)]
      let source: Int? = [nil, a, b][random.number(0...2)]
      all.append(
        derivation(a, b, relation, coverage: Double(random.number(30...90)) / 100, from: source))
    }
  }
  return all
}

@Suite struct StoryBuilderTests {
  @Test func `A chain of rewrites is not one story`() {
    let chain = [
      derivation(0, 1, .rewrite, coverage: 0.6), derivation(1, 2, .rewrite, coverage: 0.4),
      derivation(2, 3, .rewrite, coverage: 0.5),
    ]
    // The strongest links make two pairs; of the four pairs between these one is verified.
    #expect(members(4, chain) == [[0, 1], [2, 3]])
  }

  @Test func `A clique of rewrites is one story`() {
    let clique = (1..<6).flatMap { b in (0..<b).map { derivation($0, b, .rewrite) } }
    #expect(members(6, clique) == [[0, 1, 2, 3, 4, 5]])
  }

  @Test func `Two groups are one story where half of the pairs between them are verified`() {
    let pairs = [
      derivation(0, 1, .rewrite, coverage: 0.9), derivation(2, 3, .rewrite, coverage: 0.8),
      derivation(0, 2, .rewrite, coverage: 0.5),
    ]
    #expect(members(4, pairs) == [[0, 1], [2, 3]])
    #expect(members(4, pairs + [derivation(1, 3, .rewrite, coverage: 0.4)]) == [[0, 1, 2, 3]])
  }

  @Test func `Five hundred copies of one text are one story`() {
    let copies = (1..<500).map { derivation(0, $0, .copy) }
    #expect(members(500, copies) == [Array(0..<500)])
  }

  @Test func `A chain of near-copies is not one story`() {
    // Each is a near-copy of the one before alone, as a form that changes from week to week.
    let chain = (1..<9).map { derivation($0 - 1, $0, .copy) }
    #expect(members(9, chain).allSatisfy { $0.count <= 3 })
  }

  @Test func `The same text is of one story, though but one of two was compared with others`() {
    // 4 is 1 once more; 0 has most near-copies, of which 1 is one.
    let copies = [1, 2, 3].map { derivation(0, $0, .copy) }
    let found = members(5, copies + [derivation(1, 4, .duplicate)])
    #expect(found == [[0, 1, 2, 3, 4]])
  }

  @Test func `Copies of one text count as one text`() {
    // Ten copies of 0; one of them is shown to be reworded by 10.
    let copies = (1..<10).map { derivation(0, $0, .copy) }
    #expect(members(11, copies + [derivation(4, 10, .rewrite)]) == [Array(0..<11)])
  }

  @Test(arguments: [Relation.copy, .rewrite])
  func `A round-up joins no two stories`(relation: Relation) {
    // Two stories of three texts; the round-up (6) has half of what each text of both says.
    let stories = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)].map {
      derivation($0.0, $0.1, .rewrite, coverage: 0.9)
    }
    let roundUp = (0..<6).map {
      derivation($0, 6, relation, coverage: 0.8 - Double($0) / 100, larger: 0.4)
    }
    #expect(members(7, stories + roundUp) == [[0, 1, 2, 6], [3, 4, 5]])
  }

  @Test(arguments: [Relation.copy, .rewrite])
  func `A text that holds two others is in the story of one`(relation: Relation) {
    let pairs = [
      derivation(0, 1, relation, coverage: 0.9, larger: 0.5),
      derivation(1, 2, relation, coverage: 0.8, larger: 0.4),
    ]
    #expect(members(3, pairs) == [[0, 1]])
  }

  @Test func `Long and short versions of a text are one story`() {
    let pairs = [
      derivation(0, 1, .copy, coverage: 0.9), derivation(2, 3, .copy, coverage: 0.9),
      derivation(0, 2, .copy, coverage: 0.9, larger: 0.3),
      derivation(0, 3, .copy, coverage: 0.9, larger: 0.3),
      derivation(1, 2, .copy, coverage: 0.9, larger: 0.3),
    ]
    #expect(members(4, pairs) == [[0, 1, 2, 3]])
    #expect(members(4, Array(pairs.dropLast())) == [[0, 1], [2, 3]])
  }

  @Test func `An excerpt joins no text that tells another story`() {
    // A page of teasers, with a sentence of each of three articles.
    let teasers = (1...3).map { article in
      var pair = finding(.excerpt)
      pair.evidence.scores.rareWords = 0.04
      return Derivation(a: 0, b: article, finding: pair)
    }
    #expect(teasers.allSatisfy { $0.isAside })
    #expect(members(4, teasers).isEmpty)
    #expect(members(4, (1...3).map { derivation(0, $0, .excerpt) }) == [[0, 1, 2, 3]])
  }

  @Test func `An excerpt from the outlet's own text of another day joins no story`() {
    func excerpt(_ outlets: [String], _ dates: [String], alignment: Double) -> Derivation {
      var pair = finding(.excerpt)
      pair.evidence.scores.localAlignment = alignment
      let heads = zip(outlets, dates).map {
        DocumentHead(Document(id: $1, text: [], source: $0, date: PublicationDate($1)))
      }
      pair.decide(DirectionRule(), Provenance(heads[0], heads[1]))
      return Derivation(a: 0, b: 1, finding: pair)
    }
    let (own, other) = (["Herald", "Herald"], ["Herald", "Mirror"])
    let (nextDay, later) = (["2025-03-01", "2025-03-02"], ["2025-03-01", "2025-03-09"])
    let sameDay = ["2025-03-01T08:00:00Z", "2025-03-01T20:00:00Z"]
    for alignment in [30.0, 90] {
      #expect(excerpt(own, nextDay, alignment: alignment).isAside)
      #expect(excerpt(own, later, alignment: alignment).isAside)
      #expect(!excerpt(own, sameDay, alignment: alignment).isAside)
      #expect(!excerpt(other, nextDay, alignment: alignment).isAside)
    }
    #expect(excerpt(other, later, alignment: 30).isAside)
    #expect(!excerpt(other, later, alignment: 90).isAside)
  }

  @Test func `An excerpt joins a text that stands alone, never two stories`() {
    let stories = [derivation(0, 1, .rewrite), derivation(2, 3, .rewrite)]
    #expect(members(4, stories + [derivation(1, 2, .excerpt)]) == [[0, 1], [2, 3]])
    let alone = stories + [derivation(0, 4, .excerpt, coverage: 0.6)]
    #expect(members(5, alone) == [[0, 1, 4], [2, 3]])
    #expect(members(5, alone + [derivation(3, 4, .excerpt)]) == [[0, 1, 4], [2, 3]])
    #expect(members(2, [derivation(0, 1, .excerpt)]) == [[0, 1]])
  }

  @Test func `Who lends a passage to a story is not of it, who borrows one is`() {
    let story = [derivation(0, 1, .rewrite), derivation(0, 2, .copy), derivation(1, 2, .rewrite)]
    #expect(members(4, story + [derivation(0, 3, .excerpt, from: 3)]) == [[0, 1, 2]])
    #expect(members(4, story + [derivation(0, 3, .excerpt, from: 0)]) == [[0, 1, 2, 3]])
    #expect(members(4, story + [derivation(0, 3, .excerpt)]) == [[0, 1, 2, 3]])
    // Of two that stand alone both are of the story.
    #expect(members(2, [derivation(0, 1, .excerpt, from: 1)]) == [[0, 1]])
  }

  @Test func `A story of two by an excerpt is not joined to another by a second one`() {
    let found = members(
      8,
      [
        derivation(3, 4, .rewrite, coverage: 0.9), derivation(5, 7, .excerpt, coverage: 0.8),
        derivation(3, 5, .excerpt, coverage: 0.5),
      ])
    #expect(found == [[3, 4], [5, 7]])
  }

  @Test func `Texts that excerpt one text are its story, wherever it stands in the order`() {
    let first = [1, 2, 3].map { derivation(0, $0, .excerpt, coverage: Double($0) / 10) }
    #expect(members(4, first) == [[0, 1, 2, 3]])
    let last = [0, 1, 2].map { derivation($0, 3, .excerpt, coverage: Double($0 + 1) / 10) }
    #expect(members(4, last) == [[0, 1, 2, 3]])
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `The order of the derivations does not matter`(seed: UInt64) {
    var all = randomDerivations(14, seed: seed)
    let expected = StoryBuilder.stories(documents: 14, derivations: all)
    var random = SplitMix64(state: seed)
    for _ in 0..<5 {
      all.shuffle(using: &random)
      #expect(StoryBuilder.stories(documents: 14, derivations: all) == expected, "\(all)")
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `A story is a forest: one source a member at most, and no circles`(seed: UInt64) {
    let all = randomDerivations(14, seed: seed)
    let stories = StoryBuilder.stories(documents: 14, derivations: all)
    #expect(Set(stories.flatMap(\.members)).count == stories.flatMap(\.members).count)
    #expect(stories.map(\.members.count) == stories.map(\.members.count).sorted(by: >))
    for story in stories {
      let sources = Dictionary(story.edges.map { ($0.derivative, $0.source) }) { one, _ in
        Issue.record("seed \(seed): two sources in \(story.edges)")
        return one
      }
      #expect(story.members.count > 1 && story.members == story.members.sorted())
      for member in story.members {
        var steps = 0
        var at = member
        while let next = sources[at], steps <= story.members.count {
          #expect(story.members.contains(next), "seed \(seed): \(story)")
          at = next
          steps += 1
        }
        #expect(steps < story.members.count, "seed \(seed): a circle in \(story.edges)")
      }
    }
  }

  @Test func `Without derivations there are no stories`() {
    #expect(members(0, []).isEmpty)
    #expect(members(5, []).isEmpty)
  }
}
