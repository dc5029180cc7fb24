/// Who derives from whom within a story.
enum FamilyTree {
  /// The story of `members` with the tree that its derivations support.
  ///
  /// Every member hangs from the text that covers most of it, of those that may be its source. Where
  /// dates or quotations do not tell which end of the tree is the root, there is no origin, and only
  /// the derivations whose own direction is decided are edges.
  ///
  /// - Complexity: O(*e* log *e*) for *e* derivations.
  static func story(members: [Int], derivations: [Derivation]) -> Story {
    var best: [Int: (source: Int, coverage: Double)] = [:]
    var hasDerivative: Set<Int> = []
    for link in derivations.sorted(by: { ($0.a, $0.b) < ($1.a, $1.b) }) {
      guard let derivative = link.direction.derivative else { continue }
      let (from, to) = derivative == .a ? (link.b, link.a) : (link.a, link.b)
      let coverage = derivative == .a ? link.coverageOfA : link.coverageOfB
      hasDerivative.insert(from)
      if let known = best[to], known.coverage >= coverage { continue }
      best[to] = (from, coverage)
    }
    // Directions decided pair by pair can go round in a circle: the weakest of it is dropped.
    for member in members {
      var path = [member]
      while let next = best[path[path.count - 1]]?.source {
        if let start = path.firstIndex(of: next) {
          let circle = path[start...]
          let weakest = circle.min {
            (best[$0]?.coverage ?? 0, $0) < (best[$1]?.coverage ?? 0, $1)
          }
          if let weakest { best[weakest] = nil }
          break
        }
        path.append(next)
      }
    }
    let roots = members.filter { best[$0] == nil }
    let origin = roots.count == 1 && hasDerivative.contains(roots[0]) ? roots[0] : nil
    let edges = members.compactMap { member in
      best[member].map { Story.Edge(derivative: member, source: $0.source) }
    }
    return Story(members: members, origin: origin, edges: edges)
  }
}
