/// The best local alignment of two texts (Smith and Waterman, JMB 1981) over words: how strong the
/// strongest passage is that stands in both.
enum LocalAlignment {
  /// Costs in the units of ``TermRarity``.
  private static let mismatch: Int32 = 32
  private static let gap: Int32 = 24

  /// The score of two equal words: a word's worth, and a third of its rarity.
  static func matchScore(rarity: Int) -> Int32 { Int32(TermRarity.unit + rarity * 35 / 100) }

  /// The best score, in the units of ``TermRarity``.
  ///
  /// - Parameter scores: what two equal words score, by id.
  /// - Complexity: O(*n* · *m*) time, O(*m*) memory: for passages, not for books.
  static func score(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>, scores: [Int32]) -> Int {
    let b = Array(b)
    var row = [Int32](repeating: 0, count: b.count + 1)
    var best: Int32 = 0
    for id in a {
      let match = scores[Int(id)]
      var diagonal: Int32 = 0
      var left: Int32 = 0
      for column in 1..<row.count {
        let up = row[column]
        var value = diagonal + (b[column - 1] == id ? match : -mismatch)
        value = max(value, up - gap, left - gap, 0)
        row[column] = value
        best = max(best, value)
        diagonal = up
        left = value
      }
    }
    return Int(best)
  }
}
