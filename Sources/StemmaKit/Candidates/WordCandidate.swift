/// Whether a pair found by rare words alone can be a derivation, as far as the sketches tell.
///
/// Two reports of one event share its rare words; a rewording shares the common ones too, and some
/// of its phrases. What is lost are excerpts that share next to nothing else; docs/candidates.md has
/// the figures.
enum WordCandidate {
  /// Shorter texts, which are no rewrites by the rule, must share a phrase.
  private static let leastTokens = 100
  /// The share of the smaller text's words that stand in the other, estimated.
  private static let leastContainment = 0.3
  /// The same for pairs of less weight than ``heavy``.
  private static let leastContainmentOfLight = 0.4
  /// Sum of ln(documents / bucket), in sixteenths of a nat.
  private static let heavy: Int32 = 24 * 16

  static func isPlausible(_ a: SearchSketch, _ b: SearchSketch, weight: Int32) -> Bool {
    if a.sharesPhrase(with: b) { return true }
    guard min(a.tokenCount, b.tokenCount) >= leastTokens else { return false }
    let resemblance = a.wordResemblance(to: b)
    let all = Double(a.wordCount + b.wordCount)
    // |A and B| = J (|A| + |B|) / (1 + J).
    let shared = resemblance * all / (1 + resemblance)
    let containment = shared / Double(min(a.wordCount, b.wordCount))
    return containment >= (weight >= heavy ? leastContainment : leastContainmentOfLight)
  }
}
