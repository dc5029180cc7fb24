internal import CKernels

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
  /// - Precondition: one of the two has fewer than 32,767 words.
  /// - Complexity: O(*n* · *m*) time, O(*n* + *m*) memory: for passages, not for books.
  static func score(_ a: [Int32], _ b: [Int32], scores: [Int32]) -> Int {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard !short.isEmpty else { return 0 }
    let room = Int(STEMMA_ALIGNMENT_ROOM)
    let (first, second) = shortened(short, long)
    var row = [Int16](repeating: 0, count: long.count + room)
    return Int(
      stemma_align_locally(
        first, first.count, short.map { Int16(truncatingIfNeeded: scores[Int($0)]) },
        second + repeatElement(-1, count: room), long.count, Int16(mismatch), Int16(gap),
        Int16(enough), &row))
  }

  /// The ids in 16 bits, equal where they were; -1 for those of the second that the first has not,
  /// where they must be numbered anew.
  private static func shortened(_ a: [Int32], _ b: [Int32]) -> ([Int16], [Int16]) {
    if let most = a.max(), let other = b.max(), max(most, other) < Int32(Int16.max) {
      return (a.map { Int16(truncatingIfNeeded: $0) }, b.map { Int16(truncatingIfNeeded: $0) })
    }
    precondition(a.count < Int(Int16.max), "an alignment is of passages")
    var numbers: [Int32: Int16] = [:]
    let first = a.map { id in
      numbers[id]
        ?? {
          let number = Int16(numbers.count)
          numbers[id] = number
          return number
        }()
    }
    return (first, b.map { numbers[$0] ?? -1 })
  }
}
