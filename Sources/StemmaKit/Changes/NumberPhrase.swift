/// A number in words, word by word: `two hundred and fifty thousand`, `quatre-vingt-dix`,
/// `полтора миллиона`. What stands before a magnitude is multiplied by it, and falling magnitudes
/// add up; only what makes hundreds, tens and units differs by language.
///
/// Counts in tenths, because of the halves.
struct NumberPhrase {
  private let lexicon: Lexicon
  /// What the magnitudes so far have made.
  private var closed = 0
  /// What the next magnitude will multiply.
  private var open: Int?
  /// The power of the last magnitude above the hundreds.
  private var power = 0
  private(set) var wordCount = 0
  /// Ten to this power was said last.
  private(set) var magnitude = 0
  private(set) var hasHalf = false
  /// It began with one or first: the first two.
  private var beganWithHint = false
  /// Nineteen eighty-four.
  private(set) var isYear = false
  /// A magnitude stands alone or first: several hundred, a thousand.
  private(set) var isBare = false

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// Half of anything.
  var isHalf: Bool { wordCount == 1 && closed == 0 && open == 5 }

  /// Whether what follows may be another number and not a part of it that is not understood. Arabic
  /// has the word for and in one with the number.
  var mayStandAlone: Bool { isHalf || wordCount == 1 && beganWithHint || lexicon.putsUnitsFirst }

  var amount: Amount { Amount(UInt64(closed + (open ?? 0)), exponent: -1) }

  /// Takes the next word; tells whether it goes on with the number.
  ///
  /// - Parameter link: the word that stands between.
  mutating func append(_ meaning: Lexicon.Meaning?, link: Lexicon.Link? = nil) -> Bool {
    let before = self
    let isTaken =
      switch meaning {
      case .number(let value), .hint(let value): append(number: value, link)
      case .tenths(let value): append(tenths: value, isLinked: link != nil)
      case .magnitude(let power) where link == nil || isRound(link): append(power: power)
      default: false
      }
    if !isTaken { self = before }
    if isTaken, wordCount == 0, case .hint = meaning { beganWithHint = true }
    wordCount += isTaken ? 1 : 0
    return isTaken
  }

  private func isRound(_ link: Lexicon.Link?) -> Bool {
    link != .halves && (link == .tens || (open ?? 0) % 1000 == 0)
  }

  private mutating func append(number value: Int, _ link: Lexicon.Link?) -> Bool {
    if link != nil, !isRound(link) { return false }
    magnitude = 0
    guard let open else {
      self.open = value * 10
      return closed == 0 || Self.product(1, power).map { value < $0 } ?? false
    }
    guard open % 10 == 0, let sum = sum(open / 10, value) else { return false }
    self.open = sum * 10
    return true
  }

  /// What two numbers come to side by side: 20 and 9; 9 and 20, as in Arabic; 4 and 20, as in French.
  private mutating func sum(_ first: Int, _ second: Int) -> Int? {
    let (tens, units) = (first % 100, first % 10)
    if first > 0, first % 1000 == 0 && second < 1000 || tens == 0 && first > 0 && second < 100 {
      return first + second
    }
    if tens >= 20, units == 0, second < 10 { return first + second }
    if lexicon.countsScores {
      if tens == 4, second == 20 { return first + 76 }
      // soixante-dix-sept
      if tens >= 60, units == 0, second < 20 { return first + second }
      if units == 0, tens % 20 == 10, tens == 10 || tens >= 70, second < 10 {
        return first + second
      }
    }
    if lexicon.putsUnitsFirst, (1..<10).contains(tens), (10..<100).contains(second),
      second % 10 == 0
    {
      return first + second
    }
    if lexicon.saysYearsInPairs, wordCount == 1, (13...20).contains(first),
      (10..<100).contains(second)
    {
      isYear = true
      return first * 100 + second
    }
    return nil
  }

  private mutating func append(tenths value: Int, isLinked: Bool) -> Bool {
    // Arabic has the word for and in one with the half.
    let isAdded = isLinked || lexicon.putsUnitsFirst && (open != nil || closed > 0)
    if isAdded, value == 5 {
      if let open {
        self.open = open + 5
      } else if closed > 0, let half = Self.product(5, power) {
        closed += half
      } else {
        return false
      }
    } else if !isLinked, closed == 0, open == nil || open == 10 {
      // un demi-million, eine halbe Million
      open = value
    } else {
      return false
    }
    hasHalf = true
    return true
  }

  private mutating func append(power next: Int) -> Bool {
    isBare = isBare || wordCount == 0
    magnitude = next
    if next == 2 {
      guard open ?? 10 < 1000 else { return false }
      open = (open ?? 10) * 100
      return true
    }
    if closed == 0 || next < power {
      guard let product = Self.product(open ?? 10, next) else { return false }
      closed += product
    } else {
      // dos mil quinientos millones
      guard next > power, let product = Self.product(closed + (open ?? 0), next) else {
        return false
      }
      closed = product
    }
    power = next
    open = nil
    return true
  }

  /// `nil` of more than a million billions, which nobody says.
  private static func product(_ value: Int, _ power: Int) -> Int? {
    let factor = (0..<power).reduce(1) { factor, _ in factor * 10 }
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    return overflow || product > 1_000_000_000_000_000_000 ? nil : product
  }
}
