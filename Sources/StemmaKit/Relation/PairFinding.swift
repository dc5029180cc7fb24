/// A pair of texts, judged.
public struct PairFinding: Sendable {
  public var relation: Relation
  public var direction: Direction
  /// How sure the relation is, 0 to 1.
  public var confidence: Double
  public var evidence: Evidence
  /// The document of the collection through which the pair is a rewrite, where its own evidence does
  /// not reach that far.
  public var witness: Int?
  /// The document of the collection from which both texts were made, where neither was made from the
  /// other.
  public var commonSource: Int?
  /// The agency that both texts of a derivation name as their source.
  public var commonAgency: String?
  /// The text of such a pair that is dated before the other: it was not made from that.
  var publishedFirst: Direction.Derivative?
  /// Seconds between the dates of the two; 0 where they cannot be told apart.
  var publishedApart = 0
  /// One outlet published both.
  var isOfOneOutlet = false

  init(relation: Relation, direction: Direction, confidence: Double, evidence: Evidence) {
    self.relation = relation
    self.direction = direction
    self.confidence = confidence
    self.evidence = evidence
  }
}

extension PairFinding {
  /// Decides the direction by what is known of the pair alone.
  mutating func decide(_ rule: DirectionRule, _ provenance: Provenance) {
    direction = rule.direction(relation, evidence, provenance)
    commonAgency = relation.isDerivation ? provenance.agency : nil
    publishedFirst = commonAgency == nil ? nil : provenance.publishedFirst
    publishedApart = abs(provenance.lead ?? 0)
    isOfOneOutlet = provenance.isOfOneOutlet
  }
}

/// Examines and judges pairs: the way from two texts to a finding.
public struct PairJudge {
  private var examiner: PairExaminer
  private let relationRule = RelationRule()
  private let directionRule = DirectionRule()

  /// - Parameters:
  ///   - passages: what counts as a passage.
  ///   - leastRelation: pairs that cannot be this close are judged to be none early.
  public init(passages: PassageSettings = .news, leastRelation: Relation = .none) {
    self.init(passages: passages, leastRelation: leastRelation, purpose: .report)
  }

  /// - Parameter purpose: of a finding nothing holds that it does not ask for.
  init(passages: PassageSettings, leastRelation: Relation, purpose: Prospects.Purpose) {
    examiner = PairExaminer(
      passages: passages, need: Prospects(leastRelation: leastRelation, purpose: purpose))
  }

  public mutating func judge(
    _ a: WeighedText, _ b: WeighedText, dateA: PublicationDate? = nil,
    dateB: PublicationDate? = nil,
    knownSource: Direction.Derivative? = nil
  ) -> PairFinding {
    judge(a, b, Provenance(dateA: dateA, dateB: dateB, knownSource: knownSource))
  }

  public mutating func judge(
    _ a: WeighedText, _ b: WeighedText, _ provenance: Provenance
  ) -> PairFinding {
    let evidence = examiner.examine(a, b)
    let (relation, confidence) =
      provenance.knownSource.map {
        relationRule.relation(evidence, knownDerivative: $0 == .a ? .b : .a)
      }
      ?? judged(evidence)
    var finding = PairFinding(
      relation: relation, direction: .undecided, confidence: confidence, evidence: evidence)
    finding.decide(directionRule, provenance)
    return finding
  }

  private func judged(_ evidence: Evidence) -> (relation: Relation, confidence: Double) {
    let relation = relationRule.relation(evidence)
    return (relation, relationRule.confidence(relation, evidence))
  }
}
