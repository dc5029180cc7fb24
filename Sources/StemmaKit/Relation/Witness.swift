/// Lets a near-copy speak for a text: where a paragraph was moved in the one, its copy may have kept
/// the order.
///
/// A pair that reaches no derivation takes the relation that a near-copy of either side has with the
/// other side, where the pair itself shows at least some order.
enum Witness {
  /// What the pair itself must show.
  private static let leastOwnCoverage = 0.12

  static func apply(to pairs: inout [ScanPair], of documents: [PreparedDocument]) {
    let rule = DirectionRule()
    struct Key: Hashable {
      var a: Int
      var b: Int
    }
    var copies: [Int: [Int]] = [:]
    var rewrites: Set<Key> = []
    for pair in pairs {
      if pair.finding.relation == .copy {
        copies[pair.a, default: []].append(pair.b)
        copies[pair.b, default: []].append(pair.a)
      } else if pair.finding.relation == .rewrite {
        rewrites.insert(Key(a: pair.a, b: pair.b))
      }
    }
    func isRewrite(_ x: Int, _ y: Int) -> Bool {
      rewrites.contains(Key(a: min(x, y), b: max(x, y)))
    }
    for index in pairs.indices {
      let pair = pairs[index]
      guard pair.finding.relation < .rewrite,
        pair.finding.evidence.scores.coverage >= leastOwnCoverage,
        copies[pair.a, default: []].contains(where: { isRewrite($0, pair.b) })
          || copies[pair.b, default: []].contains(where: { isRewrite(pair.a, $0) })
      else { continue }
      pairs[index].finding.relation = .rewrite
      pairs[index].finding.confidence = 0.5
      pairs[index].finding.direction = rule.direction(
        .rewrite, pair.finding.evidence.quoteShift, dateA: documents[pair.a].head.date,
        dateB: documents[pair.b].head.date)
    }
  }
}
