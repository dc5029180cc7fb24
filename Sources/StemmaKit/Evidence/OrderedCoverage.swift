/// How much of the lighter text stands in the other in the same order, beyond what chance order
/// gives: the measure that tells rewording from independent reporting.
///
/// With *l* the weight of the heaviest common subsequence, *r* the same after one text is reversed
/// (the order that chance gives) and *W* the weight of the lighter text, it is (*l* - *r*) /
/// (*W* - *r*).
public struct OrderedCoverage: Sendable, Equatable {
  /// Weight of what both say in the same order, in the units of ``TermRarity``.
  public let ordered: Int
  /// The same with one text reversed.
  public let reversed: Int
  /// Weight of each whole text.
  public let weightA: Int
  public let weightB: Int

  /// 0 (no more than chance) to 1 (all of the lighter text).
  public var share: Double { Self.corrected(ordered, reversed, min(weightA, weightB)) }
  /// The share of the first text that the second covers, 0 to 1.
  public var shareOfA: Double { Self.corrected(ordered, reversed, weightA) }
  public var shareOfB: Double { Self.corrected(ordered, reversed, weightB) }

  private static func corrected(_ ordered: Int, _ reversed: Int, _ weight: Int) -> Double {
    guard weight > reversed else { return 0 }
    return max(0, Double(ordered - reversed) / Double(weight - reversed))
  }

  init(ordered: Int, reversed: Int, weightA: Int, weightB: Int) {
    self.ordered = ordered
    self.reversed = reversed
    self.weightA = weightA
    self.weightB = weightB
  }

  /// Of two sequences of ids, by the weight of each id.
  init(_ a: [Int32], _ b: [Int32], weights: [Int32]) {
    var meter = OrderMeter()
    self = meter.coverage(a, b, weights: weights, ids: weights.count)
  }
}
