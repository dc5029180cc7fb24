/// Groups documents into stories by verified derivations.
///
/// A chain of links makes no story, not even one of near-copies: forms and reports that change a
/// little from week to week. A text and the near-copies of it, not theirs, are one node (star
/// clustering, Aslam, Pelekhov and Rus 2004). Two groups of nodes become one only where at least half
/// of the pairs between them are verified derivations (average-link clustering, the strongest links
/// first), and an excerpt joins a story but never joins two.
///
/// Nor does an excerpt join texts that otherwise tell different stories (`isAside`): a teaser, a
/// sentence or two of background that later news has again. And a text is not of the story that it
/// lent a passage to, where others are made from the borrower: that tells something new.
///
/// A round-up joins none either: a text that has room for another story (`isPartial`) is no node with
/// its copies, and what it has in common with a group counts for itself alone.
public struct StoryBuilder {
  /// The share of verified pairs between two groups from which they are one story.
  static let leastLinked = 0.5

  /// - Parameters:
  ///   - documents: how many there are.
  ///   - derivations: in any order.
  ///   - threads: how many make family trees.
  /// - Returns: stories of two or more members, largest first.
  public static func stories(
    documents: Int, derivations: [Derivation], threads: Int = 1
  ) -> [Story] {
    stories(documents: documents, derivations: derivations, refuted: [], threads: threads)
  }

  /// - Parameter refuted: nodes that no rewording joins, as ``NodeTrial`` found.
  static func stories(
    documents: Int, derivations: [Derivation], refuted: Set<NodePair>, threads: Int = 1
  ) -> [Story] {
    var groups = DisjointSets(count: documents)
    let ordered = derivations.sorted {
      ($1.relation, $1.common, $0.a, $0.b) < ($0.relation, $0.common, $1.a, $1.b)
    }
    let node = Self.centres(documents, ordered)
    for (document, centre) in node.enumerated() { groups.join(document, centre) }
    let joining = ordered.filter {
      Self.joins($0, node) && !refuted.contains(NodePair(node[$0.a], node[$0.b]))
    }
    var nodes = GroupLinks(sizes: [Int](repeating: 1, count: documents))
    for link in joining { nodes.note(groups.find(link.a), groups.find(link.b)) }
    nodes.join(joining, of: &groups) { link, share in
      link.isPartial ? share > leastLinked : share >= leastLinked
    }
    var texts = GroupLinks(sizes: groups.sizes())
    for link in ordered { texts.add(groups.find(link.a), groups.find(link.b)) }
    texts.join(ordered.filter { $0.relation >= .copy && $0.isPartial }, of: &groups) { _, share in
      share > leastLinked
    }
    hang(ordered.filter { $0.relation == .excerpt && !$0.isAside }, documents, on: &groups)
    return trees((0..<documents).map { groups.find($0) }, derivations, threads)
  }

  /// Whether a link speaks for its nodes: a rewording of one copy is one of all, but that two copies of
  /// different texts resemble each other shows how far they have drifted.
  private static func joins(_ link: Derivation, _ centre: [Int]) -> Bool {
    link.relation == .rewrite
      || link.relation > .rewrite && !link.isPartial && centre[link.a] == link.a
        && centre[link.b] == link.b
  }

  /// The centre of each document's node: the document with the most near-copies that is still free,
  /// with all of them that are free. The order of the derivations does not matter.
  static func centres(_ documents: Int, _ derivations: [Derivation]) -> [Int] {
    let close = derivations.filter { $0.relation >= .copy && !$0.isPartial }
    let copies = Grouping(
      groups: documents,
      close.lazy.flatMap { [(group: $0.a, item: $0.b), (group: $0.b, item: $0.a)] })
    var centre = [Int](repeating: -1, count: documents)
    let centres = (0..<documents).filter { copies.count($0) > 0 }.sorted {
      (copies.count($1), $0) < (copies.count($0), $1)
    }
    for document in centres where centre[document] < 0 {
      centre[document] = document
      for copy in copies[document] where centre[copy] < 0 { centre[copy] = document }
    }
    // Of texts with the same words one is compared with others: its node is that of all.
    for link in derivations where link.relation == .duplicate {
      for (twin, first) in [(link.a, link.b), (link.b, link.a)] where copies.count(twin) == 1 {
        centre[twin] = centre[first]
      }
    }
    return centre.indices.map { centre[$0] < 0 ? $0 : centre[$0] }
  }

  /// Hangs documents that stand alone on the story that they have an excerpt in common with, the
  /// strongest links first.
  ///
  /// Of two that stand alone, one lends and the other borrows: by the direction, else the one with
  /// more excerpts lends. A borrower lends to nobody and a lender does not borrow, so that no excerpt
  /// joins two stories. Who is known to lend hangs on nothing: most of such texts tell of an earlier
  /// event.
  private static func hang(
    _ excerpts: [Derivation], _ documents: Int, on groups: inout DisjointSets
  ) {
    let size = groups.sizes()
    let isAlone = (0..<documents).map { size[groups.find($0)] == 1 }
    var links = [Int](repeating: 0, count: documents)
    for link in excerpts {
      links[link.a] += 1
      links[link.b] += 1
    }
    var isBorrower = [Bool](repeating: false, count: documents)
    var isLender = isBorrower
    for link in excerpts {
      let known = link.direction.derivative
      let isFromB = known.map { $0 == .a } ?? (links[link.b] >= links[link.a])
      let order =
        isFromB ? [(link.a, link.b), (link.b, link.a)] : [(link.b, link.a), (link.a, link.b)]
      let pair = order.prefix(known == nil ? 2 : 1).first { borrower, lender in
        isAlone[borrower] && !isBorrower[borrower] && !isLender[borrower] && !isBorrower[lender]
      }
      guard let (borrower, lender) = pair else { continue }
      groups.join(borrower, lender)
      isBorrower[borrower] = true
      isLender[lender] = true
    }
  }

  /// The family trees of the groups, of which each document is told its own.
  private static func trees(
    _ group: [Int], _ derivations: [Derivation], _ threads: Int
  ) -> [Story] {
    let members = Grouping(group, of: group.count)
    let within = derivations.indices.filter {
      group[derivations[$0].a] == group[derivations[$0].b]
    }
    let links = Grouping(
      groups: group.count, within.lazy.map { (group: group[derivations[$0].a], item: $0) })
    // A group goes by its first member.
    let groups = group.indices.filter { members.count($0) > 1 }
    return parallelChunks(groups.count, threads: threads, chunk: 16) { range in
      groups[range].map { group in
        FamilyTree(
          members: Array(members[group]), derivations: links[group].map { derivations[$0] }
        ).story
      }
    }.sorted { ($1.members.count, $0.members[0]) < ($0.members.count, $1.members[0]) }
  }
}
