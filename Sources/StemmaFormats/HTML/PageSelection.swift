internal import StemmaKit

/// What of a scan a page shows: which stories, pairs and documents, in which order.
struct PageSelection {
  struct Shown {
    var story: Story
    /// Texts of the whole story that are one side of a rewording.
    var reworded: Int
    /// Indices into the pairs of the scan: those of the family tree first, then those by which the
    /// texts that hang from no other belong to the story.
    var pairs: [Int]
    /// How many pairs these are.
    var linked: Int
    /// Members and pairs that the page leaves out.
    var membersLeftOut: Int
    var pairsLeftOut: Int
  }

  /// Members of one story that are shown.
  private static let mostMembers = 400

  /// The most telling first: those with many rewordings, which no one sees by eye.
  private(set) var stories: [Shown] = []
  private(set) var storiesLeftOut = 0
  /// Pairs of which not both texts are in one story, the closest first.
  private(set) var loosePairs: [Int] = []
  private(set) var loosePairsLeftOut = 0

  init(_ result: ScanResult, limits: PageLimits) {
    var storyOf: [Int: Int] = [:]
    for (number, story) in result.stories.enumerated() {
      for member in story.members { storyOf[member] = number }
    }
    var within = [[Int]](repeating: [], count: result.stories.count)
    var loose: [Int] = []
    for (index, pair) in result.pairs.enumerated() {
      if let story = storyOf[pair.a], story == storyOf[pair.b] {
        within[story].append(index)
      } else {
        loose.append(index)
      }
    }
    let index = StoryIndex(result)
    let order = index.order
    var room = limits.otherPairs
    for number in order.prefix(limits.stories) {
      let story = Self.shown(
        index.reworded[number], result.stories[number], within[number], result,
        most: min(limits.pairsPerStory, room))
      room -= story.pairs.count - story.linked
      stories.append(story)
    }
    storiesLeftOut = order.count - stories.count
    let ordered = loose.sorted { Self.isCloser($0, $1, result) }
    loosePairs = Array(ordered.prefix(limits.loosePairs))
    loosePairsLeftOut = ordered.count - loosePairs.count
  }

  private static func shown(
    _ reworded: Int, _ story: Story, _ pairs: [Int], _ result: ScanResult, most: Int
  ) -> Shown {
    var kept = story
    if story.members.count > mostMembers {
      // From the origin down, so that no branch of the tree hangs in the air.
      var children: [Int: [Int]] = [:]
      for edge in story.edges { children[edge.source, default: []].append(edge.derivative) }
      let derived = Set(story.edges.map(\.derivative))
      var members = story.members.filter { !derived.contains($0) }
      var next = 0
      while next < members.count, members.count < mostMembers {
        members += children[members[next]] ?? []
        next += 1
      }
      kept.members = members.prefix(mostMembers).sorted()
      let remaining = Set(kept.members)
      kept.edges = story.edges.filter {
        remaining.contains($0.derivative) && remaining.contains($0.source)
      }
    }
    let members = Set(kept.members)
    let edges = Set(kept.edges.map { PairKey($0.derivative, $0.source) })
    let ordered = pairs.filter { members.contains(result.pairs[$0].a) }
      .filter { members.contains(result.pairs[$0].b) }
      .sorted { isCloser($0, $1, result) }
    var lonely = members.subtracting(kept.edges.map(\.derivative))
    if let origin = kept.origin { lonely.remove(origin) }
    var groups: (tree: [Int], roots: [Int], others: [Int]) = ([], [], [])
    for index in ordered {
      let (a, b) = (result.pairs[index].a, result.pairs[index].b)
      if edges.contains(PairKey(a, b)) {
        groups.tree.append(index)
      } else if lonely.contains(a) || lonely.contains(b) {
        lonely.subtract([a, b])
        groups.roots.append(index)
      } else {
        groups.others.append(index)
      }
    }
    let linked = groups.tree.count + groups.roots.count
    let shown = groups.tree + groups.roots + groups.others.prefix(most)
    return Shown(
      story: kept, reworded: reworded, pairs: shown, linked: linked,
      membersLeftOut: story.members.count - kept.members.count,
      pairsLeftOut: pairs.count - shown.count)
  }

  private static func isCloser(_ x: Int, _ y: Int, _ result: ScanResult) -> Bool {
    let (a, b) = (result.pairs[x], result.pairs[y])
    return (b.finding.relation, b.finding.confidence, a.a, a.b)
      < (a.finding.relation, a.finding.confidence, b.a, b.b)
  }

  /// All documents of which the page speaks, in order.
  func documents(_ pairs: [ScanPair]) -> [Int] {
    var shown = Set(stories.flatMap(\.story.members))
    for index in stories.flatMap(\.pairs) + loosePairs {
      shown.formUnion([pairs[index].a, pairs[index].b])
      if let source = pairs[index].finding.commonSource { shown.insert(source) }
    }
    return shown.sorted()
  }
}
