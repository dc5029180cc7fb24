/// What is found where the lines of the rule are set without the group that they are held against.
///
/// For each group the factor is taken that is best on all others (leave-one-out cross-validation,
/// Stone 1974), so that no pair has a say in the line by which it is judged. Near the figure of the
/// rule as it is, that figure owes little to where the lines were set.
public struct HeldOut: Sendable {
  /// The lowest and the highest factor that was taken.
  public private(set) var low: Double
  public private(set) var high: Double
  public private(set) var found = GroupedRetrieval()
  /// Called a derivation, of the pairs that are labelled to be none.
  public private(set) var falseRate = Proportion(0, of: 0)

  /// Factors are tried in steps of a fiftieth.
  private static let stepsPerUnit = 50

  /// - Parameters:
  ///   - pairs: labelled ones.
  ///   - range: of the factors to try.
  /// - Returns: `nil` where there are fewer than two groups, or no derivation is labelled.
  /// - Complexity: O(*p* · *f* + *g* · *f*) for *p* pairs, *g* groups and *f* factors.
  init?(_ pairs: [JudgedPair], in range: ClosedRange<Double>) {
    let steps = Double(Self.stepsPerUnit)
    let factors = (Int(range.lowerBound * steps)...Int(range.upperBound * steps)).map {
      Double($0) / steps
    }
    let byGroup = Dictionary(grouping: pairs, by: \.group)
    let groups = byGroup.keys.sorted()
    guard groups.count > 1, pairs.contains(where: { $0.truth.isDerivation == true }) else {
      return nil
    }
    // Of each group and factor what is found, and of each factor that of all.
    let found = groups.map { group in
      factors.map { Self.retrieval(byGroup[group] ?? [], at: $0) }
    }
    let all = factors.indices.map { factor in
      found.reduce(into: Retrieval()) { $0 += $1[factor] }
    }
    (low, high) = (.infinity, -.infinity)
    for (index, group) in groups.enumerated() {
      let best = factors.indices.max { x, y in
        let (f1X, f1Y) = (
          (all[x] - found[index][x]).f1 ?? 0, (all[y] - found[index][y]).f1 ?? 0
        )
        // Of the same the one nearest to the rule as it is, the lower of two.
        return (f1X, -abs(factors[x] - 1), -factors[x]) < (f1Y, -abs(factors[y] - 1), -factors[y])
      }
      guard let best else { continue }
      (low, high) = (min(low, factors[best]), max(high, factors[best]))
      self.found.add(group, found[index][best])
      let wrong = Proportion(byGroup[group] ?? []) {
        $0.truth.isDerivation == false ? $0.strength >= factors[best] : nil
      }
      falseRate = Proportion(falseRate.hits + wrong.hits, of: falseRate.total + wrong.total)
    }
  }

  private static func retrieval(_ pairs: [JudgedPair], at line: Double) -> Retrieval {
    var found = Retrieval()
    for pair in pairs { found.add(isTrue: pair.truth.isDerivation, isFound: pair.strength >= line) }
    return found
  }
}
