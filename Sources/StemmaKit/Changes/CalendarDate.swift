/// A day of the week, a part of a year, or as much of a date as a text gives.
struct CalendarDate {
  enum Value: Hashable {
    /// 1 (Monday) to 7.
    case weekday(Int)
    /// 0 where the text does not say; never all three.
    case date(year: Int, month: Int, day: Int)
    case part(YearPart)
  }

  var bytes: Range<Int>
  var tokens: Range<Int>
  var value: Value

  /// Whether nothing in one denies the other, and they have something in common.
  func agrees(with other: CalendarDate) -> Bool {
    switch (value, other.value) {
    case (.weekday(let own), .weekday(let its)): return own == its
    case (.part(let own), .part(let its)): return own == its
    case (.date(let year, let month, let day), .date(let itsYear, let itsMonth, let itsDay)):
      let parts = [(year, itsYear), (month, itsMonth), (day, itsDay)]
      let denies = parts.contains { $0 != 0 && $1 != 0 && $0 != $1 }
      return !denies && parts.contains { $0 != 0 && $0 == $1 }
    default: return false
    }
  }

  /// Whether a change of one into the other can be told: days of the week, parts of a year of one
  /// length, or dates that give the same parts or at least contradict each other.
  func mayReplace(_ other: CalendarDate) -> Bool {
    switch (value, other.value) {
    case (.weekday, .weekday): return true
    case (.part(let own), .part(let its)): return own.parts == its.parts
    case (.date(let year, let month, let day), .date(let itsYear, let itsMonth, let itsDay)):
      return zip([year, month, day], [itsYear, itsMonth, itsDay]).contains { own, its in
        own != 0 && its != 0 && own != its
      }
    default: return false
    }
  }

  /// A day of the week may be said as today or a date, and a quarter by its months, so that their
  /// absence shows nothing.
  var isTelling: Bool {
    if case .date = value { return true }
    return false
  }
}

/// Which dates of a text stand somewhere in another, perhaps with less or more of them.
struct CalendarIndex {
  private let values: Set<CalendarDate.Value>
  /// Numbers that may be years, or days whose month is told elsewhere.
  private let numbers: Set<Int>
  private let months: Set<Int>

  /// More different dates than these are not compared one by one. Bounds time.
  private static let mostValues = 500

  init(_ dates: [CalendarDate.Value], numbers: Set<Int>) {
    values = Set(dates)
    self.numbers = numbers
    months = Set(
      dates.compactMap { date in
        if case .date(_, let month, _) = date, month > 0 { month } else { nil }
      })
  }

  func has(_ date: CalendarDate) -> Bool {
    if values.contains(date.value) { return true }
    if case .date(let year, 0, 0) = date.value, numbers.contains(year) { return true }
    // 6 to 14 November, November 6-14, since the sixth.
    if case .date(_, let month, let day) = date.value, day > 0, numbers.contains(day),
      month == 0 || months.contains(month)
    {
      return true
    }
    if values.count > Self.mostValues { return true }
    return values.contains { value in
      var other = date
      other.value = value
      return other.agrees(with: date)
    }
  }
}
