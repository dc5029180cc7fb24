/// Texts that have so many near-copies that one of them must speak for the rest: the words of a text
/// that hundreds of outlets copied would else seem common, and its rewordings would not be found.
enum NearCopies {
  /// Fewer copies than this are looked at each for itself.
  static let leastGroup = 8
  /// The share of equal phrase slots, an estimate of the resemblance of the sets of word 4-grams,
  /// from which one text can speak for the other.
  private static let leastResemblance = 0.3

  /// The documents without those for which a near-copy speaks: of a text and its near-copies, where
  /// these are at least ``leastGroup``, the first.
  ///
  /// - Complexity: O(*c* · *k*) for *c* candidates.
  static func speakers(_ sketches: [SearchSketch], among candidates: [Candidate]) -> [Int] {
    var copies = [[Int]](repeating: [], count: sketches.count)
    for candidate in candidates {
      let resemblance = sketches[candidate.a].phraseResemblance(to: sketches[candidate.b])
      if resemblance >= leastResemblance { copies[candidate.a].append(candidate.b) }
    }
    var isSpokenFor = [Bool](repeating: false, count: sketches.count)
    for document in sketches.indices where !isSpokenFor[document] {
      let group = copies[document].filter { !isSpokenFor[$0] }
      guard group.count >= leastGroup else { continue }
      for copy in group { isSpokenFor[copy] = true }
    }
    return sketches.indices.filter { !isSpokenFor[$0] }
  }
}
