/// The heaviest common subsequence of two sequences of word ids: what both texts say in the same
/// order.
///
/// Hunt and Szymanski (CACM 1977) over the places where both have the same word, with the heights
/// in a Fenwick tree or as `HeightSteps`, weighted as in Jacobson and Vo (CPM 1992).
/// ``length(_:_:)`` is the plain length, without weights.
public struct CommonSubsequence {
  /// One place of the alignment: an index into each sequence.
  struct Match: Equatable {
    var a: Int32
    var b: Int32
  }

  /// More places than this are not looked at; the words with most places are left out first, which
  /// are the commonest. Bounds time and memory on any input.
  static let placeLimit = 1_000_000

  private let weights: [Int32]
  /// The places of the second sequence that take part: of items that the first has, too, and that
  /// have weight. Everything else speaks of them by their number here.
  private let kept: [Int32]
  private var starts: [Int32]
  private var positions: [Int32]
  private let a: [Int32]
  private var bCount: Int { kept.count }

  /// - Parameters:
  ///   - weights: the weight of each id; ids of weight 0 take no part.
  init(_ a: [Int32], _ b: [Int32], weights: [Int32]) {
    self.a = a
    let weights = Self.limited(a, b, weights, ids: weights.count)
    self.weights = weights
    var isCommon = [Bool](repeating: false, count: weights.count)
    for id in a where weights[Int(id)] > 0 { isCommon[Int(id)] = true }
    var kept: [Int32] = []
    // Positions of each id, in order.
    starts = [Int32](repeating: 0, count: weights.count + 1)
    for (position, id) in b.enumerated() where isCommon[Int(id)] {
      kept.append(Int32(truncatingIfNeeded: position))
      starts[Int(id) + 1] += 1
    }
    for id in 0..<weights.count { starts[id + 1] += starts[id] }
    positions = [Int32](repeating: 0, count: kept.count)
    var next = starts
    for (number, position) in kept.enumerated() {
      let id = Int(b[Int(position)])
      positions[Int(next[id])] = Int32(truncatingIfNeeded: number)
      next[id] += 1
    }
    self.kept = kept
  }

  /// The weight of the heaviest common subsequence.
  ///
  /// - Complexity: O(*r* log *m*) for *r* places where both sequences have the same word.
  func weight() -> Int {
    var tree = [Int32](repeating: 0, count: bCount + 1)
    var best: Int32 = 0
    for id in a where weights[Int(id)] > 0 {
      let weight = weights[Int(id)]
      var index = Int(starts[Int(id) + 1])
      let first = Int(starts[Int(id)])
      // From the right, so that one word of a is not used twice.
      while index > first {
        index -= 1
        let position = Int(positions[index])
        var height: Int32 = 0
        var node = position
        while node > 0 {
          height = max(height, tree[node])
          node &= node - 1
        }
        height += weight
        best = max(best, height)
        node = position + 1
        while node <= bCount {
          if tree[node] < height { tree[node] = height }
          node += node & -node
        }
      }
    }
    return Int(best)
  }

  /// A place of an alignment that is being built, with a link to the place before.
  private struct Place {
    var match: Match
    var height: Int32
    var previous: Int32
  }

  /// The places of one heaviest common subsequence, in order.
  func alignment() -> [Match] { alignment(bySteps: bCount < HeightSteps.mostCells) }

  /// - Parameter bySteps: the way to it; both come to the same weight.
  func alignment(bySteps: Bool) -> [Match] {
    let (places, last) = bySteps ? placesBySteps() : placesByTree()
    var matches: [Match] = []
    var place = last
    while place >= 0 {
      let match = places[Int(place)].match
      matches.append(Match(a: match.a, b: kept[Int(match.b)]))
      place = places[Int(place)].previous
    }
    return matches.reversed()
  }

  /// The places that may be part of the alignment, and the last one that is, by ``HeightSteps``.
  ///
  /// - Complexity: O(*r*) for *r* places where both sequences have the same word, if the steps lie
  ///   close together.
  private func placesBySteps() -> (places: [Place], last: Int32) {
    var places: [Place] = []
    places.reserveCapacity(2 * bCount)
    var allBits = [UInt64](repeating: 0, count: HeightSteps.words(places: bCount))
    var allHeights = [Int32](repeating: 0, count: bCount + 1)
    var allOwners = [Int32](repeating: -1, count: bCount + 1)
    var bits = allBits.mutableSpan
    var heights = allHeights.mutableSpan
    // Which place made each step.
    var owners = allOwners.mutableSpan
    HeightSteps.clear(&bits, &heights, places: bCount)
    var end = 1
    let (a, weights, starts, positions) = (a.span, weights.span, starts.span, positions.span)
    var indexA = 0
    while indexA < a.count {
      let id = Int(a[indexA])
      let weight = weights[id]
      let first = weight > 0 ? Int(starts[id]) : 0
      // From the right, so that one word of a is not used twice.
      var index = weight > 0 ? Int(starts[id + 1]) : 0
      while index > first {
        index -= 1
        let position = Int(positions[index])
        let step = HeightSteps.step(bits, at: position)
        let height = heights[step] &+ weight
        let previous = owners[step]
        guard
          HeightSteps.raise(
            &bits, &heights, from: position &+ 1, to: height, before: step, end: &end)
        else { continue }
        owners[position &+ 1] = Int32(truncatingIfNeeded: places.count)
        places.append(
          Place(
            match: Match(
              a: Int32(truncatingIfNeeded: indexA), b: Int32(truncatingIfNeeded: position)),
            height: height, previous: previous))
      }
      indexA += 1
    }
    return (places, owners[HeightSteps.step(bits, at: bCount)])
  }

  /// The same by a Fenwick tree, for long sequences.
  ///
  /// - Complexity: O(*r* log *m*).
  private func placesByTree() -> (places: [Place], last: Int32) {
    var places: [Place] = []
    var tree = [Int32](repeating: -1, count: bCount + 1)
    var best: Int32 = -1
    for (indexA, id) in a.enumerated() where weights[Int(id)] > 0 {
      var index = Int(starts[Int(id) + 1])
      let first = Int(starts[Int(id)])
      while index > first {
        index -= 1
        let position = Int(positions[index])
        var previous: Int32 = -1
        var node = position
        while node > 0 {
          let found = tree[node]
          if found >= 0, previous < 0 || places[Int(found)].height > places[Int(previous)].height {
            previous = found
          }
          node &= node - 1
        }
        let height = weights[Int(id)] + (previous < 0 ? 0 : places[Int(previous)].height)
        let number = Int32(truncatingIfNeeded: places.count)
        places.append(
          Place(
            match: Match(
              a: Int32(truncatingIfNeeded: indexA), b: Int32(truncatingIfNeeded: position)),
            height: height, previous: previous))
        if best < 0 || height > places[Int(best)].height { best = number }
        node = position + 1
        while node <= bCount {
          if tree[node] < 0 || places[Int(tree[node])].height < height { tree[node] = number }
          node += node & -node
        }
      }
    }
    return (places, best)
  }

  /// Sets to 0 the weights of the words with most places until the rest are within the limit.
  ///
  /// - Parameter ids: only so many of the weights belong to ids.
  static func limited(
    _ a: [Int32], _ b: [Int32], _ weights: [Int32], ids: Int
  ) -> [Int32] {
    guard a.count * b.count > placeLimit else { return weights }
    var countA = [Int](repeating: 0, count: ids)
    var countB = countA
    for id in a { countA[Int(id)] += 1 }
    for id in b { countB[Int(id)] += 1 }
    let places = zip(countA, countB).map { $0 * $1 }
    var total = 0
    for id in 0..<ids where weights[id] > 0 { total += places[id] }
    guard total > placeLimit else { return weights }
    var weights = weights
    let byPlaces = (0..<ids).filter { weights[$0] > 0 }.sorted { (one: Int, other: Int) -> Bool in
      (places[one], one) > (places[other], other)
    }
    for id in byPlaces where total > placeLimit {
      weights[id] = 0
      total -= places[id]
    }
    return weights
  }
}
