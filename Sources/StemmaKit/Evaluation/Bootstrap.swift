/// The percentile interval of Efron's bootstrap (1979), by drawing groups and not single pairs: of
/// pairs that share an event or a document, ten tell hardly more than one.
struct Bootstrap {
  var resamples = 2000
  /// Always the same, so that the same pairs give the same interval.
  var seed: UInt64 = 1

  /// - Parameters:
  ///   - groups: how many there are to draw from.
  ///   - statistic: of the groups drawn, as many as there are; `nil` where it is not defined.
  /// - Returns: `nil` where there are fewer than two groups, or the statistic is nowhere defined.
  func interval(_ groups: Int, _ statistic: ([Int]) -> Double?) -> Interval? {
    guard groups >= 2 else { return nil }
    var random = SplitMix64(state: seed)
    var draws = [Int](repeating: 0, count: groups)
    var values: [Double] = []
    for _ in 0..<resamples {
      for index in draws.indices { draws[index] = Int(random.next() % UInt64(groups)) }
      if let value = statistic(draws) { values.append(value) }
    }
    guard !values.isEmpty else { return nil }
    values.sort()
    let cut = Int(0.025 * Double(values.count))
    return Interval(low: values[cut], high: values[values.count - 1 - cut])
  }
}
