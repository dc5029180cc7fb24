/// Lets a third text speak for a pair that reaches no derivation by itself.
///
/// Where a paragraph was moved in one text, its near-copy may have kept the order; and the rewording
/// of a rewording has drifted far from the first text, but not from the text between. A pair whose
/// own order is more than chance would have it is a rewrite where a third text is a copy or rewrite
/// of both.
enum Witness {
  /// The coverage that the pair itself must show: less where the third text is a near-copy of one.
  private static let leastCoverage = 0.2
  private static let leastCoverageByCopy = 0.12

  /// Whether a pair of this coverage may be a rewrite by a third text.
  static func mayHelp(_ coverage: Double) -> Bool { coverage >= leastCoverageByCopy }

  /// Names such pairs rewrites. Only what was verified directly bears witness, so that no chain
  /// grows.
  static func apply(to pairs: inout [ScanPair], of documents: [DocumentHead]) {
    var links: [Int: [Int: Relation]] = [:]
    for pair in pairs where pair.finding.relation == .copy || pair.finding.relation == .rewrite {
      links[pair.a, default: [:]][pair.b] = pair.finding.relation
      links[pair.b, default: [:]][pair.a] = pair.finding.relation
    }
    let rule = DirectionRule()
    for index in pairs.indices where pairs[index].finding.relation < .rewrite {
      let pair = pairs[index]
      guard let ofA = links[pair.a], let ofB = links[pair.b] else { continue }
      let coverage = pair.finding.evidence.scores.coverage
      guard mayHelp(coverage) else { continue }
      let witnesses = ofA.filter { witness, relation in
        guard let other = ofB[witness] else { return false }
        return coverage >= leastCoverage || relation == .copy || other == .copy
      }
      guard let witness = witnesses.keys.min() else { continue }
      pairs[index].finding.witness = witness
      pairs[index].finding.relation = .rewrite
      pairs[index].finding.confidence = 0.5
      pairs[index].finding.direction = rule.direction(
        .rewrite, pair.finding.evidence.quoteShift, dateA: documents[pair.a].date,
        dateB: documents[pair.b].date)
    }
  }
}
