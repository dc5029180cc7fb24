/// When a text was published: a day, or a moment.
///
/// A day is not ordered against a moment of the same day, or of the day before or after it, since the
/// zone of the day is not known: who was first is then unknown.
public struct PublicationDate: Sendable, Equatable, CustomStringConvertible {
  /// Days since 1 January 1970, in UTC where the zone is given.
  public let day: Int
  /// Seconds since the beginning of the day, or `nil` where only the day is known.
  public let second: Int?

  public init(day: Int, second: Int?) {
    self.day = day
    self.second = second
  }

  /// Seconds by which this date is earlier than another; negative where it is later, `nil` where
  /// the two cannot be told apart.
  public func lead(over other: PublicationDate) -> Int? {
    // The day of one zone may be the next day in another.
    let isMixed = (second == nil) != (other.second == nil)
    if isMixed, abs(day - other.day) <= 1 { return nil }
    let difference = (other.day - day) * 86_400 + (other.second ?? 0) - (second ?? 0)
    return difference == 0 ? nil : difference
  }

  /// The forms that news archives use: `2024-09-19`, `2024-09-19T08:30`, `2024-09-19 08:30:05.2`,
  /// with `Z` or `+02:00` behind; `20240919`; `26-FEB-1987 15:01:01.79`.
  ///
  /// Exactly midnight without a zone is how many archives write a day, and is read as one.
  /// Anything else is `nil`: a date is used as evidence, so a guess is worse than none.
  public init?(_ text: some StringProtocol) {
    var reader = DateReader(bytes: Array(text.utf8))
    guard let date = reader.read() else { return nil }
    self = date
  }

  public var description: String {
    let (year, month, dayOfMonth) = Self.civil(day)
    func padded(_ value: Int, _ width: Int = 2) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = "\(padded(year, 4))-\(padded(month))-\(padded(dayOfMonth))"
    guard let second else { return date }
    return "\(date)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }

  /// Days since 1970 of a date of the Gregorian calendar (Hinnant's `days_from_civil`).
  static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }
}

/// Reads one date from bytes, left to right, and accepts nothing behind it.
private struct DateReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) {
    let blank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    self.bytes = Array(bytes.drop(while: blank).reversed().drop(while: blank).reversed())
  }

  mutating func read() -> PublicationDate? {
    guard bytes.count <= 40, let (year, month, day) = readDay() else { return nil }
    guard (1000...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let days = PublicationDate.days(year: year, month: month, day: day)
    guard PublicationDate.civil(days) == (year, month, day) else { return nil }
    if position == bytes.count { return PublicationDate(day: days, second: nil) }
    guard skip("T") || skip("t") || skip(" "), let second = readTime() else { return nil }
    _ = skip(" ")
    if position == bytes.count {
      return PublicationDate(day: days, second: second == 0 ? nil : second)
    }
    guard let offset = readZone(), position == bytes.count else { return nil }
    let moment = days * 86_400 + second - offset
    let utcDay = moment >= 0 ? moment / 86_400 : (moment - 86_399) / 86_400
    return PublicationDate(day: utcDay, second: moment - utcDay * 86_400)
  }

  private mutating func readDay() -> (Int, Int, Int)? {
    if let year = number(digits: 4) {
      let dashed = skip("-")
      guard let month = number(digits: 2), dashed == skip("-"), let day = number(digits: 2)
      else { return nil }
      return (year, month, day)
    }
    guard let day = number(digits: 2) ?? number(digits: 1), skip("-"), let month = readMonthName(),
      skip("-"), let year = number(digits: 4)
    else { return nil }
    return (year, month, day)
  }

  private mutating func readMonthName() -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard position + 3 <= bytes.count else { return nil }
    let name = String(decoding: bytes[position..<position + 3], as: UTF8.self).lowercased()
    position += 3
    return names.firstIndex(of: name).map { $0 + 1 }
  }

  private mutating func readTime() -> Int? {
    guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2), hour < 24,
      minute < 60
    else { return nil }
    var second = 0
    if skip(":") {
      guard let value = number(digits: 2), value <= 60 else { return nil }
      second = min(value, 59)
      if skip(".") || skip(",") {
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
      }
    }
    return hour * 3600 + minute * 60 + second
  }

  /// Seconds that the zone is ahead of UTC.
  private mutating func readZone() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let sign = skip("+") ? 1 : skip("-") ? -1 : 0
    guard sign != 0, let hour = number(digits: 2), hour <= 14 else { return nil }
    _ = skip(":")
    let minute = number(digits: 2) ?? 0
    guard minute < 60 else { return nil }
    return sign * (hour * 3600 + minute * 60)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + digits] {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    position += digits
    return value
  }
}
