/// Figures that stand at the same place of two texts: the same ones, or others.
///
/// A form that is filled in anew, such as a market report or the figures of the day, keeps its words
/// and order and changes its figures. Who copies or rewords keeps the figures.
public struct FigureShift: Sendable, Equatable {
  /// Figures that are the same at places that both texts have in the same order.
  public var kept = 0
  /// Figures that are others, between two such places.
  public var changed = 0
  /// Words from place to place of these stretches, in the text that takes fewer.
  public var words = 0

  /// So many figures tell a form from a story, and fewer where they stand close together.
  public static let many = 12
  /// Of fewer figures so many must be others, one for every so many words: a story that is copied has
  /// another date in its head and a count that has risen since, a form has little else than figures.
  public static let fewChanged = 2
  public static let wordsForEach = 20

  public var count: Int { kept + changed }
  /// The share of the figures that is kept; 1 where there are none.
  public var share: Double { count == 0 ? 1 : Double(kept) / Double(count) }
  /// Whether the figures are enough to tell a form by.
  public var isTelling: Bool { count >= Self.many || Self.isDense(changed: changed, words: words) }

  public init() {}

  private static func isDense(changed: Int, words: Int) -> Bool {
    changed >= fewChanged && changed * wordsForEach >= words
  }

  /// Words between two places of an alignment; in longer gaps nothing stands at the same place.
  private static let longestGap = 8

  /// Whether both texts may have figures enough to tell a form by, and some that the other has nowhere:
  /// a report that is written on through the day has its hours and counts, at other places.
  ///
  /// - Parameter ordered: what they have in the same order weighs at least this.
  static func isAsked(_ a: Tokens, _ b: Tokens, ordered: Double) -> Bool {
    let (some, others) = (a.figures(in: 0..<a.count), b.figures(in: 0..<b.count))
    let figures = min(some.count, others.count)
    guard mayTell(figures: figures, ordered: ordered) else { return false }
    let own = min(Set(some).subtracting(others).count, Set(others).subtracting(some).count)
    return own >= (figures >= many ? fewChanged : 1)
  }

  /// Whether so many figures in each text can be telling.
  static func mayTell(figures: Int, ordered: Double) -> Bool {
    figures >= many || isDense(changed: figures, words: Int(ordered / Double(PairWords.heaviest)))
  }

  /// - Complexity: O(*n* + *m*).
  init(_ alignment: PairAlignment, _ a: Tokens, _ b: Tokens) {
    let (one, other) = alignment.isSwapped ? (b, a) : (a, b)
    var next = (0, 0)
    for match in alignment.matches {
      let place = (Int(match.a), Int(match.b))
      compare(one, next.0..<place.0, other, next.1..<place.1)
      if one.marks[place.0].contains(.numeral) { kept += 1 }
      words += 1
      next = (place.0 + 1, place.1 + 1)
    }
    compare(one, next.0..<one.count, other, next.1..<other.count)
  }

  /// Takes in the figures between two places, or about the first and the last. Words that weigh nothing
  /// are no places, so that common figures stand between them even where they are the same.
  private mutating func compare(
    _ one: Tokens, _ gap: Range<Int>, _ other: Tokens, _ otherGap: Range<Int>
  ) {
    let shorter = min(gap.count, otherGap.count)
    guard shorter > 0, max(gap.count, otherGap.count) <= Self.longestGap else { return }
    words += shorter
    var left = other.figures(in: otherGap)
    let (some, others) = (one.figures(in: gap), left.count)
    for figure in some {
      guard let index = left.firstIndex(of: figure) else { continue }
      left.remove(at: index)
      kept += 1
    }
    changed += min(some.count, others) - (others - left.count)
  }
}

extension Tokens {
  /// The hashes of the figures in a range of tokens.
  fileprivate func figures(in range: Range<Int>) -> [UInt64] {
    range.filter { marks[$0].contains(.numeral) }.map { hashes[$0] }
  }
}
