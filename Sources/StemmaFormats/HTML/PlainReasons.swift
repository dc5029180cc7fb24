internal import StemmaKit

/// A finding as one would tell it to a colleague, without the terms of the trade.
struct PlainReasons {
  let finding: PairFinding
  /// What the two texts are called.
  let a: String
  let b: String
  /// What the third text is called through which the pair is a rewrite.
  let witness: String?
  /// What the text is called that both were made from.
  let commonSource: String?
  /// Seconds by which the derivative is later, where dates tell.
  let delay: Int?

  private var later: String { finding.direction.derivative == .a ? a : b }
  private var earlier: String { finding.direction.derivative == .a ? b : a }

  /// One sentence.
  var sentence: String {
    if let commonSource {
      return
        "Both were made from \(commonSource), as the whole story shows; neither from the other."
    }
    let isDecided = finding.direction.derivative != nil
    switch finding.relation {
    case .duplicate:
      return isDecided
        ? "\(later) has the text of \(earlier), word for word."
        : "Both have the same text, word for word. Who was first is undecided."
    case .copy:
      return isDecided
        ? "\(later) copies \(earlier) with edits."
        : "The same text, edited. Who was first is undecided; both may come from a third text."
    case .rewrite where finding.isLargelyVerbatim:
      return isDecided
        ? "\(later) \(finding.isShortened ? "shortens" : "extends") \(earlier), much of it word for word."
        : "The same text, shortened in one of them, much of it word for word. Who was first is undecided; both may come from a third text."
    case .rewrite:
      return isDecided
        ? "\(later) rewords \(earlier), point by point in the same order."
        : "One rewords the other, point by point in the same order. Who was first is undecided; both may reword a third text."
    case .excerpt:
      return isDecided
        ? "\(later) takes a passage from \(earlier)."
        : "A passage stands in both. Who was first is undecided; both may have it from a third text."
    case .sameStory:
      return
        "The same story, told independently or so freely that nothing shows one was made from the other."
    case .none: return "Nothing shows that one was made from the other."
    }
  }

  /// What it rests on, a sentence each.
  var reasons: [String] {
    let scores = finding.evidence.scores
    var reasons: [String] = []
    switch finding.relation {
    case _ where isByKnownSource:
      reasons.append(
        "It has more from \(earlier) than chance or the topic would explain. Where the source is known, that is enough."
      )
    case .duplicate:
      reasons.append("All \(finding.evidence.countA) words are the same, in the same order.")
    case .copy:
      reasons.append(
        "Of all runs of five words, \(percent(scores.resemblance)) stand in both texts. Reports written apart share next to none."
      )
    case .rewrite:
      if finding.isLargelyVerbatim {
        reasons.append(
          "Of all runs of three words of the shorter text, \(percent(finding.kept)) stand in the other, too."
        )
      }
      reasons.append(rewording)
    case .excerpt:
      reasons.append(
        "Outside quotations a passage agrees more closely than chance or a shared topic would explain."
      )
    case .sameStory:
      reasons.append(
        "They share \(percent(scores.namesShared)) of the names and numbers of the one that has fewer."
      )
      reasons.append(
        form ?? "But neither the wording nor the order in which things are told is shared enough.")
    case .none:
      reasons.append(form ?? "Neither wording nor order agree beyond what the topic explains.")
    }
    if let direction { reasons.append(direction) }
    return reasons
  }

  /// Whether the two by themselves would not show it.
  private var isByKnownSource: Bool {
    finding.direction.reason == .knownSource
      && finding.relation > RelationRule().relation(finding.evidence)
  }

  /// What is said of a form that was filled in twice.
  private var form: String? {
    let figures = finding.evidence.figureShift
    guard RelationRule().isForm(finding.evidence) else { return nil }
    return
      "The wording agrees, but \(figures.changed) of \(figures.count) figures at the same place differ: a form that was filled in anew."
  }

  private var rewording: String {
    let order = percent(finding.evidence.scores.coverage)
    if let witness {
      return
        "By way of \(witness), which is close to both texts. Between these two alone \(order) of what is told comes in the same order."
    }
    let rule = RelationRule()
    let line = percent(rule.rewriteCoverage)
    var sentence =
      "\(order) of the shorter text's telling words stand in the same order in the other, after taking off what chance would give. From \(line) on one counts as made from the other."
    if !rule.isMostlyQuotation(finding.evidence) {
      sentence +=
        " Without the quotations, which two reporters may share, it is \(percent(finding.evidence.scores.coverageUnquoted))."
    }
    return sentence
  }

  private var direction: String? {
    switch finding.direction.reason {
    case .published:
      return
        "\(earlier) was published first\(delay.map { ", \(Self.span($0)) before" } ?? ""). Both may still have it from a third text, such as an agency's."
    case .quotations:
      let shift = finding.evidence.quoteShift
      return
        "\(earlier) was first, it seems: \(max(shift.quotedOnlyInA, shift.quotedOnlyInB)) words that it quotes have become indirect speech in \(later)."
    case .tree: return "The other texts of the story leave no other direction than from \(earlier)."
    case .knownSource: return "You named \(earlier) as the source."
    case nil where finding.commonAgency != nil:
      return
        "Both name \(finding.commonAgency ?? "") as where they have it from, so neither has to be from the other."
    case nil:
      return finding.relation.isDerivation && commonSource == nil
        ? "No dates or quotations tell which text was first." : nil
    }
  }

  /// Twenty minutes, nine hours, three days.
  static func span(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    switch minutes {
    case 0: return "less than a minute"
    // Two days, of which no hours are known.
    case 1440: return counted(1, "day")
    case ..<120: return counted(minutes, "minute")
    case ..<2880: return counted(minutes / 60, "hour")
    default: return counted(minutes / 1440, "day")
    }
  }
}
