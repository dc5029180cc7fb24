/// Disjoint sets of the items 0 to *n* - 1, each known by its lowest item.
struct DisjointSets {
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

  /// How many members each set has, by the member that ``find(_:)`` gives; 0 for all others.
  mutating func sizes() -> [Int] {
    var sizes = [Int](repeating: 0, count: parent.count)
    for member in parent.indices { sizes[find(member)] += 1 }
    return sizes
  }
}
