/// Figures that stand at the same place of two texts: the same ones, or others.
///
/// A form that is filled in anew, such as a market report or the figures of the day, keeps its words
/// and order and changes its figures. Who copies or rewords keeps the figures.
public struct FigureShift: Sendable, Equatable {
  /// Figures that are the same at places that both texts have in the same order.
  public var kept = 0
  /// Figures that are others, between two such places.
  public var changed = 0

  /// Fewer figures do not tell a form from a story.
  public static let least = 12

  public var count: Int { kept + changed }
  /// The share of the figures that is kept; 1 where there are none.
  public var share: Double { count == 0 ? 1 : Double(kept) / Double(count) }

  public init() {}

  /// Words between two places of an alignment; in longer gaps nothing stands at the same place.
  private static let longestGap = 8

  /// Whether both texts have figures enough.
  static func isAsked(_ a: Tokens, _ b: Tokens) -> Bool {
    a.hasFigures(least) && b.hasFigures(least)
  }

  /// - Complexity: O(*n* + *m*).
  init(_ alignment: PairAlignment, _ a: Tokens, _ b: Tokens) {
    guard Self.isAsked(a, b) else { return }
    let (one, other) = alignment.isSwapped ? (b, a) : (a, b)
    var next = (0, 0)
    for match in alignment.matches {
      let place = (Int(match.a), Int(match.b))
      let gap = (next.0..<place.0, next.1..<place.1)
      if max(gap.0.count, gap.1.count) <= Self.longestGap {
        compare(one.figures(in: gap.0), other.figures(in: gap.1))
      }
      if one.marks[place.0].contains(.numeral) { kept += 1 }
      next = (place.0 + 1, place.1 + 1)
    }
  }

  /// Takes in the figures between two places. Words that weigh nothing are no places, so that common
  /// figures stand between them even where they are the same.
  private mutating func compare(_ some: [UInt64], _ others: [UInt64]) {
    var left = others
    for figure in some {
      guard let index = left.firstIndex(of: figure) else { continue }
      left.remove(at: index)
      kept += 1
    }
    let same = others.count - left.count
    changed += min(some.count, others.count) - same
  }
}

extension Tokens {
  fileprivate func hasFigures(_ least: Int) -> Bool {
    marks.count { $0.contains(.numeral) } >= least
  }

  /// The hashes of the figures in a range of tokens.
  fileprivate func figures(in range: Range<Int>) -> [UInt64] {
    range.filter { marks[$0].contains(.numeral) }.map { hashes[$0] }
  }
}
