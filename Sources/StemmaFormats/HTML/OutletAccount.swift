internal import StemmaKit

/// What the outlets of a collection took from one another, by the family trees of its stories.
struct OutletAccount: Encodable {
  /// One outlet.
  struct Row: Encodable {
    var name: String
    /// Texts in the collection.
    var texts: Int
    /// Texts that belong to a story.
    var inStories = 0
    /// Stories of which it has the first text.
    var first = 0
    /// Texts that it made from another outlet's.
    var taken = 0
    /// Texts that others made from one of its own.
    var given = 0
    /// Texts that it shares with another outlet, of which nothing tells who had it first.
    var undecided = 0
    /// Of those taken and dated, the median of seconds behind the source.
    var delay: Int?
  }

  /// What one outlet took from another.
  struct Flow: Encodable {
    var taker: String
    var source: String
    /// Texts by the manner in which they were taken.
    var relations: [String: Int] = [:]
    var texts = 0
    var delay: Int?
  }

  /// What two outlets share, where nothing tells which of them had it first.
  struct Shared: Encodable {
    var one: String
    var other: String
    var relations: [String: Int] = [:]
    var texts = 0
  }

  var outlets: [Row]
  var flows: [Flow]
  var shared: [Shared]

  private struct Way: Hashable {
    var taker: String
    var source: String
  }

  /// - Parameter manner: what a page calls the relation of two documents.
  init(_ result: ScanResult, manner: (Int, Int) -> String?) {
    let heads = result.documents
    var rows: [String: Row] = [:]
    for head in heads {
      guard let name = head.source else { continue }
      rows[name, default: Row(name: name, texts: 0)].texts += 1
    }
    var flows: [Way: Flow] = [:]
    var shared: [Way: Shared] = [:]
    var delays: [Way: [Int]] = [:]
    func share(_ x: String, _ y: String, _ manner: String?) {
      let (one, other) = (min(x, y), max(x, y))
      let both = Way(taker: one, source: other)
      shared[both, default: Shared(one: one, other: other)].texts += 1
      if let manner { shared[both]?.relations[manner, default: 0] += 1 }
      rows[one]?.undecided += 1
      rows[other]?.undecided += 1
    }
    for story in result.stories {
      for member in story.members {
        if let name = heads[member].source { rows[name]?.inStories += 1 }
      }
      if let name = story.origin.flatMap({ heads[$0].source }) { rows[name]?.first += 1 }
      for edge in story.edges {
        guard let taker = heads[edge.derivative].source, let source = heads[edge.source].source,
          taker != source
        else { continue }
        let manner = manner(edge.derivative, edge.source)
        guard edge.isCertain else {
          share(taker, source, manner)
          continue
        }
        let way = Way(taker: taker, source: source)
        rows[taker]?.taken += 1
        rows[source]?.given += 1
        flows[way, default: Flow(taker: taker, source: source)].texts += 1
        if let manner { flows[way]?.relations[manner, default: 0] += 1 }
        if let delay = Self.delay(heads[edge.derivative], behind: heads[edge.source]) {
          delays[way, default: []].append(delay)
        }
      }
    }
    for pair in Self.closest(result) {
      guard let one = heads[pair.a].source, let other = heads[pair.b].source, one != other
      else { continue }
      share(one, other, manner(pair.a, pair.b))
    }
    for (way, all) in delays { flows[way]?.delay = Self.median(all) }
    for (name, all) in Dictionary(grouping: delays, by: \.key.taker) {
      rows[name]?.delay = Self.median(all.flatMap(\.value))
    }
    outlets = rows.values.filter { $0.inStories > 0 }.sorted {
      ($1.taken + $1.given, $1.inStories, $0.name) < ($0.taken + $0.given, $0.inStories, $1.name)
    }
    self.flows = flows.values.sorted {
      ($1.texts, $0.taker, $0.source) < ($0.texts, $1.taker, $1.source)
    }
    self.shared = shared.values.sorted {
      ($1.texts, $0.one, $0.other) < ($0.texts, $1.one, $1.other)
    }
  }

  /// The closest pair of each text of the stories of which nothing tells who had it from whom, each
  /// pair once.
  ///
  /// - Complexity: O(*p* log *p*) for *p* pairs.
  private static func closest(_ result: ScanResult) -> [ScanPair] {
    var storyOf: [Int: Int] = [:]
    for (number, story) in result.stories.enumerated() where story.edges.isEmpty {
      for member in story.members { storyOf[member] = number }
    }
    let pairs = result.pairs.filter { pair in
      storyOf[pair.a].map { $0 == storyOf[pair.b] } ?? false
    }
    // The first of each text is its closest; of equals the one of the lowest indices.
    let ordered = pairs.sorted {
      ($1.finding.relation, $1.finding.confidence, $0.a, $0.b)
        < ($0.finding.relation, $0.finding.confidence, $1.a, $1.b)
    }
    var known: Set<Int> = []
    return ordered.filter { pair in
      let isNew = !known.contains(pair.a) || !known.contains(pair.b)
      known.formUnion([pair.a, pair.b])
      return isNew
    }
  }

  /// Seconds by which one text is later than another; `nil` where the dates do not tell.
  static func delay(_ later: DocumentHead, behind earlier: DocumentHead) -> Int? {
    guard let first = earlier.date, let second = later.date else { return nil }
    return first.lead(over: second)
  }

  /// The middle one, of an even number the lower of the two in the middle.
  static func median(_ values: [Int]) -> Int? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }
}
