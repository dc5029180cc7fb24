/// Whether a pair found by rare words alone can be a derivation, as far as the sketches tell.
///
/// Two reports of one event share its rare words; a rewording shares the common ones too, and some
/// of its phrases. What is lost are excerpts that share next to nothing else; docs/candidates.md has
/// the figures.
struct WordCandidate {
  /// Shorter texts, which are no rewrites by the rule, must share a phrase.
  static let leastTokens = 100
  /// Sum of ln(documents / bucket), in sixteenths of a nat.
  private static let heavy: Int32 = 24 * 16

  let a: SearchSketch
  let b: SearchSketch
  /// What the two share, in sixteenths of a nat.
  let weight: Int32

  var isPlausible: Bool {
    sharesPhrase || tokens >= Self.leastTokens && containment >= leastContainment
  }

  var sharesPhrase: Bool { a.sharesPhrase(with: b) }

  /// Whether they share phrases enough to be found by these, if it were not many that have them.
  var isCrowded: Bool { a.sharedSlots(.phrases, with: b) >= Int(PhraseCount.least) }

  /// Of the shorter text.
  var tokens: Int { min(a.tokenCount, b.tokenCount) }

  /// The share of the smaller text's words that stand in the other, estimated.
  var containment: Double {
    let resemblance = a.wordResemblance(to: b)
    let all = Double(a.wordCount + b.wordCount)
    // |A and B| = J (|A| + |B|) / (1 + J).
    let shared = resemblance * all / (1 + resemblance)
    return shared / Double(min(a.wordCount, b.wordCount))
  }

  /// The containment that is asked for: less of pairs that share much.
  var leastContainment: Double { weight >= Self.heavy ? 0.3 : 0.4 }
}
