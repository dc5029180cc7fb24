/// Everything that a finding rests on, and what was looked for in vain.
public struct PairExplanation: Sendable {
  public var finding: PairFinding
  /// Where the passages stand in the texts.
  public var spans: [PassageSpan]
  /// The lines of the rule, the closest relation first: the first that holds names the relation of
  /// the two texts by themselves.
  public var rule: [RuleLine]
  /// What each kind of evidence says of the direction; empty where there is no derivation.
  public var direction: [DirectionStep]
  /// What only a scan knows; `nil` of two texts compared alone.
  public var scan: ScanTrace?

  /// - Parameter finding: of a pair that was examined to the end.
  public init(
    _ finding: PairFinding, spans: [PassageSpan], _ provenance: Provenance
  ) {
    self.finding = finding
    self.spans = spans
    rule = RelationRule().lines(
      finding.evidence, knownDerivative: provenance.knownSource.map { $0 == .a ? .b : .a })
    direction = DirectionRule().steps(finding.relation, finding.evidence, provenance)
    if finding.direction.reason == .tree { direction.append(DirectionStep(finding.direction)) }
  }

  /// The line of the rule that names the relation of the two texts by themselves.
  public var decidingLine: RuleLine? { rule.first(where: \.holds) }
}

/// What became of a pair in a scan.
public struct ScanTrace: Sendable {
  /// The documents, by index.
  public var a: Int
  public var b: Int
  public var candidacy: Candidacy
  /// How far the scan examined the pair; `nil` where it did not.
  public var stage: EvidenceStage?
  /// Third texts that are copies or rewrites of both.
  public var witnesses: [WitnessTrial]
  /// The pair was a derivation by itself, but what it rests on is common matter; the finding is then
  /// of what is left of the two texts.
  public var takenBack: TakenBack?
  /// What was asked for.
  public var leastRelation: Relation
  public var isReported: Bool
  /// It is, but joins no story, as ``Derivation/isAside`` says.
  public var isAside: Bool
  /// Both documents are in one story.
  public var isOfOneStory: Bool
}
