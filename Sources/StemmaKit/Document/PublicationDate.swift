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

  /// The forms that archives, feeds and programs use, of which none can be taken for another date:
  /// `2024-09-19`, `2024/9/19`, `2024-09-19T08:30:05.2+02:00`, `2024-09-19 08:30 UTC`; `20240919`,
  /// `20240919T083005Z`, `20240919083005`; `Thu, 19 Sep 2024 08:30:05 +0200` (RFC 2822),
  /// `19.9.2024`, `19-SEP-2024 08:30`, `September 19, 2024 8:30 AM`, `Thu Sep 19 08:30:05 2024`; seconds and
  /// milliseconds since 1970 of 9, 10, 12 and 13 figures.
  ///
  /// Exactly midnight without a zone is how many archives write a day, and is read as one; likewise
  /// of seconds since 1970. Anything else is `nil`, such as `03/04/2024`, which is a day of March or
  /// of April: a date is used as evidence, so a guess is worse than none.
  public init?(_ text: some StringProtocol) {
    var reader = DateReader(bytes: text.utf8)
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
