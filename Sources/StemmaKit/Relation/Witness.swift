/// Lets a third text speak for a pair that reaches no derivation by itself.
///
/// Where a paragraph was moved in one text, its near-copy may have kept the order; and the rewording
/// of a rewording has drifted far from the first text, but not from the text between. A pair whose
/// own order is more than chance would have it is a rewrite where a third text is a copy or rewrite
/// of both.
struct Witness {
  /// The coverage that the pair itself must show: less where the third text is a near-copy of one.
  private static let leastCoverage = 0.2
  private static let leastCoverageByCopy = 0.12

  /// Of each document, the copies and rewrites that were verified directly.
  private var links: [Int: [Int: Relation]] = [:]

  /// Only what was verified directly bears witness, so that no chain grows.
  init(_ pairs: [ScanPair]) {
    for pair in pairs where pair.finding.witness == nil {
      guard pair.finding.relation == .copy || pair.finding.relation == .rewrite else { continue }
      links[pair.a, default: [:]][pair.b] = pair.finding.relation
      links[pair.b, default: [:]][pair.a] = pair.finding.relation
    }
  }

  /// Whether a pair of this coverage may be a rewrite by a third text.
  static func mayHelp(_ coverage: Double) -> Bool { coverage >= leastCoverageByCopy }

  /// The third texts that are copies or rewrites of both, in order.
  func trials(_ a: Int, _ b: Int, coverage: Double) -> [WitnessTrial] {
    guard let ofA = links[a], let ofB = links[b] else { return [] }
    return ofA.compactMap { document, toA in
      guard let toB = ofB[document] else { return nil }
      let byCopy = toA == .copy || toB == .copy
      return WitnessTrial(
        document: document, relationToA: toA, relationToB: toB, coverage: coverage,
        leastCoverage: byCopy ? Self.leastCoverageByCopy : Self.leastCoverage)
    }.sorted { $0.document < $1.document }
  }

  /// The pairs, by their places in the list, that a third text may make rewrites and that are to be
  /// examined to the end for that.
  ///
  /// - Complexity: O(*p* · *d*) for *p* pairs and *d* derivations of a text.
  static func waiting(_ pairs: [ScanPair]) -> [Int] {
    let witness = Witness(pairs)
    return pairs.indices.filter { index in
      let pair = pairs[index]
      return !pair.isOfRest && pair.finding.relation < .rewrite
        && witness.trial(pair.a, pair.b, coverage: pair.finding.evidence.coverageBound) != nil
    }
  }

  /// Names such pairs rewrites, but for forms that were filled in twice: the third may be the same
  /// form.
  static func apply(to pairs: inout [ScanPair], of documents: [DocumentHead]) {
    let witness = Witness(pairs)
    let rule = RelationRule()
    let directionRule = DirectionRule()
    for index in pairs.indices where pairs[index].finding.relation < .rewrite {
      let pair = pairs[index]
      let evidence = pair.finding.evidence
      guard !rule.isForm(evidence),
        let trial = witness.trial(pair.a, pair.b, coverage: evidence.scores.coverage)
      else { continue }
      pairs[index].finding.witness = trial.document
      pairs[index].finding.relation = .rewrite
      pairs[index].finding.confidence = 0.5
      pairs[index].finding.decide(
        directionRule, Provenance(documents[pair.a], documents[pair.b]))
    }
  }

  /// The first trial that a pair of this coverage stands.
  private func trial(_ a: Int, _ b: Int, coverage: Double) -> WitnessTrial? {
    guard Self.mayHelp(coverage) else { return nil }
    return trials(a, b, coverage: coverage).first(where: \.holds)
  }
}

/// A third text that is a copy or rewrite of both texts of a pair, and whether it makes the pair a
/// rewrite.
public struct WitnessTrial: Sendable, Equatable {
  public var document: Int
  public var relationToA: Relation
  public var relationToB: Relation
  /// The ordered coverage of the pair itself, and what it must be at least.
  public var coverage: Double
  public var leastCoverage: Double

  public var holds: Bool { coverage >= leastCoverage }
}
