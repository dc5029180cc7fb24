/// Groups of pairs that are not independent of one another: those that share a document, directly or
/// through others. Where a list names all pairs of an event, that is the event.
public struct PairGroups: Sendable {
  private var parent: [Int]

  /// - Parameter documents: how many there are; pairs speak of them by number.
  public init(documents: Int, pairs: [(a: Int, b: Int)]) {
    parent = Array(0..<documents)
    for pair in pairs {
      let (a, b) = (find(pair.a), find(pair.b))
      parent[max(a, b)] = min(a, b)
    }
    for document in parent.indices { parent[document] = find(document) }
  }

  /// The group of a document: the lowest number in it.
  public func group(of document: Int) -> Int { parent[document] }

  private mutating func find(_ document: Int) -> Int {
    var root = document
    while parent[root] != root {
      parent[root] = parent[parent[root]]
      root = parent[root]
    }
    return root
  }
}
