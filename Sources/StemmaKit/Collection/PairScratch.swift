/// What a thread judges pairs with.
struct PairScratch {
  private var judge: PairJudge
  /// For pairs whose shared phrases many texts have: most of them rest on common matter, and are asked
  /// for all that there is when it is known what that is.
  private var presumption: PairJudge
  private var weighed: WeighedCache

  /// - Parameter leastRelation: as in `scan`, if it is not given.
  init(_ scan: CollectionScan, _ weighed: WeighedCache, leastRelation: Relation? = nil) {
    func judge(_ purpose: Prospects.Purpose) -> PairJudge {
      PairJudge(
        passages: scan.passages, leastRelation: leastRelation ?? scan.leastRelation,
        purpose: purpose)
    }
    self.judge = judge(scan.findsPassages ? .report : .summary)
    presumption = judge(.presumption)
    self.weighed = weighed
  }

  mutating func judge(
    _ first: Int, _ second: Int, _ heads: [DocumentHead], isCrowded: Bool = false
  ) throws -> ScanPair {
    let a = try weighed.text(first)
    let b = try weighed.text(second)
    let provenance = Provenance(heads[first], heads[second])
    let finding =
      isCrowded ? presumption.judge(a, b, provenance) : judge.judge(a, b, provenance)
    let spans =
      finding.relation > .none
      ? finding.evidence.passages.map { PassageSpan($0, a.tokens, b.tokens) } : []
    return ScanPair(a: first, b: second, finding: finding, spans: spans)
  }
}
