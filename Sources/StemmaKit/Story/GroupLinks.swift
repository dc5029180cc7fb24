/// How many links there are between the groups of a clustering, each known by the document that
/// ``DisjointSets`` has for it.
struct GroupLinks {
  /// Members of each group.
  private var sizes: [Int]
  private var links: [Int: [Int: Int]] = [:]

  init(sizes: [Int]) { self.sizes = sizes }

  /// Counts a link between two groups once more.
  mutating func add(_ x: Int, _ y: Int) {
    guard x != y else { return }
    links[x, default: [:]][y, default: 0] += 1
    links[y, default: [:]][x, default: 0] += 1
  }

  /// Takes two groups for linked, however often that is told.
  mutating func note(_ x: Int, _ y: Int) {
    guard x != y else { return }
    links[x, default: [:]][y] = 1
    links[y, default: [:]][x] = 1
  }

  /// Joins the groups of each link in turn, where enough of the pairs between them are linked.
  ///
  /// - Parameter isEnough: whether the share of pairs that are linked is, for a link.
  mutating func join(
    _ candidates: [Derivation], of groups: inout DisjointSets,
    where isEnough: (Derivation, Double) -> Bool
  ) {
    for link in candidates {
      let (x, y) = (groups.find(link.a), groups.find(link.b))
      guard x != y else { continue }
      let linked = Double(links[x]?[y] ?? 0)
      guard isEnough(link, linked / Double(sizes[x] * sizes[y])) else { continue }
      let joined = groups.join(x, y)
      merge(joined == x ? y : x, into: joined)
    }
  }

  private mutating func merge(_ other: Int, into joined: Int) {
    sizes[joined] += sizes[other]
    for (neighbour, count) in links.removeValue(forKey: other) ?? [:] where neighbour != joined {
      links[joined, default: [:]][neighbour, default: 0] += count
      links[neighbour]?[joined, default: 0] += count
      links[neighbour]?[other] = nil
    }
    links[joined]?[other] = nil
  }
}
