public import StemmaKit

/// An explanation as JSON shows it; docs/json.md describes every field.
public struct ExplanationReport: Encodable, Sendable {
  struct Test: Encodable, Sendable {
    var measure: String
    var value: Double
    var line: Double
    var asks: String
    var holds: Bool

    init(_ test: RuleTest) {
      measure = test.measure.rawValue
      value = rounded(test.value)
      line = rounded(test.line)
      asks = test.isBelow ? "below" : "at-least"
      holds = test.holds
    }
  }

  struct Line: Encodable, Sendable {
    var relation: String
    var holds: Bool
    var tests: [Test]

    init(_ line: RuleLine) {
      relation = line.relation.rawValue
      holds = line.holds
      tests = line.tests.map { Test($0) }
    }
  }

  struct Measures: Encodable, Sendable {
    var tokensA: Int
    var tokensB: Int
    var unquotedA: Int
    var unquotedB: Int
    var mostlyQuotation: Bool
    var namesInBoth: Int
    var quotedOnlyInA: Int
    var quotedOnlyInB: Int
    var quotedInBoth: Int
    var figuresKept: Int
    var figuresChanged: Int
  }

  struct Step: Encodable, Sendable {
    var reason: String
    @Shown var derivative: String?
    var confidence: Double
    @Shown var abstains: String?
  }

  var rule: [Line]
  var measures: Measures
  var direction: [Step]
  /// Of a pair of a scan.
  var scan: ScanTraceReport?

  /// - Parameter id: the id of a document of the scan, by its index.
  public init(
    _ explanation: PairExplanation, a: DocumentHead, b: DocumentHead,
    id: (Int) -> String = { _ in "" }
  ) {
    rule = explanation.rule.map { Line($0) }
    let evidence = explanation.finding.evidence
    let shift = evidence.quoteShift
    measures = Measures(
      tokensA: evidence.countA, tokensB: evidence.countB, unquotedA: evidence.unquotedA,
      unquotedB: evidence.unquotedB,
      mostlyQuotation: RelationRule().isMostlyQuotation(evidence),
      namesInBoth: evidence.scores.namesInBoth, quotedOnlyInA: shift.quotedOnlyInA,
      quotedOnlyInB: shift.quotedOnlyInB, quotedInBoth: shift.quotedInBoth,
      figuresKept: evidence.figureShift.kept, figuresChanged: evidence.figureShift.changed)
    direction = explanation.direction.map { step in
      Step(
        reason: step.reason.rawValue,
        derivative: step.direction.derivative.map { $0 == .a ? a.id : b.id },
        confidence: rounded(step.direction.confidence), abstains: step.abstention?.rawValue)
    }
    scan = explanation.scan.map { ScanTraceReport($0, id: id) }
  }
}

/// What became of a pair in a scan, as JSON shows it.
struct ScanTraceReport: Encodable, Sendable {
  struct Phrases: Encodable, Sendable {
    var slotsShared: Int
    var fewHave: Int
    var manyHave: Int
    var commonMatter: Int
    var least: Int
    var leastWithCommon: Int
    var enough: Bool
    var pairedElsewhere: Bool
  }

  struct Words: Encodable, Sendable {
    var slotsShared: Int
    var slotsCounted: Int
    var weight: Double
    var leastWeight: Double
    var enough: Bool
    var derivationAsked: Bool
    var sharesPhrase: Bool
    var tokens: Int
    var leastTokens: Int
    var containment: Double
    var leastContainment: Double
    var plausible: Bool
  }

  struct Witness: Encodable, Sendable {
    var id: String
    var relationToA: String
    var relationToB: String
    var coverage: Double
    var leastCoverage: Double
    var holds: Bool
  }

  var reported: Bool
  var aside: Bool
  var oneStory: Bool
  var takenBack: Bool
  /// Where it was.
  var takenBackBy: TakenBackReport?
  var leastRelation: String
  var candidate: String
  var firstA: String
  var firstB: String
  var spokenForA: Bool
  var spokenForB: Bool
  /// Where there was a search.
  var phrases: Phrases?
  /// Also not where a near-copy was searched in the place of one text.
  var words: Words?
  @Shown var stage: String?
  var witnesses: [Witness]

  init(_ trace: ScanTrace, id: (Int) -> String) {
    let candidacy = trace.candidacy
    reported = trace.isReported
    aside = trace.isAside
    oneStory = trace.isOfOneStory
    takenBack = trace.takenBack != nil
    takenBackBy = trace.takenBack.map { TakenBackReport($0, id: id) }
    leastRelation = trace.leastRelation.rawValue
    candidate = candidacy.way.rawValue
    (firstA, firstB) = (id(candidacy.firsts.a), id(candidacy.firsts.b))
    (spokenForA, spokenForB) = (candidacy.isSpokenFor.a, candidacy.isSpokenFor.b)
    phrases = candidacy.phrases.map {
      Phrases(
        slotsShared: $0.slots, fewHave: $0.plain, manyHave: $0.stars,
        commonMatter: $0.common, least: $0.least, leastWithCommon: $0.leastWithCommon,
        enough: $0.isEnough, pairedElsewhere: $0.isPairedElsewhere)
    }
    words = candidacy.words.map {
      Words(
        slotsShared: $0.slots, slotsCounted: $0.counted, weight: rounded($0.weight),
        leastWeight: $0.leastWeight, enough: $0.isEnough,
        derivationAsked: $0.isDerivationAsked, sharesPhrase: $0.sharesPhrase,
        tokens: $0.tokens, leastTokens: $0.leastTokens, containment: rounded($0.containment),
        leastContainment: $0.leastContainment, plausible: $0.isPlausible)
    }
    stage = trace.stage?.rawValue
    witnesses = trace.witnesses.map {
      Witness(
        id: id($0.document), relationToA: $0.relationToA.rawValue,
        relationToB: $0.relationToB.rawValue, coverage: rounded($0.coverage),
        leastCoverage: $0.leastCoverage, holds: $0.holds)
    }
  }
}

/// Why a derivation was taken back, as JSON shows it.
struct TakenBackReport: Encodable, Sendable {
  struct Matter: Encodable, Sendable {
    var id: String
    var range: [Int]
    var documents: Int
    var text: String
  }

  var test: String
  /// What the whole texts are by themselves, and the rule of them.
  var relation: String
  var rule: [ExplanationReport.Line]
  /// Words of each text that are left.
  var restA: Int
  var restB: Int
  var matter: Matter

  init(_ taken: TakenBack, id: (Int) -> String) {
    test = taken.test.rawValue
    relation = taken.whole.relation.rawValue
    rule = RelationRule().lines(taken.whole.evidence).map { ExplanationReport.Line($0) }
    (restA, restB) = (taken.restOfA, taken.restOfB)
    let range = taken.matter.range
    matter = Matter(
      id: id(taken.matter.document), range: [range.lowerBound, range.upperBound],
      documents: taken.matter.documents, text: taken.matter.text)
  }
}
