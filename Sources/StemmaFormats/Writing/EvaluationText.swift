public import StemmaKit

/// An evaluation for people: tables within 80 columns.
public struct EvaluationText {
  let evaluation: Evaluation
  let subject: EvaluationSubject
  let mistakes: Int
  let style: TextStyle

  /// - Parameter mistakes: how many of either kind are shown.
  public init(
    _ evaluation: Evaluation, of subject: EvaluationSubject, mistakes: Int, style: TextStyle
  ) {
    self.evaluation = evaluation
    self.subject = subject
    self.mistakes = mistakes
    self.style = style
  }

  public var text: String {
    let blocks = [
      heading, confusion, labels, relations, direction, curve, stories,
      list("Called derived, but labelled to be no derivation", subject.falseDerivations),
      list("Derivations that were not found", subject.missedDerivations), notes,
    ]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private var heading: [String] {
    let groups = evaluation.groups
    var parts = [
      "\(counted(subject.pairs, "labelled pair")) of \(counted(subject.documents, "document"))",
      subject.isScan ? "as a scan finds them" : "each pair judged by itself",
      "\(counted(groups, "group")) of pairs",
    ]
    if subject.ignored > 0 { parts.append("\(subject.ignored) ignored") }
    if !subject.usesDates { parts.append("dates not used") }
    return wrapped(parts.joined(separator: ", ") + ".")
  }

  /// Whether any label names derivations.
  private var knowsDerivations: Bool { evaluation.derivation.total.recall.total > 0 }

  // MARK: Labels

  private var confusion: [String] {
    let widths = [7, 10, 5, 8, 8, 11, 5]
    let relations = Relation.allCases.reversed()
    var lines = [row("label: found to be", ["pairs"] + relations.map(\.rawValue), widths, .bold)]
    for label in evaluation.labels {
      let counts = relations.map { String(label.found[$0] ?? 0) }
      lines.append(row(label.label, [String(label.pairs)] + counts, widths))
    }
    return lines
  }

  private var labels: [String] {
    let widths = [22, 22]
    var lines = [row("label", ["called derived", "found as labelled"], widths, .bold)]
    for label in evaluation.labels {
      lines.append(row(label.label, [share(label.derived), share(label.right)], widths))
    }
    return lines
  }

  private var relations: [String] {
    let widths = [19, 19, 19]
    var lines = [row("relation", ["precision", "recall", "F1"], widths, .bold)]
    for (relation, found) in evaluation.relations {
      lines.append(row(relation.rawValue, cells(found), widths))
    }
    if knowsDerivations || evaluation.falseRate.total > 0 {
      lines.append(row("derivation (any)", cells(evaluation.derivation), widths))
    }
    guard lines.count > 1 else { return [] }
    let rate = evaluation.falseRate
    if rate.total > 0 || subject.unlisted != nil { lines.append("") }
    if rate.total > 0 {
      lines += wrapped(
        "Of \(counted(rate.total, "pair")) labelled to be no derivation \(rate.hits) \(rate.hits == 1 ? "is" : "are") called one: \(share(rate))."
      )
    }
    if let unlisted = subject.unlisted {
      lines += wrapped("Derivations found that no label names: \(unlisted).")
    }
    return lines
  }

  private func cells(_ found: GroupedRetrieval) -> [String] {
    let total = found.total
    return [
      share(total.precision), share(total.recall), figure(total.f1, found.f1Interval),
    ]
  }

  // MARK: Direction

  private var direction: [String] {
    let score = evaluation.direction
    guard score.coverage.total > 0 else { return [] }
    let widths = [12, 22, 22]
    var lines = [row("direction", ["decided", "share decided", "share right"], widths, .bold)]
    for reason in score.reasons {
      lines.append(
        row(
          "  by " + reason.reason.rawValue,
          [
            String(reason.accuracy.total),
            share(Proportion(reason.accuracy.total, of: score.coverage.total)),
            share(reason.accuracy),
          ], widths))
    }
    // The surest quarter of the decisions, the surer half, and so on; JSON has every step.
    var shown = 0
    for point in score.curve.dropLast() {
      let quarter = point.coverage.hits * 4 / max(1, score.accuracy.total)
      guard quarter > shown else { continue }
      shown = quarter
      lines.append(
        row(
          "  confidence \(decimal(point.confidence)) up",
          [String(point.coverage.hits), share(point.coverage), share(point.accuracy)], widths))
    }
    lines.append(
      row(
        "all", [String(score.accuracy.total), share(score.coverage), share(score.accuracy)], widths)
    )
    return lines + [""]
      + wrapped(
        "Of \(counted(score.coverage.total, "derivation")) found with a labelled direction.")
  }

  // MARK: Curve, stories, mistakes

  private var curve: [String] {
    // Without a derivation among the labels there is nothing to recall.
    let isFalseOnly = !knowsDerivations
    guard !isFalseOnly || evaluation.falseRate.total > 0 else { return [] }
    let widths = isFalseOnly ? [22] : [19, 19, 19]
    let titles = isFalseOnly ? ["falsely called derived"] : ["precision", "recall", "F1"]
    var lines = [row("lines of the rule by", titles, widths, .bold)]
    for point in evaluation.curve {
      let name = "  \(decimal(point.line))" + (point.line == 1 ? "  as it is" : "")
      let cells = isFalseOnly ? [share(point.falseRate)] : cells(point.found)
      lines.append(row(name, cells, widths))
    }
    guard let heldOut = evaluation.heldOut, !isFalseOnly else { return lines }
    let (low, high) = (decimal(heldOut.low), decimal(heldOut.high))
    lines.append(row("  group left out", cells(heldOut.found), widths))
    return lines + [""]
      + wrapped(
        "The last row judges each group by the factor that is best on all others: \(low == high ? low : "\(low) to \(high)"). Of the pairs labelled to be no derivation it calls \(share(heldOut.falseRate)) one."
      )
  }

  private var stories: [String] {
    guard let (agreement, documents) = subject.stories else { return [] }
    let widths = [19, 19, 19]
    let pairs = agreement.pairs
    return [
      row("stories", ["precision", "recall", "F1"], widths, .bold),
      row(
        "pairs together",
        [
          number(pairs.total.precision.value), number(pairs.total.recall.value),
          figure(pairs.total.f1, pairs.f1Interval),
        ], widths), "",
    ]
      + wrapped(
        "Adjusted Rand index \(number(agreement.adjustedRand)) of \(counted(documents, "labelled document"))."
      )
  }

  private func list(_ title: String, _ pairs: [EvaluationSubject.Mistake]) -> [String] {
    guard mistakes > 0, !pairs.isEmpty else { return [] }
    var lines = [style.emphasised("\(title): \(pairs.count)", .bold)]
    for pair in pairs.prefix(mistakes) {
      // Cut, not rounded: what is just below the line does not look as if it were there.
      let strength = pair.strength.flatMap {
        $0 > 0 ? ", strength \(decimal(($0 * 100).rounded(.down) / 100))" : nil
      }
      let sentence =
        "\(Screen.printable(pair.a)) ~ \(Screen.printable(pair.b))  (\(Screen.printable(pair.label)); found: \(pair.found)\(strength ?? ""))"
      lines += Wrap(first: "  ", next: "    ", style: style).lines(Wrap.words(sentence))
    }
    if pairs.count > mistakes {
      lines.append("  … and \(pairs.count - mistakes) more; --mistakes \(pairs.count) shows all.")
    }
    return lines
  }

  private var notes: [String] {
    let few =
      evaluation.groups < 10
      ? " With \(counted(evaluation.groups, "group")) these are rough." : ""
    return wrapped(
      "In parentheses: 95 % intervals, of F1 by drawing groups anew, else Wilson's, which takes pairs for independent.\(few)"
    )
  }

  // MARK: Cells

  private func wrapped(_ sentence: String) -> [String] {
    Wrap(first: "", next: "", style: style).lines(Wrap.words(sentence))
  }

  private func row(
    _ name: String, _ cells: [String], _ widths: [Int], _ emphasis: TextStyle.Emphasis? = nil
  ) -> String {
    let room = 80 - widths.reduce(0, +)
    var line = Screen.cut(Screen.printable(name), columns: room - 1)
    line += String(repeating: " ", count: max(0, room - Screen.columns(line)))
    for (cell, width) in zip(cells, widths) {
      line += String(repeating: " ", count: max(1, width - Screen.columns(cell))) + cell
    }
    while line.last == " " { line.removeLast() }
    return emphasis.map { style.emphasised(line, $0) } ?? line
  }

  private func share(_ proportion: Proportion) -> String {
    figure(proportion.value, proportion.interval)
  }

  private func figure(_ value: Double?, _ interval: Interval?) -> String {
    guard let interval else { return number(value) }
    return "\(number(value)) (\(number(interval.low))–\(number(interval.high)))"
  }

  /// Three decimals, without the nought before them.
  private func number(_ value: Double?) -> String {
    guard let value else { return "-" }
    let thousandths = Int((abs(value) * 1000).rounded())
    if thousandths >= 1000 { return value < 0 ? "-1.00" : "1.00" }
    let digits = String(thousandths)
    return (value < 0 && thousandths > 0 ? "-." : ".")
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
