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
  static func speakers(
    _ rows: SketchRows, _ documents: [Int32], among candidates: [Candidate]
  ) throws -> [Int] {
    var copies = [[Int32]](repeating: [], count: documents.count)
    // Candidates come in order: each first document is read once.
    var known: (document: Int, sketch: SearchSketch)?
    for candidate in candidates {
      let first =
        try known.flatMap { $0.document == candidate.a ? $0.sketch : nil }
        ?? rows.sketch(Int(documents[candidate.a]))
      known = (candidate.a, first)
      let resemblance = first.phraseResemblance(to: try rows.sketch(Int(documents[candidate.b])))
      if resemblance >= leastResemblance { copies[candidate.a].append(Int32(candidate.b)) }
    }
    var isSpokenFor = [Bool](repeating: false, count: documents.count)
    for document in documents.indices where !isSpokenFor[document] {
      let group = copies[document].filter { !isSpokenFor[Int($0)] }
      guard group.count >= leastGroup else { continue }
      for copy in group { isSpokenFor[Int(copy)] = true }
    }
    return documents.indices.filter { !isSpokenFor[$0] }
  }

  /// The same of sketches that are all in memory.
  static func speakers(
    _ sketches: [SearchSketch], among candidates: [Candidate]
  ) throws -> [Int] {
    try speakers(SketchRows(sketches), sketches.indices.map { Int32($0) }, among: candidates)
  }
}
