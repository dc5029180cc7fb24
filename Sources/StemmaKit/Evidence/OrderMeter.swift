internal import CKernels

/// Weighs what two sequences say in the same order and in reversed order, for ``OrderedCoverage``.
///
/// The weight alone, as of ``CommonSubsequence``, of the whole table of both sequences, in which many
/// cells are filled at a time; by the places that both share where these are few among its cells.
///
/// A value with scratch space: make one a thread and use it for many pairs.
struct OrderMeter {
  /// Tables with no more cells than this are filled whatever the sequences share.
  private static let fewCells = 1 << 22
  /// So many cells of the table are filled while one place is looked up in a tree.
  private static let cellsPerPlace = 1024

  private var presence: [UInt8] = []
  /// The items of the first sequence that have weight and stand in the other, and their weights.
  private var keptA: [UInt16] = []
  private var weightsA: [UInt8] = []
  /// The same of the second sequence with room about them, and the same from the last to the first.
  private var keptB: [UInt16] = []
  private var reversedB: [UInt16] = []
  private var row: [UInt8] = []
  private var reversedRow: [UInt8] = []

  /// - Parameter weights: the weight of each id, at most 255; ids of weight 0 take no part.
  /// - Complexity: O(*n* · *m*) time, a hundredth of a step for each cell, and no more than O(*r* log
  ///   *m*) for *r* places where both have the same word; O(*n* + *m*) memory.
  mutating func coverage(
    _ a: [Int32], _ b: [Int32], weights all: [Int32], ids: Int
  ) -> OrderedCoverage {
    let (weightA, weightB) = (Self.weight(a, all), Self.weight(b, all))
    let weights = CommonSubsequence.limited(a, b, all, ids: ids)
    var isTable = ids <= Int(STEMMA_ALIGNED_TO_NONE)
    var (n, m) = (0, 0)
    if isTable {
      (n, m) = keepCommon(a, b, weights, ids)
      isTable = n * m <= Self.fewCells || n * m <= Self.cellsPerPlace * places(n, m, ids)
    }
    let (ordered, reversed) = isTable ? table(n, m) : Self.tree(a, b, weights)
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
  private mutating func keepCommon(
    _ a: [Int32], _ b: [Int32], _ weights: [Int32], _ ids: Int
  ) -> (Int, Int) {
    presence.grow(to: ids)
    keptA.grow(to: a.count)
    weightsA.grow(to: a.count)
    keptB.grow(to: b.count + 2 * Self.room)
    reversedB.grow(to: b.count + 2 * Self.room)
    let (n, m) = Self.keepCommon(a, b, weights, ids, &presence, &keptA, &weightsA, &keptB)
    Self.reverse(keptB, m, into: &reversedB)
    return (n, m)
  }

  private static let room = Int(STEMMA_ALIGNMENT_ROOM)
  private static let none = UInt16(STEMMA_ALIGNED_TO_NONE)

  private static func keepCommon(
    _ a: [Int32], _ b: [Int32], _ weights: [Int32], _ ids: Int, _ presence: inout [UInt8],
    _ keptA: inout [UInt16], _ weightsA: inout [UInt8], _ keptB: inout [UInt16]
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
    var worth = weightsA.mutableSpan
    var n = 0
    index = 0
    while index < a.count {
      let id = a[index]
      let weight = weights[Int(id)]
      let isKept = presence[Int(id)] != 0 && weight > 0
      presence[Int(id)] = isKept ? 2 : presence[Int(id)]
      kept[n] = UInt16(truncatingIfNeeded: id)
      worth[n] = UInt8(truncatingIfNeeded: weight)
      n &+= isKept ? 1 : 0
      index += 1
    }
    kept = keptB.mutableSpan
    var m = 0
    index = 0
    while index < b.count {
      let id = b[index]
      kept[room &+ m] = UInt16(truncatingIfNeeded: id)
      m &+= presence[Int(id)] == 2 ? 1 : 0
      index += 1
    }
    for place in 0..<room {
      kept[place] = none
      kept[room &+ m &+ place] = none
    }
    return (n, m)
  }

  private static func reverse(_ kept: [UInt16], _ m: Int, into reversed: inout [UInt16]) {
    let kept = kept.span
    var reversed = reversed.mutableSpan
    let last = m &+ 2 &* room &- 1
    var place = 0
    while place <= last {
      reversed[place] = kept[last &- place]
      place += 1
    }
  }

  /// How many places of the table have the same item on both sides.
  private func places(_ n: Int, _ m: Int, _ ids: Int) -> Int {
    var counts = [Int](repeating: 0, count: ids)
    for id in keptA[..<n] { counts[Int(id)] += 1 }
    return keptB[Self.room..<Self.room + m].reduce(0) { $0 + counts[Int($1)] }
  }

  /// The weights of what was kept, in the same order and in reversed order.
  private mutating func table(_ n: Int, _ m: Int) -> (ordered: Int, reversed: Int) {
    row.grow(to: m + 3 * Self.room)
    reversedRow.grow(to: m + 3 * Self.room)
    let weights = stemma_weigh_order(
      Instructions.best, keptA, weightsA, n, keptB, reversedB, m, &row, &reversedRow)
    return (Int(weights.b), Int(weights.c))
  }

  private static func tree(
    _ a: [Int32], _ b: [Int32], _ weights: [Int32]
  ) -> (ordered: Int, reversed: Int) {
    (
      CommonSubsequence(a, b, weights: weights).weight(),
      CommonSubsequence(a, b.reversed(), weights: weights).weight()
    )
  }
}
