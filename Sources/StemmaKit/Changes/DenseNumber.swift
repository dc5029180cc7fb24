/// A number in the numerals of Chinese and Japanese: 三百五十, 一百五十万, 二〇二一.
struct DenseNumber {
  /// `nil` of what is no number, or not one alone: 七八 is seven or eight, 三百五 mostly 350.
  private(set) var value: Int?
  /// The byte behind the last numeral.
  private(set) var end: Int
  /// How many numerals there are.
  private(set) var count = 0
  /// Only digits, one after the other, as a year is written.
  private(set) var isDigitByDigit = true
  /// Ten to which power the last numeral stands for, from ten thousand on.
  private(set) var magnitude = 0

  /// Longer runs are no number to be read.
  private static let mostNumerals = 24

  private enum Numeral {
    case digit(Int)
    case power(Int)
  }

  /// Reads all numerals that stand at a place; `nil` where there is none.
  init?(_ text: [UInt8], at start: Int) {
    end = start
    var numerals: [Numeral] = []
    while end < text.count {
      let (scalar, length) = decodeScalar(text.span, at: end)
      guard let numeral = Self.numeral(scalar) else { break }
      if numerals.count <= Self.mostNumerals { numerals.append(numeral) }
      if case .power = numeral { isDigitByDigit = false }
      end += length
    }
    count = numerals.count
    guard count > 0 else { return nil }
    if count <= Self.mostNumerals { value = isDigitByDigit ? Self.year(numerals) : sum(numerals) }
  }

  static func isNumeral(_ scalar: UInt32) -> Bool { numeral(scalar) != nil }

  private static func numeral(_ scalar: UInt32) -> Numeral? {
    switch Unicode.Scalar(scalar) {
    case "〇", "零": .digit(0)
    case "一": .digit(1)
    case "二", "两", "兩": .digit(2)
    case "三": .digit(3)
    case "四": .digit(4)
    case "五": .digit(5)
    case "六": .digit(6)
    case "七": .digit(7)
    case "八": .digit(8)
    case "九": .digit(9)
    case "十": .power(1)
    case "百": .power(2)
    case "千": .power(3)
    case "万", "萬": .power(4)
    case "亿", "億": .power(8)
    default: nil
    }
  }

  /// One digit, or the four of a year.
  private static func year(_ digits: [Numeral]) -> Int? {
    guard digits.count == 1 || digits.count == 4 else { return nil }
    return digits.reduce(0) { value, numeral in
      if case .digit(let digit) = numeral { value * 10 + digit } else { value }
    }
  }

  /// Digits are multiplied by the power behind them, and falling powers add up.
  private mutating func sum(_ numerals: [Numeral]) -> Int? {
    var (total, section) = (0, 0)
    var digit: Int?
    var isBehindZero = false
    var (lowest, lowestMyriad) = (4, Int.max)
    for numeral in numerals {
      magnitude = 0
      switch numeral {
      case .digit(0) where digit == nil: isBehindZero = true
      case .digit(let value):
        guard digit == nil else { return nil }
        digit = value
      case .power(let power) where power < 4:
        guard power < lowest, digit != nil || power == 1 && (section == 0 || isBehindZero) else {
          return nil
        }
        section += (digit ?? 1) * Self.ten(toThe: power)
        (digit, lowest, isBehindZero) = (nil, power, false)
      case .power(let power):
        section += digit ?? 0
        guard section > 0, power < lowestMyriad else { return nil }
        total += section * Self.ten(toThe: power)
        (digit, section, lowest, lowestMyriad, isBehindZero) = (nil, 0, 4, power, false)
        magnitude = power
      }
    }
    if let digit {
      guard lowest == 1 || isBehindZero else { return nil }
      section += digit
    }
    return total + section
  }

  private static func ten(toThe power: Int) -> Int { (0..<power).reduce(1) { ten, _ in ten * 10 } }
}
