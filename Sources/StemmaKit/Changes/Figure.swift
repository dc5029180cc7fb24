/// A number that a text gives, in digits or words.
struct Figure {
  /// What it may mean; two figures say the same if they have a reading in common.
  enum Reading: Hashable {
    case amount(Amount)
    /// Minutes after midnight; from 12 to 24 only where the text tells the half of the day.
    case clock(Int)
    /// Two thirds.
    case fraction(Int, Int)
    /// Doubled, tripled.
    case factor(Int)
    /// Goals of two sides, 3-1, or from one number to another.
    case score(Int, Int)
  }

  var bytes: Range<Int>
  var tokens: Range<Int>
  var readings: [Reading]
  /// Ten to which power a word or character behind it stands for.
  var magnitude = 0
  var isPercent = false
  /// A minus stands before it; the amount has none.
  var isNegative = false
  /// Percentage points.
  var isPoints = false
  /// A unit that stands directly behind it.
  var measure: Measure?
  var currency: Lexicon.Currency?
  /// A word such as about stands before it.
  var isApproximate = false
  /// It shows that the text has the value, but is never reported itself.
  var isHint = false
  /// Whether its absence from the other text may be reported.
  var isTelling = true

  /// What kind of thing it counts: figures of different kinds never stand for one another.
  enum Sort { case share, points, money, time, fraction, factor, score, count }

  var sort: Sort {
    if isPoints { return .points }
    if isPercent { return .share }
    if currency != nil { return .money }
    switch readings.first {
    case .clock: return .time
    case .fraction: return .fraction
    case .factor: return .factor
    case .score: return .score
    default: return .count
    }
  }

  var amount: Amount? {
    for case .amount(let amount) in readings { return amount }
    return nil
  }

  func hasReading(of other: Figure) -> Bool { readings.contains { other.readings.contains($0) } }

  /// Whether the two give the same number of the same thing, one of them perhaps rounded.
  func agrees(with other: Figure) -> Bool {
    if let measure, let its = other.measure, measure != its {
      guard let amount, let itsAmount = other.amount else { return false }
      return measure.isSame(amount, as: itsAmount, of: its)
    }
    if Set([sort, other.sort]) == [.share, .points] || isNegative != other.isNegative {
      return false
    }
    if hasReading(of: other) {
      return currency == nil || other.currency == nil || currency == other.currency
    }
    return isRounding(of: other) || other.isRounding(of: self)
  }

  private func isRounding(of other: Figure) -> Bool {
    // 1.5 million may be 1,494,100 without a word that says so.
    let isShort = magnitude > 2 && other.magnitude == 0
    guard isApproximate || isShort, let own = amount, let exact = other.amount else { return false }
    return exact.isRounded(to: own)
  }

  /// Whether it is short for the other, with a magnitude.
  func isShort(of other: Figure) -> Bool {
    guard magnitude > 2, sort == other.sort, let own = amount, let exact = other.amount else {
      return false
    }
    return exact.isRounded(to: own)
  }

  /// Whether a change of one into the other can be told: the same sort of thing, both reported.
  func mayReplace(_ other: Figure) -> Bool {
    if case .score(let left, let right) = readings.first {
      return left != right && other.readings == [.score(right, left)]
    }
    return !isHint && !other.isHint
      && (sort == other.sort || Set([sort, other.sort]) == [.money, .count]
        || Set([sort, other.sort]) == [.share, .points])
  }
}

/// Which figures of a text stand somewhere in another.
struct FigureIndex {
  private var currencies: [Figure.Reading: [Lexicon.Currency?]] = [:]
  /// One figure of each value, for what may be rounded.
  private var figures: [Figure] = []

  /// More different numbers than these are not searched for roundings. Bounds time.
  private static let mostFigures = 200

  init(_ all: [Figure]) {
    var seen: Set<[Figure.Reading]> = []
    for figure in all {
      for reading in figure.readings {
        let known = currencies[reading, default: []]
        if !known.contains(figure.currency) { currencies[reading] = known + [figure.currency] }
      }
      if seen.insert(figure.readings).inserted { figures.append(figure) }
    }
  }

  func has(_ figure: Figure) -> Bool {
    for reading in figure.readings {
      guard let known = currencies[reading] else { continue }
      if figure.currency == nil || known.contains(nil) || known.contains(figure.currency) {
        return true
      }
    }
    // Headlines round what the text gives exactly: €61m of 61.4 million.
    return figures.prefix(Self.mostFigures).contains {
      $0.agrees(with: figure) || $0.isShort(of: figure) || figure.isShort(of: $0)
    }
  }
}
