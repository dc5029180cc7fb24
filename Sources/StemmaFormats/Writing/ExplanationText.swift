public import StemmaKit

/// Everything that a finding rests on, for people.
public struct ExplanationText {
  let explanation: PairExplanation
  let a: String
  let b: String
  let style: TextStyle
  /// The id of a document of the scan, by its index.
  let id: (Int) -> String

  private var finding: PairFinding { explanation.finding }

  public init(
    _ explanation: PairExplanation, a: DocumentHead, b: DocumentHead, style: TextStyle,
    id: @escaping (Int) -> String = { _ in "" }
  ) {
    self.explanation = explanation
    self.a = Screen.printable(a.id)
    self.b = Screen.printable(b.id)
    self.style = style
    self.id = { Screen.printable(id($0)) }
  }

  /// Of a pair of a scan: the verdict with its reasons, and all behind it.
  public var text: String {
    let isReported = explanation.scan?.isReported ?? true
    let relation = finding.relation.rawValue.uppercased()
    let name: String
    let sentence: String
    let reasons: [String]
    if let taken = takenBack {
      let lead = isReported ? "\(relation); " : "NOT REPORTED: "
      name = "\(lead)\(taken.whole.relation.rawValue.uppercased()), TAKEN BACK."
      (sentence, reasons) = (self.verdict(taken), self.reasons(taken))
    } else {
      let verdict = Verdict(finding: finding, a: a, b: b, witness: finding.witness.map(id))
      name = "\(isReported ? "" : "NOT REPORTED: ")\(relation)."
      (sentence, reasons) = (verdict.sentence, verdict.reasons)
    }
    var lines = wrap("", "").lines(Wrap.words(name, .bold) + Wrap.words(sentence))
    for reason in reasons { lines += item(reason) }
    return (lines + sections).joined(separator: "\n") + "\n"
  }

  private var takenBack: TakenBack? { explanation.scan?.takenBack }

  /// The sections, each behind a blank line.
  var sections: [String] {
    var lines: [String] = []
    if let scan = explanation.scan { lines += section("In the scan", of(scan)) }
    let rule = takenBack == nil ? "The rule" : "The rule, of what is left without common matter"
    lines += section(
      "\(rule): the first line of which all holds names the relation",
      self.rule(explanation.rule, finding.evidence))
    if let whole = takenBack?.whole {
      lines += section(
        "The rule, of the whole texts",
        self.rule(RelationRule().lines(whole.evidence), whole.evidence))
    }
    lines += section("Third texts", witnesses)
    lines += section("Direction: the first that says anything decides", direction)
    return lines
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [""] + wrap("", "  ").lines(Wrap.words(title, .bold)) + lines
  }

  private func wrap(_ first: String, _ next: String) -> Wrap {
    Wrap(first: first, next: next, style: style)
  }

  private func item(_ sentence: String) -> [String] {
    wrap("  - ", "    ").lines(Wrap.words(sentence))
  }

  // MARK: The rule

  private func rule(_ rule: [RuleLine], _ evidence: Evidence) -> [String] {
    let deciding = rule.firstIndex { $0.holds }
    var lines = [row("", "", "has", "asked for", "")]
    for (index, line) in rule.enumerated() {
      for (number, test) in line.tests.enumerated() {
        let name = number == 0 ? line.relation.rawValue : ""
        let marked = index == deciding && number == 0 ? "> " + name : "  " + name
        lines.append(
          row(
            marked, Self.name(test.measure), Self.value(test.value, test.measure), Self.asked(test),
            test.holds ? "yes" : "no"))
      }
    }
    if deciding == nil { lines += item("No line holds: the two have no relation.") }
    if RelationRule().isMostlyQuotation(evidence) {
      lines += item(
        "One text is nearly all quotation, so that quotations count: outside them stands for the whole."
      )
    }
    return lines
  }

  private func row(
    _ relation: String, _ test: String, _ has: String, _ asked: String, _ holds: String
  ) -> String {
    var line = padded(relation, 14) + padded(test, 32)
    line += String(repeating: " ", count: max(0, 6 - has.count)) + has + "   "
    line += padded(asked, 16) + holds
    while line.last == " " { line.removeLast() }
    return line
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - Screen.columns(text)))
  }

  private static func name(_ measure: RuleTest.Measure) -> String {
    switch measure {
    case .sameTokens: "the same words in order"
    case .resemblance: "runs of five words in common"
    case .coverage: "told in the same order"
    case .coverageUnquoted: "the order outside quotations"
    case .tokens: "words of the shorter text"
    case .localAlignment: "strongest passage"
    case .wordOverlap: "words in common, in any order"
    case .rareWords: "rare words in common"
    case .namesShared: "names and numbers in common"
    case .namesInBoth: "how many of these"
    case .figuresKept: "figures the same at their place"
    case .taken: "taken from the known source"
    }
  }

  private static func value(_ value: Double, _ measure: RuleTest.Measure) -> String {
    switch measure {
    case .sameTokens: value > 0 ? "yes" : "no"
    case .tokens, .namesInBoth: String(Int(value))
    case .localAlignment: decimal(value)
    default: percent(value)
    }
  }

  private static func asked(_ test: RuleTest) -> String {
    if test.measure == .sameTokens { return "yes" }
    return (test.isBelow ? "below " : "") + value(test.line, test.measure)
      + (test.isBelow ? "" : " or more")
  }

  // MARK: Third texts

  private var witnesses: [String] {
    guard explanation.decidingLine.map({ $0.relation < .rewrite }) ?? true else { return [] }
    guard let scan = explanation.scan else {
      return item("Only a scan knows other texts, which may show that the two are a rewrite.")
    }
    if scan.witnesses.isEmpty {
      return item("No third text is a copy or a rewrite of both.")
    }
    let isForm = RelationRule().isForm(finding.evidence)
    let told = scan.witnesses.flatMap { trial in
      item(
        "\(id(trial.document)) is a \(trial.relationToA.rawValue) of a and a \(trial.relationToB.rawValue) of b; by way of it the two are a rewrite where \(percent(trial.leastCoverage)) or more comes in the same order, and \(percent(trial.coverage)) does: \(trial.holds ? "yes" : "no")."
      )
    }
    guard isForm, scan.witnesses.contains(where: \.holds) else { return told }
    return told
      + item("Taken back: the two are one form filled in twice, and so may the third text be.")
  }

  // MARK: Direction

  private var direction: [String] {
    let source = finding.commonSource.map(id)
    return steps
      + (source.map {
        item("The story: both were made from \($0), and neither from the other; that goes before.")
      } ?? [])
  }

  private var steps: [String] {
    explanation.direction.flatMap { step in
      let derivative = step.direction.derivative.map { $0 == .a ? a : b }
      let says = derivative.map { "\($0) is the derivative" } ?? "says nothing"
      return item(
        "\(Self.name(step.reason)): \(says), \(why(step)).")
    }
  }

  private static func name(_ reason: Direction.Reason) -> String {
    switch reason {
    case .knownSource: "What you know"
    case .published: "Dates"
    case .quotations: "Quotations"
    case .tree: "The story"
    }
  }

  private func why(_ step: DirectionStep) -> String {
    let shift = finding.evidence.quoteShift
    let counts =
      "\(counted(shift.quotedOnlyInA, "word")) quoted in a only, \(shift.quotedOnlyInB) in b only, \(shift.quotedInBoth) in both"
    switch step.abstention {
    case nil:
      switch step.reason {
      case .knownSource: return "as you named the source"
      case .published: return "as the other was published first"
      case .tree: return "as its other texts leave no other direction"
      case .quotations: return "as it took words out of quotation marks (\(counts))"
      }
    case .notNamed: return "since no source was named"
    case .undated: return "since not both texts have a date"
    case .sameAgency: return "since both name the same agency as their source"
    case .sameTime: return "since the dates are the same or too close"
    case .notReworded: return "since only a rewrite turns quotations into indirect speech"
    case .tooFew:
      return
        "since one side must have \(DirectionRule.leastShift) more words in quotation marks (\(counts))"
    case .divided:
      return
        "since \(percent(DirectionRule.leastShare)) of these words must be quoted on the same side (\(counts))"
    case .wordingKept:
      return
        "since the strongest passage (\(decimal(finding.evidence.scores.localAlignment))) is the same word for word from \(Int(DirectionRule.keptWording)) up, and an editor also adds quotation marks (\(counts))"
    }
  }
}
