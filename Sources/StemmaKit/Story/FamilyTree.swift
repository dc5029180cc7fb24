/// Who derives from whom within a story, as far as the evidence of all pairs together tells.
struct FamilyTree: Sendable, Equatable {
  /// How two members are related by the tree, whichever of the possible roots is the true one.
  enum Kinship: Equatable {
    /// The first was made from the second, at first hand or by way of others.
    case descent
    /// The second was made from the first.
    case ancestry
    /// Both were made from this member, neither from the other.
    case siblings(of: Int)
    case undecided
  }

  /// Document indices, in order; everything else speaks of members by their place here.
  let members: [Int]
  private let forest: Forest
  /// Members whose text an agency gave, as it gave that of the member above: the edge says which of
  /// the two resembles it most, not who has it from whom.
  private let isOfOneAgency: [Bool]
  /// How many members that may be the root stand before each place of the walk.
  private let rootsBefore: [Int]
  /// Whether one root is likelier than all others.
  private let hasLikeliestRoot: Bool

  /// A text has not visibly more in common with a near-copy of a text than with that text itself
  /// where the lesser is this share of the greater.
  private static let leastTold = 0.99

  /// - Parameter derivations: between members, in any order.
  /// - Complexity: O(*e* log *e*) for *e* derivations.
  init(members: [Int], derivations: [Derivation]) {
    self.members = members
    let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let ordered = derivations.sorted {
      ($0.relation == .excerpt ? 1 : 0, $1.likeness, $0.a, $0.b)
        < ($1.relation == .excerpt ? 1 : 0, $0.likeness, $1.a, $1.b)
    }
    let links = ordered.compactMap { link in
      place[link.a].flatMap { a in
        place[link.b].map { Forest.Link(x: a, y: $0, weight: link.likeness) }
      }
    }
    let votes = zip(ordered, links).compactMap { Self.vote($0, $1) }
    let tree = Forest.spanning(members.count, heaviestFirst: links)
    let evidence = RootEvidence(tree, votes: votes)
    hasLikeliestRoot = evidence.likeliest != nil
    let root = evidence.likeliest ?? evidence.isPossible.firstIndex(of: true) ?? 0
    let isCopy = ordered.map { $0.relation >= .copy }
    let hung = Self.mended(
      tree.rerooted(at: root), links, barred: Self.barred(ordered, links, votes))
    var isPossible = evidence.isPossible
    if hung.parents[root] >= 0 {
      isPossible[root] = false
      for other in hung.roots { isPossible[other] = true }
    }
    forest = Self.settled(hung, zip(links, isCopy).map { ($0, $1) }, votes)
    let siblings = Set(
      zip(ordered, links).filter { $0.0.isOfOneAgency }.flatMap { [[$1.x, $1.y], [$1.y, $1.x]] })
    isOfOneAgency = forest.parents.enumerated().map { siblings.contains([$0, $1]) }
    var count = 0
    rootsBefore =
      [0]
      + forest.order.map { item in
        count += isPossible[item] ? 1 : 0
        return count
      }
  }

  /// What a pair says of its direction: dates, or quotations that one side lost.
  private static func vote(_ link: Derivation, _ at: Forest.Link) -> RootEvidence.Vote? {
    let (derivative, source) = link.earlier == .a ? (at.y, at.x) : (at.x, at.y)
    return link.earlier.map { _ in
      RootEvidence.Vote(derivative: derivative, source: source, words: link.lead)
    }
  }

  /// Edges that a date or the quotations of that very pair turn round, the member above first.
  private static func barred(
    _ ordered: [Derivation], _ links: [Forest.Link], _ votes: [RootEvidence.Vote]
  ) -> Set<[Int]> {
    let told = votes.filter { $0.words >= RootEvidence.margin }.map { [$0.derivative, $0.source] }
    let dated = zip(ordered, links).compactMap { link, at in
      link.publishedFirst.map { $0 == .a ? [at.y, at.x] : [at.x, at.y] }
    }
    return Set(told + dated)
  }

  /// The tree without such edges: the member below hangs from the one with which it has most in common
  /// of those that may be its source.
  private static func mended(
    _ tree: Forest, _ links: [Forest.Link], barred isBarred: Set<[Int]>
  ) -> Forest {
    func isWrong(_ tree: Forest, _ item: Int) -> Bool {
      tree.parents[item] >= 0 && isBarred.contains([tree.parents[item], item])
    }
    guard tree.order.contains(where: { isWrong(tree, $0) }) else { return tree }
    var sources = [[(source: Int, weight: Double)]](repeating: [], count: tree.parents.count)
    for link in links {
      if !isBarred.contains([link.y, link.x]) { sources[link.x].append((link.y, link.weight)) }
      if !isBarred.contains([link.x, link.y]) { sources[link.y].append((link.x, link.weight)) }
    }
    var parents = tree.parents
    func isWithin(_ item: Int, _ other: Int) -> Bool {
      var item = item
      while item >= 0, item != other { item = parents[item] }
      return item == other
    }
    // Each round hangs a member better or takes it from a wrong source; few rounds suffice. One whose
    // sources all hang from it stays alone until they have moved. The root hangs from none but a source
    // of its own that a pair tells of.
    for _ in 0..<4 {
      let before = parents
      for item in tree.order {
        let isRoot = tree.parents[item] < 0
        // Links are in order: the first that is no descendant is the heaviest.
        let source = sources[item].first {
          !isWithin($0.source, item) && (!isRoot || isBarred.contains([item, $0.source]))
        }
        parents[item] = source?.source ?? -1
      }
      if parents == before { break }
    }
    return Forest(parents: parents)
  }

  /// The tree where a member that cannot tell a text from its near-copy hangs from the text.
  private static func settled(
    _ tree: Forest, _ links: [(link: Forest.Link, isCopy: Bool)], _ votes: [RootEvidence.Vote]
  ) -> Forest {
    var known: [[Int]: (weight: Double, isCopy: Bool)] = [:]
    for (link, isCopy) in links {
      known[[min(link.x, link.y), max(link.x, link.y)]] = (link.weight, isCopy)
    }
    func between(_ x: Int, _ y: Int) -> (weight: Double, isCopy: Bool)? {
      known[[min(x, y), max(x, y)]]
    }
    let isBarred = Set(votes.map { [$0.derivative, $0.source] })
    var parents = tree.parents
    for item in tree.order where parents[item] >= 0 {
      while let own = between(item, parents[item]), !own.isCopy {
        let (parent, above) = (parents[item], parents[parents[item]])
        guard above >= 0, between(parent, above)?.isCopy == true,
          !isBarred.contains([above, item]),
          let other = between(item, above), other.weight >= leastTold * own.weight
        else { break }
        parents[item] = above
      }
    }
    return parents == tree.parents ? tree : Forest(parents: parents)
  }

  private func possibleRoots(in places: Range<Int>) -> Int {
    rootsBefore[places.upperBound] - rootsBefore[places.lowerBound]
  }

  /// Whether an item is below the item above it for every possible root.
  private func isCertain(_ item: Int) -> Bool { possibleRoots(in: forest.subtree(item)) == 0 }

  /// The story that the tree tells.
  var story: Story {
    let edges = members.indices.compactMap { item -> Story.Edge? in
      let parent = forest.parents[item]
      guard parent >= 0, hasLikeliestRoot || isCertain(item) else { return nil }
      return Story.Edge(
        derivative: members[item], source: members[parent],
        isCertain: isCertain(item) && !isOfOneAgency[item])
    }
    let roots = forest.roots
    let origin = hasLikeliestRoot && roots.count == 1 ? members[roots[0]] : nil
    return Story(members: members, origin: origin, edges: edges, tree: self)
  }

  /// How many members hang from no other, whichever of the possible roots is the true one.
  var origins: Int { forest.roots.count }

  /// How two members are related.
  ///
  /// - Complexity: O(log *n*), and the depth of the tree for siblings.
  func kinship(_ first: Int, _ second: Int) -> Kinship {
    guard let x = place(of: first), let y = place(of: second), x != y else { return .undecided }
    if forest.isWithin(x, y) {
      return isCertain(forest.child(of: y, towards: x)) ? .descent : .undecided
    }
    if forest.isWithin(y, x) {
      return isCertain(forest.child(of: x, towards: y)) ? .ancestry : .undecided
    }
    guard let meeting = forest.meeting(x, y),
      isCertain(forest.child(of: meeting, towards: x)),
      isCertain(forest.child(of: meeting, towards: y))
    else { return .undecided }
    return .siblings(of: members[meeting])
  }

  private func place(of member: Int) -> Int? {
    var range = 0..<members.count
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        members[middle] <= member
        ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return range.isEmpty || members[range.lowerBound] != member ? nil : range.lowerBound
  }
}
