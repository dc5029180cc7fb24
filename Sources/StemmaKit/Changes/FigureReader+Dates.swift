extension FigureReader {
  mutating func readDate(at index: Int) -> Bool {
    readNumericDate(at: index) || readDenseDate(at: index) || readMonth(at: index)
      || readWeekday(at: index) || readYear(at: index)
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

  /// 2019年4月9日 and its parts.
  mutating func readDenseDate(at index: Int) -> Bool {
    guard let first = run(at: index) else { return false }
    var (year, month, day) = (0, 0, 0)
    var marks = DenseMarks(text, behind: first.bytes.upperBound)
    var run = first
    if let number = run.whole(digits: 4...4), marks.skip("年") {
      year = number
      guard let next = DigitRun(text, at: marks.end, lexicon) else {
        return addDense(year, month, day, index, marks.end)
      }
      run = next
      var rest = DenseMarks(text, behind: run.bytes.upperBound)
      guard let number = run.whole(digits: 1...2), rest.skip("月"), number <= 12 else {
        return addDense(year, month, day, index, marks.end)
      }
      month = number
      marks = rest
    } else if let number = run.whole(digits: 1...2), number <= 12, marks.skip("月") {
      month = number
    } else if let number = run.whole(digits: 1...2), number <= 31, marks.skip("日"),
      !marks.skip("間"), !marks.skip("间")
    {
      return addDense(0, 0, number, index, marks.end)
    } else {
      return false
    }
    if let next = DigitRun(text, at: marks.end, lexicon), let number = next.whole(digits: 1...2) {
      var rest = DenseMarks(text, behind: next.bytes.upperBound)
      if number <= 31, rest.skip("日") {
        day = number
        marks = rest
      }
    }
    return addDense(year, month, day, index, marks.end)
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
      guard let (month, _) = month(next), isNext(next, behind: end(next - 1), marks: ".") else {
        return false
      }
      let (year, behind) = self.year(behind: next)
      add(.date(year: year, month: month, day: day), index..<behind)
      return true
    }
    guard let (month, isDoubtful) = month(index) else { return false }
    var last = index
    var day = 0
    if let run = run(at: index + 1), let number = run.whole(digits: 1...2),
      (1...31).contains(number),
      isNext(index + 1, behind: end(index), marks: "."), !isCounted(index + 1)
    {
      day = number
      last = index + 1
    }
    let (year, behind) = self.year(behind: last)
    let isLed = index > 0 && meaning(index - 1) == .calendarLead
    if isDoubtful, day == 0, year == 0, !isLed { return false }
    add(.date(year: year, month: month, day: day), index..<behind)
    return true
  }

  /// The month that a token names; where the language writes it with a capital, only so.
  func month(_ index: Int) -> (Int, isDoubtful: Bool)? {
    let found: (Int, Bool)
    switch meaning(index) {
    case .month(let number): found = (number, false)
    case .doubtfulMonth(let number): found = (number, true)
    default: return nil
    }
    return hasRightCase(index) ? found : nil
  }

  /// Days and months have a capital in English and German and none in the other languages, but at
  /// the beginning of a sentence.
  func hasRightCase(_ index: Int) -> Bool {
    let isCapitalised = tokens.marks[index].contains(.capitalised)
    if lexicon.capitalisesNouns || lexicon.meaning(of: Self.monday) != nil { return isCapitalised }
    return !isCapitalised || tokens.marks[index].contains(.sentenceStart)
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
