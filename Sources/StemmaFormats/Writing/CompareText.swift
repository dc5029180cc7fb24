public import StemmaKit

/// A comparison for people: the verdict with its reasons, the figures, and the passages one under
/// the other with what differs marked.
public struct CompareText {
  let finding: PairFinding
  let a: Document
  let b: Document
  let tokensA: Tokens
  let tokensB: Tokens
  let changes: [Change]
  let style: TextStyle
  let explanation: PairExplanation?

  /// More passages than these are counted, not shown.
  private static let mostPassages = 20

  public init(
    finding: PairFinding, a: Document, b: Document, tokensA: Tokens, tokensB: Tokens,
    changes: [Change], style: TextStyle, explanation: PairExplanation? = nil
  ) {
    self.explanation = explanation
    self.finding = finding
    self.a = a
    self.b = b
    self.tokensA = tokensA
    self.tokensB = tokensB
    self.changes = changes
    self.style = style
  }

  public var text: String {
    let verdict = Verdict(
      finding: finding, a: Screen.printable(a.id), b: Screen.printable(b.id))
    var lines = wrap("", "").lines(
      Wrap.words("\(finding.relation.rawValue.uppercased()).", .bold) + Wrap.words(verdict.sentence)
    )
    for reason in verdict.reasons { lines += wrap("  - ", "    ").lines(Wrap.words(reason)) }
    lines += [""] + figures
    if let explanation {
      lines +=
        ExplanationText(explanation, a: DocumentHead(a), b: DocumentHead(b), style: style).sections
    }
    let differences = ChangesText(
      changes: changes, derivative: finding.direction.derivative, a: a.text, b: b.text, style: style
    ).lines
    if !differences.isEmpty { lines += [""] + differences }
    if !finding.evidence.passages.isEmpty { lines += [""] + passages }
    return lines.joined(separator: "\n") + "\n"
  }

  private func wrap(_ first: String, _ next: String) -> Wrap {
    Wrap(first: first, next: next, style: style)
  }

  private var figures: [String] {
    let scores = finding.evidence.scores
    let evidence = finding.evidence
    var rows = [
      ("a", "\(Screen.printable(a.id)), \(evidence.countA) words"),
      ("b", "\(Screen.printable(b.id)), \(evidence.countB) words"),
      (
        "ordered coverage",
        "\(percent(scores.coverage)); outside quotations \(percent(scores.coverageUnquoted))"
      ),
      ("resemblance", "\(percent(scores.resemblance)) of runs of five words"),
      (
        "containment",
        "\(percent(scores.containmentOfA)) of a in b, \(percent(scores.containmentOfB)) of b in a (runs of three words)"
      ),
      ("names and numbers", "\(percent(scores.namesShared)) shared"),
      ("strongest passage", decimal(scores.localAlignment)),
    ]
    if finding.relation > .none {
      rows.append(("confidence", decimal(finding.confidence)))
      if finding.relation.isDerivation {
        rows.append(
          (
            "direction",
            finding.direction.derivative.map {
              "\($0 == .a ? "b to a" : "a to b"), confidence \(decimal(finding.direction.confidence))"
            } ?? "undetermined"
          ))
      }
    }
    return rows.flatMap { name, value in
      let name = "  " + name + String(repeating: " ", count: 19 - name.count)
      return wrap(name, String(repeating: " ", count: 21)).lines(Wrap.words(value))
    }
  }

  private var passages: [String] {
    let all = finding.evidence.passages
    var lines: [String] = []
    for (number, passage) in all.prefix(Self.mostPassages).enumerated() {
      let (spanA, spanB) = passage.bytes(tokensA, tokensB)
      let title =
        "Passage \(number + 1) of \(all.count): bytes \(spanA.lowerBound) to \(spanA.upperBound) of a, \(spanB.lowerBound) to \(spanB.upperBound) of b"
      if number > 0 { lines.append("") }
      lines += wrap("", "  ").lines(Wrap.words(title, .dim))
      let common = PassageDifference(passage, tokensA, tokensB)
      lines += wrap("  a | ", "    | ").lines(words(a, tokensA, passage.a, common.isCommonInA))
      lines += wrap("  b | ", "    | ").lines(words(b, tokensB, passage.b, common.isCommonInB))
    }
    if all.count > Self.mostPassages {
      lines += ["", "… and \(all.count - Self.mostPassages) more passages."]
    }
    if !style.hasColour, !all.isEmpty {
      lines += ["", "[Brackets] hold what is not the same at this place."]
    }
    return lines
  }

  /// The words of a passage; what the other side lacks is coloured, or put in brackets.
  private func words(
    _ document: Document, _ tokens: Tokens, _ range: Range<Int>, _ isCommon: [Bool]
  ) -> [Wrap.Word] {
    var words: [Wrap.Word] = []
    var index = range.lowerBound
    var position = Int(tokens.starts[index])
    while index < range.upperBound {
      // A run of tokens that are alike in being common or not.
      let common = isCommon[index - range.lowerBound]
      var last = index
      while last + 1 < range.upperBound, isCommon[last + 1 - range.lowerBound] == common {
        last += 1
      }
      let end = max(position, Int(tokens.ends[last]))
      let isLast = last + 1 == range.upperBound
      let next = isLast ? end : max(end, Int(tokens.starts[last + 1]))
      var run = string(document, position..<end)
      if !common, !style.hasColour { run = bracketed(run) }
      words += split(run, common ? nil : .changed)
      words += split(string(document, end..<next), nil)
      position = next
      index = last + 1
    }
    return words
  }

  private func bracketed(_ run: String) -> String {
    let lead = run.prefix { $0.isWhitespace }
    return lead + "[" + run.dropFirst(lead.count) + "]"
  }

  private func string(_ document: Document, _ bytes: Range<Int>) -> String {
    String(decoding: document.text[bytes], as: UTF8.self)
  }

  private func split(_ text: String, _ emphasis: TextStyle.Emphasis?) -> [Wrap.Word] {
    var words: [Wrap.Word] = []
    var isSpaced = false
    var word = ""
    func flush() {
      if word.isEmpty { return }
      words.append(
        Wrap.Word(text: Screen.printable(word), emphasis: emphasis, isSpaced: isSpaced))
      word = ""
      isSpaced = false
    }
    for character in text {
      if character.isWhitespace {
        flush()
        isSpaced = true
      } else {
        word.append(character)
      }
    }
    flush()
    // White space at the end belongs to the word that follows.
    if isSpaced { words.append(Wrap.Word(text: "", emphasis: nil, isSpaced: true)) }
    return words
  }
}
