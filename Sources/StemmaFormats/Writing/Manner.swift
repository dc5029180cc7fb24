internal import StemmaKit

extension PairFinding {
  /// Of the shorter text the share of its runs of three words that stand in the other, from which one
  /// does not speak of rewording: reporters who reword keep a third, an editor who cuts keeps all but
  /// what he cuts.
  private static let leastKept = 0.75

  /// Whether a rewrite is less one in other words than one with parts cut or added.
  ///
  /// The rule calls it no copy, since the resemblance of two texts of different length is small.
  var isLargelyVerbatim: Bool { relation == .rewrite && kept >= Self.leastKept }

  /// Of the runs of three words of the shorter text the share that stands in the other.
  var kept: Double {
    evidence.countA <= evidence.countB
      ? evidence.scores.containmentOfA : evidence.scores.containmentOfB
  }

  /// Whether the text that was made from the other is the shorter one; where that is not known, that
  /// one text is.
  var isShortened: Bool {
    switch direction.derivative {
    case .a: evidence.countA <= evidence.countB
    case .b: evidence.countB <= evidence.countA
    case nil: true
    }
  }

  /// What a page calls the relation: that of the rule, and `verbatim` of a rewrite that keeps most
  /// runs of words.
  var manner: String { isLargelyVerbatim ? "verbatim" : relation.rawValue }
}
