import Testing

@testable import StemmaKit

/// Two texts with three near-copies each, 0 to 3 and 4 to 7.
private let copies = [1, 2, 3, 5, 6, 7].map { derivation($0 / 4 * 4, $0, .copy) }

@Suite struct NodeTrialTests {
  private func trials(_ derivations: [Derivation]) -> [NodeTrial] {
    NodeTrial.needed(documents: 9, derivations: derivations)
  }

  @Test func `One rewording of many pairs calls for others`() throws {
    let trial = try #require(trials(copies + [derivation(1, 5, .rewrite)]).first)
    #expect(trial.nodes == NodePair(4, 0))
    // The first, one between and the last of each; 1 and 5 are known.
    #expect(trial.verified == 1)
    #expect(
      trial.pairs.map { [$0.a, $0.b] }
        == [[0, 4], [0, 5], [0, 7], [1, 4], [1, 7], [3, 4], [3, 5], [3, 7]])
    #expect(trial.isRefuted(found: 3) && !trial.isRefuted(found: 4))
  }

  @Test func `Where half of the pairs are verified none is called for, nor between copies`() {
    let half = (0..<4).flatMap { a in [4, 5].map { derivation(a, $0, .rewrite) } }
    #expect(trials(copies + half).isEmpty)
    #expect(trials(copies + half.dropLast()).count == 1)
    #expect(trials(copies + [derivation(0, 8, .rewrite)]).count == 1)
    #expect(trials([derivation(0, 8, .rewrite)]).isEmpty)
    #expect(trials(copies).isEmpty && trials([]).isEmpty)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `The order of the derivations does not matter`(seed: UInt64) {
    var all = copies + [(1, 5), (3, 4), (2, 8), (6, 8)].map { derivation($0.0, $0.1, .rewrite) }
    let expected = trials(all).map { "\($0)" }
    var random = SplitMix64(state: seed)
    all.shuffle(using: &random)
    #expect(trials(all).map { "\($0)" } == expected && expected.count == 3)
  }

  @Test func `What is refuted joins no nodes`() {
    let all = copies + [derivation(1, 5, .rewrite)]
    func members(_ refuted: Set<NodePair>) -> [[Int]] {
      StoryBuilder.stories(documents: 8, derivations: all, refuted: refuted).map(\.members)
    }
    #expect(members([]) == [Array(0..<8)])
    #expect(members([NodePair(0, 4)]) == [[0, 1, 2, 3], [4, 5, 6, 7]])
  }

  /// Two stories of four outlets each, of which one has the same long notice in both.
  @Test func `What one outlet has in two stories does not join them`() {
    var random = RandomText(seed: 7)
    func words(_ count: Int) -> String {
      (0..<count).map { _ in "word\(random.number(0...9999))" }.joined(separator: " ")
    }
    let (first, second, notice) = (words(300), words(300), words(200))
    let documents = ["a", "b", "c", "d"].flatMap { outlet in
      [("1", first), ("2", second)].map { story, text in
        let end = outlet == "c" ? notice : "and so on, says \(outlet)"
        return Document(id: story + outlet, text: Array("\(text). \(end).".utf8), source: outlet)
      }
    }
    let result = CollectionScan().scan(documents)
    func ids(_ places: [Int]) -> [String] { places.map { result.documents[$0].id } }
    let joining = result.pairs.filter { ids([$0.a, $0.b]) == ["1c", "2c"] }
    #expect(joining.map(\.finding.relation) == [.rewrite])
    #expect(
      result.stories.map { ids($0.members) } == [
        ["1a", "1b", "1c", "1d"], ["2a", "2b", "2c", "2d"],
      ])
  }

  /// Of many copies a scan compares a rewording with some alone.
  @Test func `A rewording of a crowd is of its story`() {
    var random = RandomText(seed: 3)
    let text = Fixtures.text("e07-original").split(separator: " ")
    let crowd = (0..<240).map { number in
      let kept = text.filter { _ in random.number(0...49) > 0 }.joined(separator: " ")
      return Document(id: "copy\(number)", text: kept)
    }
    let result = CollectionScan().scan(
      crowd + [Document(id: "rewrite", text: Fixtures.text("e07-rewrite"))])
    let place = result.documents.firstIndex { $0.id == "rewrite" }
    #expect(result.pairs.count { $0.a == place || $0.b == place } < 120)
    #expect(result.stories.map(\.members.count) == [241])
  }
}
