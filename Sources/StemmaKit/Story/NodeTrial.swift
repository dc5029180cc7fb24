/// Two texts that each stand for their near-copies, by their numbers.
struct NodePair: Hashable, Sendable {
  let first: Int
  let second: Int

  init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }
}

/// A rewording that may join two texts with their near-copies, and the pairs of these by which it is
/// tried.
///
/// A rewording of one copy is one of all, unless what the two share is neither's story: the furniture of
/// their outlet, a video that both pages show. Of many copies a scan compares some only. So where less
/// than half of the pairs between two nodes are verified, a few more are judged, and half of those must
/// be rewordings, too.
struct NodeTrial {
  let nodes: NodePair
  /// Of the pairs that are looked at, how many are verified already.
  let verified: Int
  /// The others, which are to be judged.
  let pairs: [(a: Int, b: Int)]

  /// Texts of each node that are looked at.
  static let mostTexts = 3

  /// Whether the nodes are to be kept apart.
  ///
  /// - Parameter found: how many of the pairs were judged to be rewordings or closer.
  func isRefuted(found: Int) -> Bool { 2 * (verified + found) < verified + pairs.count }

  /// The trials that the derivations of a collection call for.
  ///
  /// - Complexity: O(*d* log *d*) for *d* derivations, beside the nodes.
  static func needed(documents: Int, derivations: [Derivation]) -> [NodeTrial] {
    let close = derivations.filter { $0.relation >= .rewrite }
    let node = StoryBuilder.centres(documents, derivations)
    let members = Grouping(node, of: documents)
    var isReworded: Set<NodePair> = []
    for link in close where link.relation == .rewrite && node[link.a] != node[link.b] {
      isReworded.insert(NodePair(node[link.a], node[link.b]))
    }
    var between: [NodePair: Set<NodePair>] = [:]
    for link in close where node[link.a] != node[link.b] {
      let nodes = NodePair(node[link.a], node[link.b])
      guard isReworded.contains(nodes) else { continue }
      between[nodes, default: []].insert(NodePair(link.a, link.b))
    }
    return isReworded.sorted { ($0.first, $0.second) < ($1.first, $1.second) }.compactMap { nodes in
      let (first, second) = (Array(members[nodes.first]), Array(members[nodes.second]))
      let known = between[nodes] ?? []
      guard 2 * known.count < first.count * second.count else { return nil }
      let looked = some(first).flatMap { a in some(second).map { b in NodePair(a, b) } }
      let pairs = looked.filter { !known.contains($0) }
      return NodeTrial(
        nodes: nodes, verified: looked.count - pairs.count,
        pairs: pairs.map { (a: $0.first, b: $0.second) })
    }
  }

  /// A few of the texts, spread over them.
  private static func some(_ members: [Int]) -> [Int] {
    let count = min(members.count, mostTexts)
    return (0..<count).map { members[$0 * (members.count - 1) / max(1, count - 1)] }
  }
}
