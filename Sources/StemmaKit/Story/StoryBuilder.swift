/// Groups documents into stories by verified derivations.
///
/// A chain of weak links makes no story. Near-copies of one text are one node. Two groups of nodes
/// become one only where at least half of the pairs between them are verified derivations
/// (average-link clustering, the strongest links first), and an excerpt joins a story but never
/// joins two.
public struct StoryBuilder {
  /// The share of verified pairs between two groups from which they are one story.
  static let leastLinked = 0.5

  /// - Parameters:
  ///   - documents: how many there are.
  ///   - derivations: in any order.
  /// - Returns: stories of two or more members, largest first.
  public static func stories(documents: Int, derivations: [Derivation]) -> [Story] {
    var groups = Groups(count: documents)
    let ordered = derivations.sorted {
      ($1.relation, $1.strength, $0.a, $0.b) < ($0.relation, $0.strength, $1.a, $1.b)
    }
    // Near-copies first: a text and its copies are one node.
    for link in ordered where link.relation >= .copy { groups.join(link.a, link.b) }
    let node = (0..<documents).map { groups.find($0) }
    var links: [Int: [Int: Int]] = [:]
    for link in ordered where link.relation == .rewrite && node[link.a] != node[link.b] {
      links[node[link.a], default: [:]][node[link.b]] = 1
      links[node[link.b], default: [:]][node[link.a]] = 1
    }
    var size = Dictionary(uniqueKeysWithValues: Set(node).map { ($0, 1) })
    for link in ordered where link.relation == .rewrite {
      let (x, y) = (groups.find(link.a), groups.find(link.b))
      guard x != y else { continue }
      let linked = links[x]?[y] ?? 0
      let possible = (size[x] ?? 1) * (size[y] ?? 1)
      guard Double(linked) >= leastLinked * Double(possible) else { continue }
      let joined = groups.join(x, y)
      let other = joined == x ? y : x
      size[joined] = (size[x] ?? 1) + (size[y] ?? 1)
      for (neighbour, count) in links.removeValue(forKey: other) ?? [:] where neighbour != joined {
        links[joined, default: [:]][neighbour, default: 0] += count
        links[neighbour]?[joined, default: 0] += count
        links[neighbour]?[other] = nil
      }
      links[joined]?[other] = nil
    }
    hang(ordered.filter { $0.relation == .excerpt }, documents, on: &groups)
    return trees(documents, groups: &groups, derivations: derivations)
  }

  /// Hangs documents that stand alone on the story that they have an excerpt in common with, the
  /// strongest links first.
  ///
  /// Of two that stand alone, one lends and the other borrows: by the direction, else the one with
  /// more excerpts lends. A borrower lends to nobody and a lender does not borrow, so that no excerpt
  /// joins two stories.
  private static func hang(_ excerpts: [Derivation], _ documents: Int, on groups: inout Groups) {
    var size = [Int](repeating: 0, count: documents)
    for document in 0..<documents { size[groups.find(document)] += 1 }
    let isAlone = (0..<documents).map { size[groups.find($0)] == 1 }
    var links = [Int](repeating: 0, count: documents)
    for link in excerpts {
      links[link.a] += 1
      links[link.b] += 1
    }
    var isBorrower = [Bool](repeating: false, count: documents)
    var isLender = isBorrower
    for link in excerpts {
      let isFromB =
        link.direction.derivative.map { $0 == .a } ?? (links[link.b] >= links[link.a])
      let order =
        isFromB ? [(link.a, link.b), (link.b, link.a)] : [(link.b, link.a), (link.a, link.b)]
      let pair = order.first { borrower, lender in
        isAlone[borrower] && !isBorrower[borrower] && !isLender[borrower] && !isBorrower[lender]
      }
      guard let (borrower, lender) = pair else { continue }
      groups.join(borrower, lender)
      isBorrower[borrower] = true
      isLender[lender] = true
    }
  }

  private static func trees(
    _ documents: Int, groups: inout Groups, derivations: [Derivation]
  ) -> [Story] {
    var members: [Int: [Int]] = [:]
    for document in 0..<documents { members[groups.find(document), default: []].append(document) }
    var within: [Int: [Derivation]] = [:]
    for link in derivations where groups.find(link.a) == groups.find(link.b) {
      within[groups.find(link.a), default: []].append(link)
    }
    return members.values.filter { $0.count > 1 }.map { members in
      FamilyTree.story(members: members, derivations: within[groups.find(members[0])] ?? [])
    }.sorted { ($1.members.count, $0.members[0]) < ($0.members.count, $1.members[0]) }
  }

  /// Disjoint sets, each known by its lowest member.
  private struct Groups {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    mutating func find(_ member: Int) -> Int {
      var root = member
      while parent[root] != root { root = parent[root] }
      var step = member
      while parent[step] != root { (step, parent[step]) = (parent[step], root) }
      return root
    }

    @discardableResult
    mutating func join(_ x: Int, _ y: Int) -> Int {
      let (x, y) = (find(x), find(y))
      parent[max(x, y)] = min(x, y)
      return min(x, y)
    }
  }
}

extension Derivation {
  /// For the order in which links are taken.
  fileprivate var strength: Double { max(coverageOfA, coverageOfB) }
}
