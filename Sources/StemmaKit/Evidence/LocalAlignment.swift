internal import CKernels

/// The best local alignment of two texts (Smith and Waterman, JMB 1981) over words: how strong the
/// strongest passage is that stands in both.
///
/// A value with scratch space: make one a thread and use it for many pairs.
struct LocalAlignment {
  /// Costs in the units of ``TermRarity``.
  private static let mismatch: UInt16 = 32
  static let gap: UInt16 = 24

  /// The score of two equal words: a word's worth, and a third of its rarity.
  static func matchScore(rarity: Int) -> Int32 { Int32(TermRarity.unit + rarity * 35 / 100) }

  /// Stronger passages are not told apart: some thirty equal words in a row score as much, and what
  /// is asked is whether there is a passage at all.
  static let enough = 100 * TermRarity.unit

  /// Ids in 16 bits, the second with room about it.
  private var first: [UInt16] = []
  private var second: [UInt16] = []
  private var scores: [UInt16] = []
  private var coarseScores: [UInt8] = []
  private var row: [UInt16] = []
  private var coarseRow: [UInt8] = []

  /// The best score, in the units of ``TermRarity``, at most ``enough``.
  ///
  /// - Parameter known: what two equal words score, by id.
  /// - Precondition: one of the two has fewer than 65,535 words.
  /// - Complexity: O(*n* · *m*) time, O(*n* + *m*) memory: for passages, not for books.
  mutating func score(_ a: [Int32], _ b: [Int32], scores known: [Int32]) -> Int {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard !short.isEmpty else { return 0 }
    if !take(short, long) { number(short, long) }
    scores.resize(to: short.count)
    for (index, id) in short.enumerated() { scores[index] = UInt16(known[Int(id)]) }
    row.grow(to: long.count + 3 * Self.room)
    return Int(
      stemma_align_locally(
        Instructions.best, first, short.count, scores, second, long.count, Self.mismatch, Self.gap,
        Int32(Self.enough), &row))
  }

  /// Units that the coarse alignment does not tell apart; all costs are multiples of it.
  private static let coarseness = 4
  /// Texts with more places to compare are not aligned for a bound.
  private static let mostCells = 1 << 26

  /// No less than ``score(_:_:scores:)`` of the two or of any parts of them, a fifth more at most,
  /// where that is below 63 words' worth; ``enough`` from there on.
  ///
  /// - Complexity: O(*n* · *m*), a thirtieth of a step for each pair of words; none beyond a limit.
  mutating func bound(_ a: [Int32], _ b: [Int32], scores known: [Int32]) -> Int {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard !short.isEmpty else { return 0 }
    guard short.count * long.count <= Self.mostCells, take(short, long) else { return Self.enough }
    coarseScores.resize(to: short.count)
    do {
      var scores = coarseScores.mutableSpan
      let (ids, known) = (short.span, known.span)
      var index = 0
      while index < ids.count {
        let score = (Int(known[Int(ids[index])]) + Self.coarseness - 1) / Self.coarseness
        scores[index] = UInt8(truncatingIfNeeded: min(255, score))
        index += 1
      }
    }
    coarseRow.grow(to: long.count + 3 * Self.room)
    let (mismatch, gap) = (Int(Self.mismatch) / Self.coarseness, Int(Self.gap) / Self.coarseness)
    let most = Int32(UInt8.max)
    let found = stemma_align_coarsely(
      Instructions.best, first, short.count, coarseScores, second, long.count, UInt8(mismatch),
      UInt8(gap), most, &coarseRow)
    return found == most ? Self.enough : Int(found) * Self.coarseness
  }

  private static let room = Int(STEMMA_ALIGNMENT_ROOM)
  private static let none = UInt16(STEMMA_ALIGNED_TO_NONE)

  /// Sets the ids in 16 bits; false where one is too great for them.
  private mutating func take(_ a: [Int32], _ b: [Int32]) -> Bool {
    Self.take(a, into: &first, room: 0) && Self.take(b, into: &second, room: Self.room)
  }

  private static func take(_ ids: [Int32], into taken: inout [UInt16], room: Int) -> Bool {
    taken.resize(to: ids.count + 2 * room)
    var taken = taken.mutableSpan
    let ids = ids.span
    var greatest: Int32 = 0
    var index = 0
    while index < ids.count {
      let id = ids[index]
      greatest = max(greatest, id)
      taken[room + index] = UInt16(truncatingIfNeeded: id)
      index += 1
    }
    index = 0
    while index < room {
      taken[index] = none
      taken[room + ids.count + index] = none
      index += 1
    }
    return greatest < Int32(none)
  }

  /// Numbers the words of the shorter text anew; those of the other that it lacks are none.
  private mutating func number(_ a: [Int32], _ b: [Int32]) {
    precondition(a.count < Int(Self.none), "an alignment is of passages")
    var numbers: [Int32: UInt16] = [:]
    first = a.map { id in
      let number = numbers[id] ?? UInt16(numbers.count)
      numbers[id] = number
      return number
    }
    let margin = repeatElement(Self.none, count: Self.room)
    second = margin + b.map { numbers[$0] ?? Self.none } + margin
  }
}
