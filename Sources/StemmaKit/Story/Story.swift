/// Texts that were made from one another, and how.
public struct Story: Sendable, Equatable {
  /// A derivation within the story: one text was made from another.
  public struct Edge: Sendable, Equatable {
    public var derivative: Int
    public var source: Int
    /// Whether this holds for every text that may be the origin; else it is the likeliest way.
    public var isCertain = true
  }

  /// Indices of the documents, in order.
  public var members: [Int]
  /// The member from which all others derive, as far as the evidence tells; `nil` where it does
  /// not.
  public var origin: Int?
  /// Who derives from whom: at most one source a member.
  public var edges: [Edge]
  /// How many members were made from no other member, as far as the evidence tells.
  public var origins: Int { tree?.origins ?? members.count - edges.count }
  /// The member that the story is named after: the origin, else the one that
  /// ``ScanResult/nameStories(_:_:threads:)`` found, else the first.
  public var lead: Int { origin ?? namesake ?? members[0] }
  var namesake: Int?
  /// How each two members are related; `nil` for a story that no tree was made for.
  var tree: FamilyTree?
}

/// A verified derivation between two documents of a collection.
public struct Derivation: Sendable {
  public var a: Int
  public var b: Int
  public var relation: Relation
  public var direction: Direction
  /// How much both have in common: what they say in the same order beyond chance, in the units of
  /// ``TermRarity``; of an excerpt the phrases of three words, since one passage has little order to
  /// show; of texts of which only the resemblance was measured, that.
  public var common: Double
  /// How close the two are in a family tree: for texts reworded, what both have in common in the same
  /// order and in any, since who rewords a text moves its sentences, too; else as ``common``.
  var likeness: Double
  /// Both name the same agency as their source.
  var isOfOneAgency: Bool
  /// Of two texts of one agency the one that is dated before the other: who has it from whom is not
  /// known, but not it from the later one.
  var publishedFirst: Direction.Derivative?
  /// What both have in common leaves room for another story in one of them: it is no more than half
  /// of one of two copies, or one of two rewordings is much longer.
  var isPartial: Bool
  /// An excerpt in a text that otherwise tells another story: a teaser, or in news of a later day a weak one,
  /// which is a sentence or two of background, or one from the outlet's own earlier text.
  public var isAside: Bool
  /// The side that dates or quotations speak for as the earlier, and by how many words.
  var earlier: Direction.Derivative?
  var lead: Int

  public init(a: Int, b: Int, finding: PairFinding) {
    self.a = a
    self.b = b
    relation = finding.relation
    direction = finding.direction
    let scores = finding.evidence.scores
    common =
      relation == .excerpt
      ? Double(scores.phrasesInBoth) : max(scores.orderedWeight, scores.resemblance)
    likeness =
      relation == .excerpt
      ? common : max(scores.orderedWeight + scores.commonWeight, scores.resemblance)
    isPartial = Self.isPartial(relation, scores)
    isAside = relation == .excerpt && Self.isAside(finding)
    isOfOneAgency = finding.commonAgency != nil
    publishedFirst = finding.publishedFirst
    switch finding.direction.reason {
    case _ where isOfOneAgency: (earlier, lead) = (nil, 0)
    case .published, .knownSource:
      earlier = finding.direction.derivative == .a ? .b : .a
      lead = RootEvidence.dated
    default:
      let words = finding.evidence.quotationLead(relation)
      earlier = words == 0 ? nil : words > 0 ? .a : .b
      lead = min(abs(words), RootEvidence.mostQuoted)
    }
  }

  /// From one day to the next, whatever its hours, a report is still written on.
  private static let longestWrittenOn = 86_400

  private static func isAside(_ finding: PairFinding) -> Bool {
    let (rule, scores) = (RelationRule(), finding.evidence.scores)
    let isRecalled =
      finding.isOfOneOutlet
      ? finding.publishedApart >= longestWrittenOn
      : finding.publishedApart > longestWrittenOn
        && scores.localAlignment < rule.excerptAlignment
    return isRecalled || !rule.tellOneStory(scores)
  }

  /// The share of a text that a copy of it has: any two of more than half have something in common.
  private static let leastCopied = 0.5
  /// Of a text that holds two others each has twice as much as the text has of it.
  private static let leastBalance = 0.6

  private static func isPartial(_ relation: Relation, _ scores: Scores) -> Bool {
    relation >= .copy
      ? min(scores.containmentOfA, scores.containmentOfB) <= leastCopied
      : min(scores.coverageOfA, scores.coverageOfB)
        < leastBalance * max(scores.coverageOfA, scores.coverageOfB)
  }
}
