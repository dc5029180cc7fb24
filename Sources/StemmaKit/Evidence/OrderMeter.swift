/// Weighs what two sequences say in the same order and in reversed order, for ``OrderedCoverage``.
///
/// The weight alone, as of ``CommonSubsequence``, by ``HeightSteps``.
///
/// A value with scratch space: make one a thread and use it for many pairs.
struct OrderMeter {
  private var presence: [UInt8] = []
  /// The items of each sequence that have weight and stand in the other.
  private var keptA: [Int32] = []
  private var keptB: [Int32] = []
  /// The last place of each id in the second sequence, and for each place the one before it.
  private var last: [Int32] = []
  private var previous: [Int32] = []
  private var bits: [UInt64] = []
  private var heights: [Int32] = []

  /// - Parameter weights: the weight of each id; ids of weight 0 take no part.
  /// - Complexity: O(*n* + *m* + *r*) for *r* places where both have the same word, if the steps of
  ///   their heights lie close together; O(*r* log *m*) of long texts.
  mutating func coverage(
    _ a: [Int32], _ b: [Int32], weights all: [Int32], ids: Int
  ) -> OrderedCoverage {
    let (weightA, weightB) = (Self.weight(a, all), Self.weight(b, all))
    let weights = CommonSubsequence.limited(a, b, all, ids: ids)
    presence.grow(to: ids)
    keptA.grow(to: a.count)
    keptB.grow(to: b.count)
    let (n, m) = Self.keepCommon(a, b, weights, ids, &presence, &keptA, &keptB)
    guard m < HeightSteps.mostCells else {
      let (a, b) = (Array(keptA[..<n]), Array(keptB[..<m]))
      return OrderedCoverage(
        ordered: CommonSubsequence(a, b, weights: weights).weight(),
        reversed: CommonSubsequence(a, b.reversed(), weights: weights).weight(),
        weightA: weightA, weightB: weightB)
    }
    last.grow(to: ids)
    previous.grow(to: m)
    bits.grow(to: HeightSteps.words(places: m))
    heights.grow(to: m + 1)
    Self.link(keptB, m, ids, isReversed: false, &last, &previous)
    let ordered = heaviest(n, m, weights)
    Self.link(keptB, m, ids, isReversed: true, &last, &previous)
    let reversed = heaviest(n, m, weights)
    return OrderedCoverage(
      ordered: ordered, reversed: reversed, weightA: weightA, weightB: weightB)
  }

  private static func weight(_ sequence: [Int32], _ weights: [Int32]) -> Int {
    let (sequence, weights) = (sequence.span, weights.span)
    var sum = 0
    var index = 0
    while index < sequence.count {
      sum &+= Int(weights[Int(sequence[index])])
      index += 1
    }
    return sum
  }

  /// Keeps of both sequences what can stand in a common subsequence; how many items that is.
  private static func keepCommon(
    _ a: [Int32], _ b: [Int32], _ weights: [Int32], _ ids: Int, _ presence: inout [UInt8],
    _ keptA: inout [Int32], _ keptB: inout [Int32]
  ) -> (Int, Int) {
    var presence = presence.mutableSpan
    let (a, b, weights) = (a.span, b.span, weights.span)
    fill(&presence, ids, with: 0)
    var index = 0
    while index < b.count {
      presence[Int(b[index])] = 1
      index += 1
    }
    // Every item is written, and the place moves on behind those that are kept: no branch that
    // the processor could guess wrong.
    var kept = keptA.mutableSpan
    var n = 0
    index = 0
    while index < a.count {
      let id = a[index]
      let isKept = presence[Int(id)] != 0 && weights[Int(id)] > 0
      presence[Int(id)] = isKept ? 2 : presence[Int(id)]
      kept[n] = id
      n &+= isKept ? 1 : 0
      index += 1
    }
    kept = keptB.mutableSpan
    var m = 0
    index = 0
    while index < b.count {
      let id = b[index]
      kept[m] = id
      m &+= presence[Int(id)] == 2 ? 1 : 0
      index += 1
    }
    return (n, m)
  }

  /// Links the places of each id in the second sequence, or in its reversal, from the last.
  private static func link(
    _ kept: [Int32], _ m: Int, _ ids: Int, isReversed: Bool, _ last: inout [Int32],
    _ previous: inout [Int32]
  ) {
    let kept = kept.span
    var last = last.mutableSpan
    var previous = previous.mutableSpan
    fill(&last, ids, with: -1)
    var place = 0
    while place < m {
      let id = Int(kept[isReversed ? m &- 1 &- place : place])
      previous[place] = last[id]
      last[id] = Int32(truncatingIfNeeded: place)
      place += 1
    }
  }

  /// The weight of the heaviest common subsequence of what was kept and linked.
  private mutating func heaviest(_ n: Int, _ m: Int, _ weights: [Int32]) -> Int {
    Self.heaviest(keptA, n, m, last, previous, weights, &bits, &heights)
  }

  private static func heaviest(
    _ kept: [Int32], _ n: Int, _ m: Int, _ last: [Int32], _ previous: [Int32], _ weights: [Int32],
    _ bits: inout [UInt64], _ heights: inout [Int32]
  ) -> Int {
    let (kept, last, previous, weights) = (kept.span, last.span, previous.span, weights.span)
    var bits = bits.mutableSpan
    var heights = heights.mutableSpan
    HeightSteps.clear(&bits, &heights, places: m)
    var end = 1
    var index = 0
    while index < n {
      let id = Int(kept[index])
      let weight = weights[id]
      // From the right, so that one word of the first sequence is not used twice.
      var place = Int(last[id])
      while place >= 0 {
        let before = HeightSteps.step(bits, at: place)
        _ = HeightSteps.raise(
          &bits, &heights, from: place &+ 1, to: heights[before] &+ weight, before: before,
          end: &end)
        place = Int(previous[place])
      }
      index += 1
    }
    return Int(heights[HeightSteps.step(bits, at: m)])
  }
}
