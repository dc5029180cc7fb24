extension Forest {
  /// A link between two items, and how much they have in common.
  struct Link {
    var x: Int
    var y: Int
    var weight: Double
  }

  /// The heaviest tree over all items that the links join (Kruskal 1956).
  ///
  /// What a text has from another came to it through every text between: no two texts have more in
  /// common than any two neighbours on the way. So the tree of greatest common weight is the likeliest
  /// way of the matter through the texts (Chow and Liu 1968), whatever their lengths, and it has no
  /// direction: the roots are arbitrary.
  ///
  /// - Parameter links: heaviest first.
  /// - Complexity: O(*n* log *n* + *e*).
  static func spanning(_ count: Int, heaviestFirst links: [Link]) -> Forest {
    var sets = DisjointSets(count: count)
    var neighbours = [[Int]](repeating: [], count: count)
    for link in links where sets.find(link.x) != sets.find(link.y) {
      sets.join(link.x, link.y)
      neighbours[link.x].append(link.y)
      neighbours[link.y].append(link.x)
    }
    var parents = [Int](repeating: -2, count: count)
    for root in 0..<count where parents[root] == -2 {
      parents[root] = -1
      var waiting = [root]
      while let item = waiting.popLast() {
        for other in neighbours[item] where parents[other] == -2 {
          parents[other] = item
          waiting.append(other)
        }
      }
    }
    return Forest(parents: parents)
  }
}
