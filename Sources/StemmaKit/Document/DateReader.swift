/// Reads one date from bytes, left to right, and accepts nothing behind it.
struct DateReader {
  /// ASCII letters in lower case.
  let bytes: [UInt8]
  var position = 0

  /// What has been read; a moment where `second` is there.
  struct Parts {
    var year = 0
    var month = 0
    var day = 0
    var second: Int?
    /// Seconds that the zone is ahead of UTC.
    var offset: Int?
    /// The date is of the form that RFC 2822 gives, which settles what CST is; elsewhere it may be
    /// that of Chicago or of Shanghai.
    var isMail = false
  }

  init(bytes: some Sequence<UInt8>) {
    let blank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let trimmed = bytes.drop(while: blank).reversed().drop(while: blank).reversed()
    self.bytes = trimmed.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  mutating func read() -> PublicationDate? {
    // The longest form names its zone in brackets behind.
    guard (1...80).contains(bytes.count) else { return nil }
    if let count = figures { return readFigures(count) }
    var parts = Parts()
    let isRead =
      (0...3).allSatisfy(isDigit)
      ? readYearFirst(&parts) : readDottedDay(&parts) || readMonthName(&parts)
    guard isRead, position == bytes.count else { return nil }
    return Self.date(parts)
  }

  private static func date(_ parts: Parts) -> PublicationDate? {
    let (year, month, day) = (parts.year, parts.month, parts.day)
    guard (1000...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let days = PublicationDate.days(year: year, month: month, day: day)
    guard PublicationDate.civil(days) == (year, month, day) else { return nil }
    guard let second = parts.second else { return PublicationDate(day: days, second: nil) }
    guard let offset = parts.offset else {
      return PublicationDate(day: days, second: second == 0 ? nil : second)
    }
    return moment(days * 86_400 + second - offset)
  }

  private static func moment(_ seconds: Int) -> PublicationDate {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return PublicationDate(day: day, second: seconds - day * 86_400)
  }

  // MARK: Figures alone

  /// How many figures the whole is, but for a fraction behind.
  private var figures: Int? {
    let whole = bytes.prefix { (0x30...0x39).contains($0) }
    guard !whole.isEmpty else { return nil }
    let rest = bytes[whole.count...]
    let isFraction = rest.first == UInt8(ascii: ".") && whole.count >= 9
    return rest.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
      && (rest.isEmpty || isFraction)
      ? whole.count : nil
  }

  /// `20240919`, `20240919083005`, or time since 1970 in seconds (9 or 10 figures: from 1973 to 2286)
  /// or milliseconds (12 or 13). Twelve are not read where they could be a day with hour and minute.
  private mutating func readFigures(_ count: Int) -> PublicationDate? {
    var parts = Parts()
    switch count {
    case 8:
      guard readCompactDay(&parts) else { return nil }
    case 14:
      guard readCompactDay(&parts), let second = readCompactTime() else { return nil }
      parts.second = second
    case 9, 10, 12, 13:
      guard count != 12 || !isMinuteOfDay, let value = number(digits: count) else { return nil }
      let date = Self.moment(count > 10 ? value / 1000 : value)
      // As with a zone left out, exactly midnight is how programs write a day.
      return date.second == 0 ? PublicationDate(day: date.day, second: nil) : date
    default: return nil
    }
    return position == bytes.count ? Self.date(parts) : nil
  }

  /// Whether the figures may stand for a day, hour and minute of the years 1500 to 2199.
  private var isMinuteOfDay: Bool {
    var reader = self
    var parts = Parts()
    guard reader.readCompactDay(&parts), let second = reader.readCompactTime() else { return false }
    parts.second = second
    return (1500..<2200).contains(parts.year) && Self.date(parts) != nil
  }

  private mutating func readCompactDay(_ parts: inout Parts) -> Bool {
    guard let year = number(digits: 4), let month = number(digits: 2), let day = number(digits: 2)
    else { return false }
    (parts.year, parts.month, parts.day) = (year, month, day)
    return true
  }

  private mutating func readCompactTime() -> Int? {
    guard let hour = number(digits: 2), hour < 24, let minute = number(digits: 2), minute < 60
    else { return nil }
    let second = number(digits: 2) ?? 0
    return second <= 60 ? hour * 3600 + minute * 60 + min(second, 59) : nil
  }

  // MARK: The year first

  /// `2024-09-19`, `2024/9/19`, `2024.09.19`, `2024年9月19日`, `20240919`, with a time behind or not.
  private mutating func readYearFirst(_ parts: inout Parts) -> Bool {
    guard let year = number(digits: 4) else { return false }
    let marks = [("-", "-", ""), ("/", "/", ""), (".", ".", ""), ("年", "月", "日")]
    guard let mark = marks.first(where: { skip($0.0) }) else {
      position = 0
      guard readCompactDay(&parts), skip("t"), let second = readCompactTime() else { return false }
      parts.second = second
      return position == bytes.count || readZone(&parts)
    }
    guard let month = shortNumber(), skip(mark.1), let day = shortNumber(), skip(mark.2)
    else { return false }
    (parts.year, parts.month, parts.day) = (year, month, day)
    return readRest(&parts)
  }

  // MARK: The day first, in figures

  /// `19.9.2024`, with a time behind or not. Where dots stand between figures the day comes first
  /// everywhere; with slashes it may be the month.
  private mutating func readDottedDay(_ parts: inout Parts) -> Bool {
    guard let day = shortNumber(), skip("."), let month = shortNumber(), skip("."),
      let year = number(digits: 4)
    else {
      position = 0
      return false
    }
    (parts.year, parts.month, parts.day) = (year, month, day)
    return readRest(&parts)
  }

  // MARK: The month by name

  /// `19 Sep 2024`, `19-SEP-2024`, `September 19, 2024`, with a weekday before and a time behind or
  /// not; `Thu Sep 19 08:30:05 2024`.
  private mutating func readMonthName(_ parts: inout Parts) -> Bool {
    if !isDigit(at: 0), skipName(of: Self.weekdays) != nil {
      _ = skip(".") || skip(",")
      skipBlanks()
    }
    if isDigit(at: position) {
      guard let day = shortNumber() else { return false }
      _ = skip(".")
      let isDashed = skip("-")
      if !isDashed { skipBlanks() }
      guard let month = skipName(of: Self.months) else { return false }
      _ = skip(".")
      if isDashed { guard skip("-") else { return false } } else { skipBlanks(orComma: true) }
      guard let year = number(digits: 4) else { return false }
      (parts.year, parts.month, parts.day) = (year, month + 1, day)
      parts.isMail = !isDashed
      return readRest(&parts)
    }
    guard let month = skipName(of: Self.months) else { return false }
    _ = skip(".")
    skipBlanks()
    guard let day = shortNumber() else { return false }
    skipBlanks(orComma: true)
    (parts.month, parts.day) = (month + 1, day)
    if let year = number(digits: 4) {
      parts.year = year
      return readRest(&parts)
    }
    // The year behind the time, and the zone before it or not.
    guard let second = readTime() else { return false }
    parts.second = second
    skipBlanks()
    if !isDigit(at: position) {
      guard readZone(&parts) else { return false }
      skipBlanks()
    }
    guard let year = number(digits: 4) else { return false }
    parts.year = year
    return true
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Passes over one of the English names, whole or its first three letters (September also four).
  private mutating func skipName(of names: [String]) -> Int? {
    let word = String(
      decoding: bytes[min(position, bytes.count)...].prefix { (0x61...0x7A).contains($0) },
      as: UTF8.self)
    let index = names.firstIndex {
      word == $0 || word == $0.prefix(3) || word == "sept" && $0 == "september"
    }
    if index != nil { position += word.utf8.count }
    return index
  }
}
