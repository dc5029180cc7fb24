/// Where the root of a tree of texts may stand, by what speaks for one text before another.
///
/// A text cannot be above its own source. Each root is charged for the pairs that it would turn
/// round: with the words that the one quotes and the other does not, and with much more where dates
/// speak. Pairs that it makes siblings cost nothing.
struct RootEvidence: Sendable, Equatable {
  /// What speaks for `source` before `derivative`, in words.
  struct Vote {
    var derivative: Int
    var source: Int
    var words: Int
  }

  /// Whose charge is less than this above the least cannot be told from the best root.
  static let margin = DirectionRule.leastShift
  /// A date outweighs any number of quotations: a pair gives at most ``mostQuoted`` words.
  static let dated = 1000
  static let mostQuoted = 20

  /// The item that is the likeliest root: the least charged, of these the one from which the ways
  /// to all others are shortest; `nil` where no vote speaks for any root, or two are alike.
  private(set) var likeliest: Int?
  /// Whether an item may be the root.
  private(set) var isPossible: [Bool]

  /// - Parameter tree: one tree, hung from any item.
  /// - Complexity: O(*n* + *v* log *n*) for *v* votes.
  init(_ tree: Forest, votes: [Vote]) {
    let count = tree.order.count
    // Changes of the charge along the walk, and what all are charged.
    var changes = [Int](repeating: 0, count: count + 1)
    var forAll = 0
    for vote in votes {
      let (derivative, source) = (vote.derivative, vote.source)
      // Only roots beyond the source, as seen from the derivative, leave the pair as it is.
      let isBelow = tree.isWithin(source, derivative)
      let branch = tree.subtree(
        isBelow ? tree.child(of: derivative, towards: source) : derivative)
      let charge = isBelow ? -vote.words : vote.words
      forAll += isBelow ? vote.words : 0
      changes[branch.lowerBound] += charge
      changes[branch.upperBound] -= charge
    }
    var charges = [Int](repeating: 0, count: count)
    var sum = forAll
    for (place, item) in tree.order.enumerated() {
      sum += changes[place]
      charges[item] = sum
    }
    let least = charges.min() ?? 0
    let isOpen = charges.allSatisfy { $0 < least + Self.margin }
    isPossible = charges.map { $0 < least + Self.margin }
    guard !isOpen else { return }
    let distances = Self.distances(tree)
    let ranked = charges.indices.filter { charges[$0] == least }
    let nearest = ranked.map { distances[$0] }.min()
    let best = ranked.filter { distances[$0] == nearest }
    likeliest = best.count == 1 ? best[0] : nil
  }

  /// For each item the sum of the lengths of the ways to all others.
  private static func distances(_ tree: Forest) -> [Int] {
    let count = tree.order.count
    var sums = [Int](repeating: 0, count: count)
    for item in tree.order {
      if tree.parents[item] < 0 {
        sums[item] = tree.order.reduce(0) { $0 + tree.subtree($1).count } - count
      } else {
        sums[item] = sums[tree.parents[item]] + count - 2 * tree.subtree(item).count
      }
    }
    return sums
  }
}
