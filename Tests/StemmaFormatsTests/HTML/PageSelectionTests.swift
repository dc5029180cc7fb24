import Testing

@testable import StemmaFormats
@testable import StemmaKit

@Suite("What a page shows")
struct PageSelectionTests {
  /// Stories of `size` texts that are all pairs of one another, and one pair outside.
  private func result(stories: Int, size: Int, relation: (Int) -> Relation = { _ in .copy })
    -> ScanResult
  {
    let all = (0..<stories).map { story in Array(story * size..<(story + 1) * size) }
    var pairs = all.enumerated().flatMap { story, members in
      members.flatMap { a in
        members.filter { $0 > a }.map {
          ScanPair(a: a, b: $0, finding: finding(relation(story), derivative: .b))
        }
      }
    }
    pairs.append(ScanPair(a: 0, b: stories * size, finding: finding(.sameStory)))
    return ScanResult(
      documents: (0...stories * size).map { head("d\($0)") },
      textNumbers: (0...stories * size).map { Int32($0) }, pairs: pairs,
      stories: all.map { members in
        Story(
          members: members, origin: members[0],
          edges: members.dropFirst().map { .init(derivative: $0, source: $0 - 1) })
      }, candidates: 0)
  }

  @Test("Stories with rewordings come first, and those beyond the limit are counted")
  func stories() {
    var limits = PageLimits()
    limits.stories = 2
    let selection = PageSelection(
      result(stories: 3, size: 3) { $0 == 2 ? .rewrite : .copy }, limits: limits)
    #expect(selection.stories.map(\.story.members) == [[6, 7, 8], [0, 1, 2]])
    #expect(selection.storiesLeftOut == 1)
  }

  @Test("Every pair of a family tree is kept, others up to the limit")
  func pairs() {
    var limits = PageLimits()
    limits.pairsPerStory = 2
    let scan = result(stories: 1, size: 5)
    let shown = PageSelection(scan, limits: limits).stories[0]
    #expect(shown.pairs.count == 4 + 2 && shown.pairsLeftOut == 10 - 6)
    let pairs = shown.pairs.prefix(4).map { scan.pairs[$0] }
    #expect(pairs.allSatisfy { $0.b == $0.a + 1 })
  }

  @Test("A text that hangs from no other keeps its closest pair, whatever the limit")
  func roots() {
    var limits = PageLimits()
    limits.pairsPerStory = 0
    var scan = result(stories: 1, size: 4)
    scan.stories[0].origin = nil
    scan.stories[0].edges = [.init(derivative: 1, source: 0)]
    let shown = PageSelection(scan, limits: limits).stories[0]
    let members = shown.pairs.map { [scan.pairs[$0].a, scan.pairs[$0].b] }
    #expect(members.first == [0, 1] && shown.linked == members.count)
    for root in [0, 2, 3] { #expect(members.dropFirst().contains { $0.contains(root) }) }
  }

  @Test("Stories come in the order of how many of their texts are in a rewording")
  func reworded() {
    let scan = result(stories: 2, size: 3) { $0 == 1 ? .rewrite : .copy }
    let shown = PageSelection(scan, limits: PageLimits()).stories
    #expect(shown.map(\.reworded) == [3, 0])
    #expect(StoryIndex(scan).reworded == [0, 3])
  }

  @Test("The limit of pairs beside the trees counts over all stories")
  func otherPairs() {
    var limits = PageLimits()
    limits.otherPairs = 8
    let selection = PageSelection(result(stories: 3, size: 5), limits: limits)
    #expect(selection.stories.map(\.pairs.count) == [10, 6, 4])
  }

  @Test("A crowd keeps the texts next to its origin, and no branch hangs in the air")
  func crowd() {
    let shown = PageSelection(result(stories: 1, size: 420), limits: PageLimits()).stories[0]
    #expect(shown.story.members == Array(0..<400) && shown.membersLeftOut == 20)
    #expect(shown.story.edges.count == 399)
  }

  @Test("A pair of no story stands by itself, with both its texts")
  func loose() {
    let scan = result(stories: 1, size: 2)
    let selection = PageSelection(scan, limits: PageLimits())
    #expect(selection.loosePairs == [1])
    #expect(selection.documents(scan.pairs) == [0, 1, 2])
  }
}
