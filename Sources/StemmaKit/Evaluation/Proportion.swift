/// A range that holds a figure with 95 % confidence.
public struct Interval: Sendable, Equatable {
  public var low: Double
  public var high: Double
}

/// So many of so many.
public struct Proportion: Sendable, Equatable {
  public var hits: Int
  public var total: Int

  public init(_ hits: Int, of total: Int) {
    self.hits = hits
    self.total = total
  }

  /// Of the values for which `isHit` is known.
  init<Values: Sequence>(_ values: Values, isHit: (Values.Element) -> Bool?) {
    self.init(0, of: 0)
    for value in values {
      guard let hit = isHit(value) else { continue }
      total += 1
      hits += hit ? 1 : 0
    }
  }

  /// 0 to 1; `nil` of none.
  public var value: Double? { total > 0 ? Double(hits) / Double(total) : nil }

  /// The score interval of Wilson (1927), which holds near 0 and 1 and for few trials. It takes the
  /// trials for independent.
  public var interval: Interval? {
    guard let share = value else { return nil }
    let z = 1.959963984540054
    let n = Double(total)
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / scale
    // Exact at the ends, where the root leaves a rounding error.
    return Interval(
      low: hits == 0 ? 0 : max(0, centre - reach), high: hits == total ? 1 : min(1, centre + reach))
  }
}
