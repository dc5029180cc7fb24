extension FigureReader {
  mutating func readDate(at index: Int) -> Bool {
    readNumericDate(at: index) || readDenseDate(at: index) || readMonth(at: index)
      || readWeekday(at: index) || readYear(at: index) || readYearPart(at: index)
  }

  mutating func add(_ value: CalendarDate.Value, _ range: Range<Int>, end: Int? = nil) {
    dates.append(
      CalendarDate(
        bytes: start(range.lowerBound)..<(end ?? self.end(range.upperBound - 1)), tokens: range,
        value: value))
    done = range.upperBound
  }

  /// 2024-09-19 and 19.09.2024; which part of 3/4/2024 is the month is not known.
  mutating func readNumericDate(at index: Int) -> Bool {
    guard let run = run(at: index), run.bytes.lowerBound == start(index) else { return false }
    if run.marks == [0x2E, 0x2E], let year = Self.number(run.groups[2], 4...4) {
      guard let day = Self.number(run.groups[0], 1...2),
        let month = Self.number(run.groups[1], 1...2),
        Self.isDay(day, month)
      else { return false }
      add(.date(year: year, month: month, day: day), index..<index + 3)
      return true
    }
    // 15.01., where a point is no decimal mark.
    if run.marks == [0x2E], lexicon.decimalMark == 0x2C, run.bytes.upperBound < text.count,
      text[run.bytes.upperBound] == 0x2E, let day = Self.number(run.groups[0], 1...2),
      let month = Self.number(run.groups[1], 1...2), Self.isDay(day, month)
    {
      add(.date(year: 0, month: month, day: day), index..<index + 2)
      return true
    }
    guard let year = run.whole(digits: 4...4), index + 2 < tokens.count,
      start(index + 1) == end(index) + 1, start(index + 2) == end(index + 1) + 1,
      text[end(index)] == 0x2D, text[end(index + 1)] == 0x2D,
      let month = self.run(at: index + 1)?.whole(digits: 2...2),
      let day = self.run(at: index + 2)?.whole(digits: 2...2), Self.isDay(day, month)
    else { return false }
    add(.date(year: year, month: month, day: day), index..<index + 3)
    return true
  }

  static func number(_ digits: [UInt8], _ count: ClosedRange<Int>) -> Int? {
    count.contains(digits.count) ? digits.reduce(0) { $0 * 10 + Int($1) } : nil
  }

  static func isDay(_ day: Int, _ month: Int) -> Bool {
    (1...31).contains(day) && (1...12).contains(month)
  }

  /// 2019年4月9日 and its parts, also in Chinese numerals.
  mutating func readDenseDate(at index: Int) -> Bool {
    let isInDigits = run(at: index) != nil
    guard isInDigits || beginsDenseNumber(index) else { return false }
    let first = start(index)
    if let year = datePart("年", at: first, digits: 4...4) {
      let month = datePart("月", at: year.end)
      let day = month.flatMap { datePart("日", at: $0.end) }
      return addDense(
        year.number, month?.number ?? 0, day?.number ?? 0, index, (day ?? month ?? year).end)
    }
    if let month = datePart("月", at: first) {
      let day = datePart("日", at: month.end)
      return addDense(0, month.number, day?.number ?? 0, index, (day ?? month).end)
    }
    // 30日間 are days, and so may be 五日.
    guard isInDigits, let day = datePart("日", at: first) else { return false }
    var marks = DenseMarks(text, behind: day.end)
    return !marks.skip("間") && !marks.skip("间") && addDense(0, 0, day.number, index, day.end)
  }

  /// A number before the character for year, month or day.
  private func datePart(
    _ name: String, at position: Int, digits: ClosedRange<Int> = 1...2
  ) -> (number: Int, end: Int)? {
    let number: Int?
    var marks: DenseMarks
    if let run = DigitRun(text, at: position, lexicon) {
      number = run.whole(digits: digits)
      marks = DenseMarks(text, behind: run.bytes.upperBound)
    } else if let dense = DenseNumber(text, at: position) {
      let isYear = dense.isDigitByDigit && dense.count == 4
      number = isYear == (digits.lowerBound == 4) ? dense.value : nil
      marks = DenseMarks(text, behind: dense.end)
    } else {
      return nil
    }
    guard let number, marks.skip(name) else { return nil }
    let most = name == "月" ? 12 : name == "日" ? 31 : 9999
    return number <= most ? (number, marks.end) : nil
  }

  mutating func addDense(
    _ year: Int, _ month: Int, _ day: Int, _ index: Int, _ end: Int
  ) -> Bool {
    let behind = token(at: end, from: index + 1)
    add(.date(year: year, month: month, day: day), index..<behind, end: end)
    return true
  }

  /// A month with the day before or behind it and perhaps the year; a day before its month is found
  /// from the day.
  mutating func readMonth(at index: Int) -> Bool {
    if let run = run(at: index), let day = run.whole(digits: 1...2), (1...31).contains(day) {
      var next = index + 1
      guard isNext(next, behind: end(index), marks: ".") else { return false }
      if Self.ofs.contains(tokens.hashes[next]) { next += 1 }
      guard let (month, _, last) = month(next), isNext(next, behind: end(next - 1), marks: ".")
      else { return false }
      let (year, behind) = self.year(behind: last)
      add(.date(year: year, month: month, day: day), index..<behind)
      return true
    }
    guard let (month, isDoubtful, end) = month(index) else { return false }
    var (last, day) = (end, 0)
    if let run = run(at: last + 1), let number = run.whole(digits: 1...2),
      (1...31).contains(number),
      isNext(last + 1, behind: self.end(last), marks: "."), !isCounted(last + 1)
    {
      day = number
      last += 1
    }
    let (year, behind) = self.year(behind: last)
    let isLed = index > 0 && meaning(index - 1) == .calendarLead
    if isDoubtful, day == 0, year == 0, !isLed { return false }
    add(.date(year: year, month: month, day: day), index..<behind)
    return true
  }

  /// The month that a token names, perhaps with the next; where the language writes it with a
  /// capital, only so.
  func month(_ index: Int) -> (Int, isDoubtful: Bool, last: Int)? {
    let found: (Int, Bool, Int)
    switch meaning(index) {
    case .month(let number): found = (number, false, index)
    case .doubtfulMonth(let number): found = (number, true, index)
    case .pairedMonth(let first, let second):
      switch meaning(index + 1) {
      case .hint(1): found = (first, false, index + 1)
      case .hint(2): found = (second, false, index + 1)
      default: return nil
      }
    default: return nil
    }
    return hasRightCase(index) ? found : nil
  }

  /// Days and months have a capital in English and German and none in the other languages, but at
  /// the beginning of a sentence and among capitals.
  func hasRightCase(_ index: Int) -> Bool {
    let isCapitalised = tokens.marks[index].contains(.capitalised)
    if lexicon.capitalisesNouns || lexicon.meaning(of: Self.monday) != nil { return isCapitalised }
    return !isCapitalised || tokens.marks[index].contains(.sentenceStart)
      || String(decoding: text[start(index)..<end(index)], as: UTF8.self).allSatisfy(\.isUppercase)
  }

  static let monday = WordForms.hashes(of: "monday")[0]
  static let ofs = Set(WordForms.hashes(of: "de of di del"))

  /// Whether a number is one of something: `March 19 million`.
  func isCounted(_ index: Int) -> Bool {
    guard isNext(index + 1, behind: end(index)) else { return false }
    switch meaning(index + 1) {
    case .magnitude, .percent, .currency: return true
    default: return false
    }
  }

  /// The year behind a month or day, and the token behind it.
  func year(behind index: Int) -> (Int, Int) {
    var next = index + 1
    if next < tokens.count, Self.ofs.contains(tokens.hashes[next]) { next += 1 }
    guard next < tokens.count, isNext(next, behind: end(next - 1), marks: ",."),
      let run = run(at: next),
      let year = run.whole(digits: 4...4), (1000...2199).contains(year),
      end(next) == run.bytes.upperBound
    else { return (0, index + 1) }
    return (year, next + 1)
  }

  mutating func readWeekday(at index: Int) -> Bool {
    guard case .weekday(let day) = meaning(index), hasRightCase(index) else { return false }
    add(.weekday(day), index..<index + 1)
    return true
  }

  /// A number of four digits is a year where a word such as since stands before it.
  mutating func readYear(at index: Int) -> Bool {
    guard index > 0, meaning(index - 1) == .calendarLead,
      isNext(index, behind: end(index - 1)), let run = run(at: index),
      let year = run.whole(digits: 4...4), (1500...2099).contains(year),
      end(index) == run.bytes.upperBound, !isCounted(index)
    else { return false }
    add(.date(year: year, month: 0, day: 0), index..<index + 1)
    return true
  }

  /// 周三, 星期三, 水曜日.
  mutating func readDenseWeekday(at index: Int) {
    guard tokens.marks[index].contains(.dense),
      dates.last.map({ $0.bytes.upperBound <= start(index) }) ?? true
    else { return }
    var marks = DenseMarks(text, behind: start(index))
    let chinese = ["一", "二", "三", "四", "五", "六", "日"]
    if marks.skip("星期") || marks.skip("周") || marks.skip("週") {
      for (number, name) in chinese.enumerated() where marks.skip(name) {
        addDay(number + 1, index, marks.end)
        return
      }
      if marks.skip("天") { addDay(7, index, marks.end) }
      return
    }
    for (number, name) in ["月", "火", "水", "木", "金", "土", "日"].enumerated()
    where marks.skip(name + "曜") {
      _ = marks.skip("日")
      addDay(number + 1, index, marks.end)
      return
    }
  }

  mutating func addDay(_ day: Int, _ index: Int, _ end: Int) {
    dates.append(
      CalendarDate(
        bytes: start(index)..<end, tokens: index..<max(index + 1, token(at: end, from: index)),
        value: .weekday(day)))
  }
}
