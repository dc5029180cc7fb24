/// Trees over the items 0 to *n* - 1, walked so that "is below" costs two comparisons.
struct Forest: Sendable, Equatable {
  /// The item above each; -1 for a root.
  let parents: [Int]
  /// The items from each root down, every item before those below it.
  let order: [Int]
  /// The places in `order` that an item and all below it take.
  private let places: [Range<Int>]
  /// The items directly below each, in the order of the walk.
  private let children: [[Int]]

  /// - Parameter parents: the item above each, -1 for none; without circles.
  /// - Complexity: O(*n*).
  init(parents: [Int]) {
    var children = [[Int]](repeating: [], count: parents.count)
    for (item, parent) in parents.enumerated() where parent >= 0 { children[parent].append(item) }
    var order: [Int] = []
    var places = [Range<Int>](repeating: 0..<0, count: parents.count)
    var waiting = parents.indices.reversed().filter { parents[$0] < 0 }
    while let item = waiting.popLast() {
      places[item] = order.count..<order.count + 1
      order.append(item)
      waiting += children[item].reversed()
    }
    for item in order.reversed() {
      places[item] =
        places[item]
        .lowerBound..<(children[item].last.map { places[$0].upperBound }
        ?? places[item].upperBound)
    }
    self.parents = parents
    self.order = order
    self.places = places
    self.children = children
  }

  var roots: [Int] { order.filter { parents[$0] < 0 } }

  /// The places in ``order`` of an item and all below it.
  func subtree(_ item: Int) -> Range<Int> { places[item] }

  /// Whether `item` is `other` or stands below it.
  func isWithin(_ item: Int, _ other: Int) -> Bool {
    places[other].contains(places[item].lowerBound)
  }

  /// The item directly below `item` under which `other`, which stands below it, is found.
  func child(of item: Int, towards other: Int) -> Int {
    let below = children[item]
    let place = places[other].lowerBound
    var range = 0..<below.count
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        places[below[middle]].lowerBound <= place
        ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return below[range.lowerBound]
  }

  /// The lowest item above both or one of them; `nil` where they stand in different trees.
  func meeting(_ x: Int, _ y: Int) -> Int? {
    var item = x
    while item >= 0, !isWithin(y, item) { item = parents[item] }
    return item >= 0 ? item : nil
  }

  /// The same trees, the one that holds `root` hung from it.
  func rerooted(at root: Int) -> Forest {
    var turned = parents
    var (item, above) = (root, -1)
    while item >= 0 {
      (turned[item], item, above) = (above, parents[item], item)
    }
    return Forest(parents: turned)
  }
}
