internal import StemmaKit

/// A finding in words.
struct Verdict {
  let finding: PairFinding
  let a: String
  let b: String
  /// The third text through which the pair is a rewrite.
  var witness: String?

  private var derivative: String { finding.direction.derivative == .a ? a : b }
  private var source: String { finding.direction.derivative == .a ? b : a }
  private var isDecided: Bool { finding.direction.derivative != nil }

  /// One sentence.
  var sentence: String {
    switch finding.relation {
    case .duplicate:
      isDecided
        ? "\(derivative) repeats the text of \(source)."
        : "The two texts are the same; which was first is not known."
    case .copy:
      isDecided
        ? "\(derivative) is an edited copy of \(source)."
        : "One text is an edited copy of the other, or both are of a third; which was first is not known."
    case .rewrite where finding.isLargelyVerbatim:
      isDecided
        ? "\(derivative) \(finding.isShortened ? "shortens" : "extends") \(source), much of it word for word."
        : "One text shortens or extends the other, much of it word for word, or both come from a third; which was first is not known."
    case .rewrite:
      isDecided
        ? "\(derivative) rewords \(source), in the same order."
        : "One text rewords the other in the same order, or both reword a third; which was first is not known."
    case .excerpt:
      isDecided
        ? "\(derivative) takes a passage from \(source)."
        : "A passage of one text stands in the other, or both have it from a third; which was first is not known."
    case .sameStory:
      "Both tell the same story, but neither order nor wording shows that one was made from the other: they are independent reports, or a paraphrase too deep to prove."
    case .none:
      "Nothing shows that one text was made from the other."
    }
  }

  /// What the sentence rests on, a line each.
  var reasons: [String] {
    var reasons = [relationReason].compactMap { $0 }
    switch finding.direction.reason {
    case .published: reasons.append("\(source) was published first.")
    case .quotations:
      let shift = finding.evidence.quoteShift
      let count = max(shift.quotedOnlyInA, shift.quotedOnlyInB)
      reasons.append(
        "\(count) words that \(source) quotes stand outside quotation marks at the same place of \(derivative)."
      )
    case .tree:
      reasons.append("The other texts of the story leave no other direction.")
    case .knownSource: reasons.append("You named \(source) as the source.")
    case nil:
      if let agency = finding.commonAgency {
        reasons.append(
          "Both name \(agency) as where they have it from, so neither has to be from the other.")
      }
    }
    return reasons
  }

  /// Why the pair is no rewrite.
  private var missing: String {
    let scores = finding.evidence.scores
    let rule = RelationRule()
    let words = min(finding.evidence.countA, finding.evidence.countB)
    if rule.isForm(finding.evidence) {
      let figures = finding.evidence.figureShift
      return
        "The wording agrees, but \(figures.changed) of \(figures.count) figures at the same place differ, as in a form that is filled in anew (a derivation keeps \(percent(rule.formFiguresKept)) or more)."
    }
    let order =
      "\(percent(scores.coverage)) of the lighter text comes in the same order, beyond chance"
    if scores.coverage < rule.rewriteCoverage {
      return order + " (a rewrite: \(percent(rule.rewriteCoverage)) or more)."
    }
    if words < rule.rewriteTokens {
      return order
        + ", but one text has \(words) words; below \(rule.rewriteTokens) none is called a rewrite."
    }
    return order
      + ", but outside quotations \(percent(scores.coverageUnquoted)) (a rewrite: \(percent(rule.rewriteCoverageUnquoted)) or more)."
  }

  /// Why a pair is a derivation only since its source is known.
  private var known: String? {
    let rule = RelationRule()
    guard finding.direction.reason == .knownSource, let side = finding.direction.derivative,
      finding.relation > rule.relation(finding.evidence)
    else { return nil }
    let taken = RelationRule.taken(finding.evidence, by: side)
    return
      "\(derivative) has \(decimal(taken * 100)) % of its order and phrases from \(source); where the source is known, \(decimal(rule.takenFromKnown * 100)) % is enough."
  }

  private var relationReason: String? {
    let scores = finding.evidence.scores
    let rule = RelationRule()
    if let known { return known }
    switch finding.relation {
    case .duplicate:
      return "All \(finding.evidence.countA) words are the same, in the same order."
    case .copy:
      return
        "\(percent(scores.resemblance)) of all runs of five words stand in both texts (a copy: \(percent(rule.copyResemblance)) or more)."
    case .rewrite:
      if let witness {
        return
          "\(percent(scores.coverage)) of the lighter text comes in the same order in the other, beyond chance; that is less than a rewrite shows by itself (\(percent(rule.rewriteCoverage)) or more), but \(witness) is a copy or a rewrite of both."
      }
      let order =
        "\(percent(scores.coverage)) of the lighter text comes in the same order in the other, beyond chance (a rewrite: \(percent(rule.rewriteCoverage)) or more)"
      return rule.isMostlyQuotation(finding.evidence)
        ? order + "; one text is nearly all quotation, so quotations count."
        : order
          + "; outside quotations \(percent(scores.coverageUnquoted)) (\(percent(rule.rewriteCoverageUnquoted)) or more)."
    case .excerpt:
      let line =
        scores.localAlignment >= rule.excerptAlignment
        ? "\(decimal(rule.excerptAlignment)) or more"
        : "\(decimal(rule.excerptAlignmentUnlike)) or more where the texts have few other words in common"
      return
        "The strongest common passage outside quotations scores \(decimal(scores.localAlignment)) (an excerpt: \(line))."
    case .sameStory:
      return "They share \(percent(scores.namesShared)) of names and numbers. \(missing)"
    case .none: return missing
    }
  }
}

func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

/// Two decimals at most.
func decimal(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let fraction = hundredths % 100
  return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}

/// A number with its noun.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
