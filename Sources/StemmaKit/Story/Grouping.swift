/// Numbers by groups, which are numbers, too: those of a group stand together, in the order in which
/// they came.
struct Grouping<Item: BitwiseCopyable & Sendable>: Sendable {
  /// Where each group begins, and where the last ends.
  private let starts: [Int]
  private let items: [Item]

  /// - Parameters:
  ///   - groups: how many groups there are.
  ///   - entries: gone through twice.
  /// - Complexity: O(*g* + *n*) for *g* groups and *n* entries.
  init(groups: Int, _ entries: some Sequence<(group: Int, item: Item)>) {
    var starts = [Int](repeating: 0, count: groups + 1)
    var some: Item?
    for (group, item) in entries {
      starts[group + 1] += 1
      some = item
    }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var items: [Item] = some.map { [Item](repeating: $0, count: starts[groups]) } ?? []
    for (group, item) in entries {
      items[next[group]] = item
      next[group] += 1
    }
    (self.starts, self.items) = (starts, items)
  }

  /// How many items a group has.
  func count(_ group: Int) -> Int { starts[group + 1] - starts[group] }

  /// The items of a group.
  subscript(group: Int) -> ArraySlice<Item> { items[starts[group]..<starts[group + 1]] }
}

extension Grouping where Item == Int {
  /// The places of a list, by the group that stands at each.
  init(_ groups: [Int], of count: Int) {
    self.init(groups: count, groups.lazy.enumerated().map { (group: $1, item: $0) })
  }
}
