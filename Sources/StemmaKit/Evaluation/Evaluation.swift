/// How well the relations and directions of labelled pairs were found.
public struct Evaluation: Sendable {
  /// The pairs of one label, by what they were found to be.
  public struct OfLabel: Sendable {
    public var label: String
    public var truth: Truth
    public var found: [Relation: Int]
    public var pairs: Int { found.values.reduce(0, +) }

    /// Those called a derivation.
    public var derived: Proportion { share { $0.isDerivation } }
    /// Those found to be what the label says.
    public var right: Proportion { share { truth.right.contains($0) } }

    private func share(_ isHit: (Relation) -> Bool) -> Proportion {
      Proportion(found.filter { isHit($0.key) }.values.reduce(0, +), of: pairs)
    }
  }

  /// What is found where the lines for a derivation are raised or lowered by a factor.
  public struct Point: Sendable {
    public var line: Double
    public var found: GroupedRetrieval
    /// Called a derivation, of the pairs that are labelled to be none.
    public var falseRate: Proportion
  }

  /// In the order of the alphabet; without those that are ignored.
  public var labels: [OfLabel] = []
  /// Each relation by itself, of those that are labelled.
  public var relations: [(relation: Relation, found: GroupedRetrieval)] = []
  /// Whether one text was made from the other, whichever way.
  public var derivation = GroupedRetrieval()
  /// Called a derivation, of the pairs that are labelled to be none.
  public var falseRate: Proportion
  public var direction: DirectionScore
  public var curve: [Point] = []
  /// With lines that each group's pairs had no say in; `nil` of one group.
  public var heldOut: HeldOut?
  /// Groups of pairs that take part.
  public var groups: Int

  /// - Parameters:
  ///   - pairs: labelled ones; the ignored take no part.
  ///   - unlisted: derivations found that are known to be wrong, since no label names them.
  ///   - lines: factors for the curve.
  public init(_ pairs: [JudgedPair], unlisted: [JudgedPair] = [], lines: [Double]) {
    let scored = pairs.filter { !$0.truth.isIgnored }
    var byLabel: [String: OfLabel] = [:]
    for pair in scored {
      byLabel[pair.label, default: OfLabel(label: pair.label, truth: pair.truth, found: [:])]
        .found[pair.found, default: 0] += 1
    }
    labels = byLabel.values.sorted { $0.label < $1.label }
    falseRate = Self.falseRate(scored) { $0.found.isDerivation }
    direction = DirectionScore(scored)
    let all = scored + unlisted
    groups = Set(all.map(\.group)).count
    for relation in Relation.allCases.reversed()
    where scored.contains(where: { $0.truth == Truth([relation]) }) {
      relations.append(
        (relation, Self.found(all) { ($0.truth.isOne(of: [relation]), $0.found == relation) }))
    }
    derivation = Self.found(all) { ($0.truth.isDerivation, $0.found.isDerivation) }
    curve = lines.map { line in
      Point(
        line: line, found: Self.found(all) { ($0.truth.isDerivation, $0.strength >= line) },
        falseRate: Self.falseRate(scored) { $0.strength >= line })
    }
    if let least = lines.min(), let most = lines.max() {
      heldOut = HeldOut(all, in: least...most)
    }
  }

  private static func falseRate(
    _ pairs: [JudgedPair], _ isFound: (JudgedPair) -> Bool
  ) -> Proportion {
    Proportion(pairs) { $0.truth.isDerivation == false ? isFound($0) : nil }
  }

  private static func found(
    _ pairs: [JudgedPair], _ verdict: (JudgedPair) -> (isTrue: Bool?, isFound: Bool)
  ) -> GroupedRetrieval {
    var found = GroupedRetrieval()
    for pair in pairs {
      let (isTrue, isFound) = verdict(pair)
      found.add(pair.group, isTrue: isTrue, isFound: isFound)
    }
    return found
  }
}
