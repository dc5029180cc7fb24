/// What was found of what there was to find.
public struct Retrieval: Sendable, Equatable {
  /// Found, and right.
  public var hits = 0
  /// Found, but wrong.
  public var falseAlarms = 0
  /// Not found.
  public var misses = 0

  public init(hits: Int = 0, falseAlarms: Int = 0, misses: Int = 0) {
    (self.hits, self.falseAlarms, self.misses) = (hits, falseAlarms, misses)
  }

  /// Counts one case; where the truth is open it is none.
  mutating func add(isTrue: Bool?, isFound: Bool) {
    guard let isTrue else { return }
    if isTrue, isFound { hits += 1 }
    if isTrue, !isFound { misses += 1 }
    if !isTrue, isFound { falseAlarms += 1 }
  }

  public static func += (left: inout Retrieval, right: Retrieval) {
    left.hits += right.hits
    left.falseAlarms += right.falseAlarms
    left.misses += right.misses
  }

  static func - (left: Retrieval, right: Retrieval) -> Retrieval {
    Retrieval(
      hits: left.hits - right.hits, falseAlarms: left.falseAlarms - right.falseAlarms,
      misses: left.misses - right.misses)
  }

  public var precision: Proportion { Proportion(hits, of: hits + falseAlarms) }
  public var recall: Proportion { Proportion(hits, of: hits + misses) }

  /// The harmonic mean of precision and recall; `nil` where there was nothing to find and nothing
  /// was found.
  public var f1: Double? {
    let all = 2 * hits + falseAlarms + misses
    return all > 0 ? Double(2 * hits) / Double(all) : nil
  }
}

/// What was found, group by group, so that groups can be drawn anew.
public struct GroupedRetrieval: Sendable {
  public private(set) var total = Retrieval()
  private var groups: [Int: Retrieval] = [:]

  init() {}

  /// Counts a case of a group.
  mutating func add(_ group: Int, isTrue: Bool?, isFound: Bool) {
    var one = Retrieval()
    one.add(isTrue: isTrue, isFound: isFound)
    add(group, one)
  }

  mutating func add(_ group: Int, _ counts: Retrieval) {
    total += counts
    groups[group, default: Retrieval()] += counts
  }

  /// Of F1; `nil` where there are fewer than two groups.
  ///
  /// - Complexity: O(*r* · *g*) for *r* resamples of *g* groups.
  public var f1Interval: Interval? {
    let groups = groups.sorted { $0.key < $1.key }.map(\.value)
    return Bootstrap().interval(groups.count) { draws in
      var sum = Retrieval()
      for draw in draws { sum += groups[draw] }
      return sum.f1
    }
  }
}
