/// Which of two texts was made from the other, and why.
public struct Direction: Sendable, Equatable {
  public enum Derivative: String, Sendable {
    case a
    case b
  }

  /// What the decision rests on.
  public enum Reason: String, Sendable, CaseIterable {
    /// The user named the source.
    case knownSource = "known-source"
    /// One was published before the other.
    case published
    /// Quotations of one are indirect speech in the other.
    case quotations
    /// The other texts of the story leave no other direction.
    case tree
  }

  /// The side that was made from the other; `nil` where the evidence does not decide.
  public var derivative: Derivative?
  public var reason: Reason?
  /// How sure the direction is, 0.5 to 1; 0 where there is none.
  public var confidence: Double

  public static let undecided = Direction(derivative: nil, reason: nil, confidence: 0)
}

/// Decides the direction of a derivation. Never from a length: a derivative may be the longer text
/// or the shorter.
public struct DirectionRule: Sendable {
  /// Words that must be quoted on one side only, more on this side than on the other. One or two
  /// may be a term or a title set in marks.
  public static let leastShift = 3
  /// The share of such words that must be on one side.
  public static let leastShare = 0.8
  /// Quotations say nothing of texts that have a passage outside them in the same words: such a text
  /// was edited, not reworded, and who edits sets quotation marks as well as taking them away. From
  /// here an alignment is a passage also for an excerpt.
  public static let keptWording = RelationRule().excerptAlignmentUnlike

  public init() {}

  public func direction(
    _ relation: Relation, _ evidence: Evidence, _ provenance: Provenance
  ) -> Direction {
    steps(relation, evidence, provenance)
      .first { $0.abstention == nil }?.direction ?? .undecided
  }

  /// What each kind of evidence says, the one that counts most first; the first that does not
  /// abstain decides. None where there is no derivation.
  public func steps(
    _ relation: Relation, _ evidence: Evidence, _ provenance: Provenance
  ) -> [DirectionStep] {
    guard relation.isDerivation else { return [] }
    let known = known(provenance.knownSource)
    if provenance.agency != nil {
      return [known] + [.published, .quotations].map { DirectionStep($0, abstains: .sameAgency) }
    }
    return [
      known, published(provenance), quotations(relation, evidence),
    ]
  }

  private func known(_ source: Direction.Derivative?) -> DirectionStep {
    guard let source else { return DirectionStep(.knownSource, abstains: .notNamed) }
    return DirectionStep(.knownSource, source == .a ? .b : .a, confidence: 1)
  }

  private func published(_ provenance: Provenance) -> DirectionStep {
    guard provenance.dateA != nil, provenance.dateB != nil else {
      return DirectionStep(.published, abstains: .undated)
    }
    guard let first = provenance.publishedFirst else {
      return DirectionStep(.published, abstains: .sameTime)
    }
    return DirectionStep(.published, first == .a ? .b : .a, confidence: 0.97)
  }

  private func quotations(_ relation: Relation, _ evidence: Evidence) -> DirectionStep {
    // A copy keeps its quotations; a mark lost in it tells of typesetting, not of rewording.
    guard relation == .rewrite else { return DirectionStep(.quotations, abstains: .notReworded) }
    let shift = evidence.quoteShift
    guard abs(shift.lead) >= Self.leastShift else {
      let isDivided = abs(shift.quotedOnlyInA - shift.quotedOnlyInB) >= Self.leastShift
      return DirectionStep(.quotations, abstains: isDivided ? .divided : .tooFew)
    }
    let lead = evidence.quotationLead(relation)
    guard lead != 0 else { return DirectionStep(.quotations, abstains: .wordingKept) }
    let confidence = min(0.95, 0.8 + 0.01 * Double(abs(lead)))
    return DirectionStep(.quotations, lead > 0 ? .b : .a, confidence: confidence)
  }
}

extension Evidence {
  /// How many words speak for the first text as the earlier, by quotations that are indirect speech
  /// in the other; negative where they speak for the other, 0 where quotations say nothing.
  func quotationLead(_ relation: Relation) -> Int {
    relation == .rewrite && scores.localAlignment < DirectionRule.keptWording
      ? quoteShift.lead : 0
  }
}

extension QuoteShift {
  /// How many more words the first text quotes that stand unquoted in the other than the other way
  /// round; 0 where neither side has four fifths of them.
  var lead: Int {
    let (a, b) = (quotedOnlyInA, quotedOnlyInB)
    return Double(max(a, b)) >= DirectionRule.leastShare * Double(a + b) ? a - b : 0
  }
}
