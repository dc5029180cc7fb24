/// How far two ways to sort the same documents into groups agree: the stories of a scan, and labels.
public struct PartitionAgreement: Sendable {
  /// Pairs of documents that are together, as labelled and as found. Each false alarm is of two
  /// labelled groups and counts a half for either.
  public var pairs: GroupedRetrieval
  /// Of all pairs of documents, twice over.
  private let together: (both: Int, labelled: Int, found: Int, all: Int)

  /// - Parameters:
  ///   - labelled: the group of each document.
  ///   - found: the group in which it was found.
  /// - Complexity: O(*n*) for *n* documents.
  public init(labelled: [Int], found: [Int]) {
    precondition(labelled.count == found.count, "each document has a group of either kind")
    var cells: [Int: [Int: Int]] = [:]
    var sizes: [Int: Int] = [:]
    for (label, group) in zip(labelled, found) {
      cells[label, default: [:]][group, default: 0] += 1
      sizes[group, default: 0] += 1
    }
    // Ordered pairs, so that halves are whole.
    func ordered(_ count: Int) -> Int { count * (count - 1) }
    pairs = GroupedRetrieval()
    for (label, row) in cells {
      var counts = Retrieval()
      for (group, count) in row {
        counts.hits += ordered(count)
        counts.falseAlarms += count * ((sizes[group] ?? count) - count)
      }
      counts.misses = ordered(row.values.reduce(0, +)) - counts.hits
      pairs.add(label, counts)
    }
    let total = pairs.total
    together = (
      total.hits, total.hits + total.misses, total.hits + total.falseAlarms,
      ordered(labelled.count)
    )
  }

  /// The adjusted Rand index of Hubert and Arabie (1985): 1 where the two agree, about 0 where they
  /// agree no more than chance has it.
  public var adjustedRand: Double {
    guard together.all > 0 else { return 1 }
    let expected = Double(together.labelled) * Double(together.found) / Double(together.all)
    let most = Double(together.labelled + together.found) / 2
    // Nothing is together, or everything, both ways.
    guard most != expected else { return 1 }
    return (Double(together.both) - expected) / (most - expected)
  }
}
