/// An exact decimal number, without sign: 1.5 million is 15 times ten to the fifth.
///
/// In lowest form, so that equal numbers are equal values.
struct Amount: Hashable {
  private(set) var mantissa: UInt64
  private(set) var exponent: Int

  init(_ mantissa: UInt64, exponent: Int = 0) {
    self.mantissa = mantissa
    self.exponent = mantissa == 0 ? 0 : exponent
    while self.mantissa > 0, self.mantissa % 10 == 0 {
      self.mantissa /= 10
      self.exponent += 1
    }
  }

  /// - Returns: `nil` of more than eighteen digits, which nobody writes to be read.
  init?(whole: [UInt8], fraction: [UInt8] = []) {
    let digits = whole + fraction
    guard digits.count <= 18 else { return nil }
    self.init(digits.reduce(0) { $0 * 10 + UInt64($1) }, exponent: -fraction.count)
  }

  func times(tenToThe power: Int) -> Amount { Amount(mantissa, exponent: exponent + power) }

  /// The sum; `nil` where it has too many digits.
  func plus(_ other: Amount) -> Amount? {
    let low = min(exponent, other.exponent)
    guard let left = scaled(to: low), let right = other.scaled(to: low) else { return nil }
    return Amount(left + right, exponent: low)
  }

  /// The number if it is whole and small enough to be counted with.
  var whole: Int? {
    guard exponent >= 0, let value = scaled(to: 0) else { return nil }
    return Int(value)
  }

  /// Whether the number, cut or rounded to as many digits as `round` shows, is `round`.
  func isRounded(to round: Amount) -> Bool {
    let dropped = round.exponent - exponent
    guard dropped > 0, dropped < 19 else { return false }
    let unit = (0..<dropped).reduce(UInt64(1)) { power, _ in power * 10 }
    let below = mantissa / unit
    return below == round.mantissa || below + 1 == round.mantissa
  }

  private func scaled(to low: Int) -> UInt64? {
    var value = mantissa
    guard exponent - low <= 18 else { return nil }
    for _ in low..<max(low, exponent) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow, product < 1 << 62 else { return nil }
      value = product
    }
    return value
  }
}
