public import StemmaKit

/// What an evaluation judged, and how well.
public struct EvaluationSubject: Sendable {
  /// A labelled pair with its ids.
  public struct Mistake: Encodable, Sendable {
    public var a: String
    public var b: String
    public var label: String
    public var found: String
    @Shown public var strength: Double?

    public init(_ pair: JudgedPair, a: String, b: String) {
      (self.a, self.b, label, found) = (a, b, pair.label, pair.found.rawValue)
      strength = pair.strength.isFinite ? rounded(pair.strength) : nil
    }
  }

  public var documents = 0
  /// Pairs in the list, and those of them whose label says to leave them out.
  public var pairs = 0
  public var ignored = 0
  /// Judged as a scan finds them; else each by itself.
  public var isScan = false
  public var usesDates = true
  /// Derivations found that the list does not name; `nil` where it need not name all.
  public var unlisted: Int?
  /// Called a derivation though labelled to be none, the strongest first.
  public var falseDerivations: [Mistake] = []
  /// Derivations that were not found, the strongest first.
  public var missedDerivations: [Mistake] = []
  /// Of the stories with labelled groups, and of how many documents.
  public var stories: (agreement: PartitionAgreement, documents: Int)?

  public init() {}
}

/// An evaluation as JSON shows it, `stemma.evaluate/1`; docs/json.md describes every field.
public struct EvaluationReport: Encodable, Sendable {
  /// A proportion with its interval.
  struct Share: Encodable, Sendable {
    var hits: Int
    var total: Int
    @Shown var value: Double?
    @Shown var low: Double?
    @Shown var high: Double?

    init(_ proportion: Proportion) {
      (hits, total) = (proportion.hits, proportion.total)
      value = proportion.value.map { rounded($0) }
      low = proportion.interval.map { rounded($0.low) }
      high = proportion.interval.map { rounded($0.high) }
    }
  }

  struct Figure: Encodable, Sendable {
    @Shown var value: Double?
    @Shown var low: Double?
    @Shown var high: Double?

    init(_ value: Double?, _ interval: Interval?) {
      self.value = value.map { rounded($0) }
      low = interval.map { rounded($0.low) }
      high = interval.map { rounded($0.high) }
    }
  }

  struct Label: Encodable, Sendable {
    var label: String
    var means: [String]
    var pairs: Int
    var found: [String: Int]
    var derived: Share
    var right: Share
  }

  struct Found: Encodable, Sendable {
    /// Of a row of relations its name, of the curve the factor of the lines.
    var relation: String?
    var line: Double?
    var precision: Share
    var recall: Share
    var f1: Figure
    var falseRate: Share?

    init(
      _ found: GroupedRetrieval, relation: Relation? = nil, line: Double? = nil,
      falseRate: Proportion? = nil
    ) {
      self.relation = relation?.rawValue
      self.line = line
      precision = Share(found.total.precision)
      recall = Share(found.total.recall)
      f1 = Figure(found.total.f1, found.f1Interval)
      self.falseRate = falseRate.map { Share($0) }
    }
  }

  struct HeldOutLines: Encodable, Sendable {
    var low: Double
    var high: Double
    var found: Found
  }

  struct Direction: Encodable, Sendable {
    struct Reason: Encodable, Sendable {
      var reason: String
      var accuracy: Share
    }

    struct Point: Encodable, Sendable {
      var confidence: Double
      var coverage: Share
      var accuracy: Share
    }

    var coverage: Share
    var accuracy: Share
    var reasons: [Reason]
    var curve: [Point]
  }

  struct Stories: Encodable, Sendable {
    var documents: Int
    var precision: Figure
    var recall: Figure
    var f1: Figure
    var adjustedRand: Double
  }

  let schema = "stemma.evaluate/1"
  var documents: Int
  var pairs: Int
  var ignored: Int
  var groups: Int
  var judged: String
  var dates: Bool
  var labels: [Label]
  var relations: [Found]
  var derivation: Found
  @Shown var unlisted: Int?
  var direction: Direction
  var curve: [Found]
  /// Where there are several groups.
  var heldOut: HeldOutLines?
  var falseDerivations: [EvaluationSubject.Mistake]
  var missedDerivations: [EvaluationSubject.Mistake]
  /// Where they were held against labels.
  var stories: Stories?

  public init(_ evaluation: Evaluation, of subject: EvaluationSubject) {
    documents = subject.documents
    pairs = subject.pairs
    ignored = subject.ignored
    groups = evaluation.groups
    judged = subject.isScan ? "scan" : "given"
    dates = subject.usesDates
    labels = evaluation.labels.map { row in
      let found = Relation.allCases.map { ($0.rawValue, row.found[$0] ?? 0) }
      return Label(
        label: row.label,
        means: Relation.allCases.filter(row.truth.right.contains).map(\.rawValue),
        pairs: row.pairs, found: Dictionary(uniqueKeysWithValues: found),
        derived: Share(row.derived), right: Share(row.right))
    }
    relations = evaluation.relations.map {
      Found($0.found, relation: $0.relation)
    }
    derivation = Found(evaluation.derivation, falseRate: evaluation.falseRate)
    unlisted = subject.unlisted
    let score = evaluation.direction
    direction = Direction(
      coverage: Share(score.coverage), accuracy: Share(score.accuracy),
      reasons: score.reasons.map {
        .init(reason: $0.reason.rawValue, accuracy: Share($0.accuracy))
      },
      curve: score.curve.map {
        .init(
          confidence: rounded($0.confidence), coverage: Share($0.coverage),
          accuracy: Share($0.accuracy))
      })
    curve = evaluation.curve.map {
      Found($0.found, line: $0.line, falseRate: $0.falseRate)
    }
    heldOut = evaluation.heldOut.map {
      HeldOutLines(
        low: rounded($0.low), high: rounded($0.high),
        found: Found($0.found, falseRate: $0.falseRate))
    }
    falseDerivations = subject.falseDerivations
    missedDerivations = subject.missedDerivations
    stories = subject.stories.map { agreement, documents in
      let pairs = agreement.pairs
      return Stories(
        documents: documents, precision: Figure(pairs.total.precision.value, nil),
        recall: Figure(pairs.total.recall.value, nil),
        f1: Figure(pairs.total.f1, pairs.f1Interval), adjustedRand: rounded(agreement.adjustedRand)
      )
    }
  }
}
