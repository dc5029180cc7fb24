/// The best local alignment of two texts (Smith and Waterman, JMB 1981) over words: how strong the
/// strongest passage is that stands in both.
enum LocalAlignment {
  /// Costs in the units of ``TermRarity``.
  private static let mismatch: Int32 = 32
  static let gap: Int32 = 24

  /// The score of two equal words: a word's worth, and a third of its rarity.
  static func matchScore(rarity: Int) -> Int32 { Int32(TermRarity.unit + rarity * 35 / 100) }

  /// Stronger passages are not told apart: some thirty equal words in a row score as much, and what
  /// is asked is whether there is a passage at all.
  static let enough = 100 * TermRarity.unit

  /// The best score, in the units of ``TermRarity``, at most ``enough``.
  ///
  /// - Parameter scores: what two equal words score, by id.
  /// - Complexity: O(*n* · *m*) time, O(*m*) memory: for passages, not for books.
  static func score(_ a: [Int32], _ b: [Int32], scores: [Int32]) -> Int {
    var row = [Int32](repeating: 0, count: b.count + 1)
    var cells = row.mutableSpan
    let columns = b.span
    var best: Int32 = 0
    for id in a {
      let match = scores[Int(id)]
      var diagonal: Int32 = 0
      var left: Int32 = 0
      var column = 0
      while column < columns.count {
        let up = cells[column + 1]
        var value = diagonal + (columns[column] == id ? match : -mismatch)
        value = max(value, max(max(up, left) - gap, 0))
        cells[column + 1] = value
        best = max(best, value)
        diagonal = up
        left = value
        column += 1
      }
      if best >= enough { return enough }
    }
    return Int(best)
  }
}
