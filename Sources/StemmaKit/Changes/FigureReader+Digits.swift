extension FigureReader {
  mutating func readDigits(at index: Int) -> Bool {
    guard let run = run(at: index) else { return false }
    var behind = token(at: run.bytes.upperBound, from: index)
    done = behind
    var figure = Figure(
      bytes: run.bytes, tokens: index..<behind, readings: run.readings(lexicon))
    // 2026-03-01, 3-4-2026, 12/2024: no numbers, and which is the month is not known.
    if let joined = joinedByStrokes(behind: run.bytes.upperBound) {
      readDoubtfulDate(run.bytes.lowerBound..<joined)
      done = token(at: joined, from: behind)
      return true
    }
    guard !figure.readings.isEmpty else { return true }
    readSuffix(&figure, run)
    if figure.isHint, figure.readings.isEmpty { return true }
    readSymbolBefore(&figure)
    if start(index) > 0, figure.currency == nil, isDesignation(before: start(index)) {
      figure.isHint = true
    }
    behind = max(behind, figure.tokens.upperBound)
    readUnits(&figure)
    readApproximation(&figure)
    readMinus(&figure)
    finish(figure, inDigits: true)
    readScore(at: index, run)
    return true
  }

  /// A minus directly before a number and behind a blank: no hyphen and no dash between numbers.
  func readMinus(_ figure: inout Figure) {
    let first = figure.bytes.lowerBound
    for sign in ["-", "\u{2212}"] {
      let start = first - sign.utf8.count
      guard start >= 0, text[start..<first].elementsEqual(sign.utf8) else { continue }
      let isBehindNumber = start > 1 && DigitRun.digit(UInt32(text[start - 2])) != nil
      if case .space = Neighbour(before: start, in: text.span), !isBehindNumber {
        figure.isNegative = true
        figure.bytes = start..<figure.bytes.upperBound
      }
    }
  }

  /// `3-1` is read besides its two numbers, since their order tells.
  mutating func readScore(at index: Int, _ run: DigitRun) {
    guard let left = run.whole(digits: 1...2), start(index) == run.bytes.lowerBound else { return }
    if start(index) > 0, case .space = Neighbour(before: start(index), in: text.span) {
      var marks = DenseMarks(text, behind: run.bytes.upperBound)
      guard marks.skip("-") || marks.skip("\u{2013}"),
        let next = self.run(at: index + 1), next.bytes.lowerBound == marks.end,
        let right = next.whole(digits: 1...2), end(index + 1) == next.bytes.upperBound
      else { return }
      var figure = Figure(
        bytes: run.bytes.lowerBound..<next.bytes.upperBound, tokens: index..<index + 2,
        readings: [.score(left, right)])
      figure.isTelling = false
      figures.append(figure)
    }
  }

  /// The byte behind what strokes join to a number, where there are two of them or a day's form.
  func joinedByStrokes(behind end: Int) -> Int? {
    var position = end
    var strokes = 0
    while strokes < 3, position + 1 < text.count,
      text[position] == 0x2F || text[position] == 0x2D && strokes > 0
        || text[position] == 0x2D && position - end == 0 && isDashedDate(position),
      let next = DigitRun(text, at: position + 1, .unknown)
    {
      position = next.bytes.upperBound
      strokes += 1
    }
    return strokes >= 2 ? position : nil
  }

  private mutating func readDoubtfulDate(_ bytes: Range<Int>) {
    let parts = text[bytes].split { !(0x30...0x39).contains($0) }
      .compactMap { Self.number($0.map { $0 - 0x30 }, 1...4) }
    guard parts.count == 3 else { return }
    let year = parts[2] < 100 ? 2000 + parts[2] : parts[2]
    for (day, month) in [(parts[0], parts[1]), (parts[1], parts[0])] where Self.isDay(day, month) {
      doubtfulDates.append(.date(year: year, month: month, day: day))
    }
  }

  func isDashedDate(_ position: Int) -> Bool {
    guard let next = DigitRun(text, at: position + 1, .unknown), next.marks.isEmpty else {
      return false
    }
    return next.bytes.upperBound < text.count && text[next.bytes.upperBound] == 0x2D
  }

  /// A letter and a hyphen before a number make it a name: F-16, COVID-19.
  func isDesignation(before position: Int) -> Bool {
    guard position >= 2, text[position - 1] == 0x2D || text[position - 1] == 0x91 else {
      return false
    }
    let hyphen = text[position - 1] == 0x2D ? position - 1 : position - 3
    if case .word = Neighbour(before: hyphen, in: text.span) {
      var first = hyphen - 1
      while first > 0, text[first] & 0xC0 == 0x80 { first -= 1 }
      return DigitRun.digit(decodeScalar(text.span, at: first).scalar) == nil
    }
    return false
  }

  /// Letters that follow the digits without a blank: 54jährig, 2nd, 5G, 61m, 23h42.
  mutating func readSuffix(_ figure: inout Figure, _ run: DigitRun) {
    let last = figure.tokens.upperBound - 1
    guard end(last) > run.bytes.upperBound, !tokens.marks[last].contains(.dense) else { return }
    let suffix = String(decoding: text[run.bytes.upperBound..<end(last)], as: UTF8.self)
    figure.bytes = run.bytes.lowerBound..<end(last)
    switch suffix.lowercased() {
    case "m" where hasSymbolBefore(run.bytes.lowerBound): scale(&figure, 6)
    case "bn",
      "b" where hasSymbolBefore(run.bytes.lowerBound):
      scale(&figure, 9)
    case "am", "pm": setTime(&figure, isAfternoon: suffix.lowercased() == "pm")
    // The nineties of any century that is meant.
    case "s" where run.whole(digits: 2...2).map { $0 % 10 == 0 } ?? false:
      let decade = figure.readings
      for century in [1900, 2000] as [UInt64] {
        for case .amount(let years) in decade {
          figure.readings += years.plus(Amount(century)).map { [.amount($0)] } ?? []
        }
      }
    case "mn", "mio": scale(&figure, 6)
    case "tn": scale(&figure, 12)
    case "k": scale(&figure, 3)
    default:
      let hours = run.whole(digits: 1...2)
      let rest = suffix.lowercased().split(separator: "h", omittingEmptySubsequences: false)
      if rest.count == 2, rest[0].isEmpty, let hours, let minutes = Int(rest[1]), minutes < 60 {
        figure.readings = [.clock(hours * 60 + minutes)]
      } else {
        let isName = suffix.first?.isUppercase ?? false
        let hasDigit = suffix.unicodeScalars.contains { DigitRun.digit($0.value) != nil }
        figure.isHint = isName || hasDigit
        if hasDigit { figure.readings = [] }
      }
    }
  }

  func scale(_ figure: inout Figure, _ power: Int) {
    figure.magnitude += power
    figure.readings = figure.readings.map {
      if case .amount(let amount) = $0 { return .amount(amount.times(tenToThe: power)) }
      return $0
    }
  }

  func symbol(before position: Int) -> (Lexicon.Currency, start: Int)? {
    for (sign, currency) in Self.symbols {
      let length = sign.utf8.count
      if position >= length, text[position - length..<position].elementsEqual(sign.utf8) {
        return (currency, position - length)
      }
    }
    return nil
  }

  func hasSymbolBefore(_ position: Int) -> Bool { symbol(before: position) != nil }

  static let symbols: [(String, Lexicon.Currency)] = [
    ("$", .dollar), ("€", .euro), ("£", .pound), ("¥", .yen), ("￥", .yen), ("₹", .rupee),
    ("₽", .rouble),
  ]

  func readSymbolBefore(_ figure: inout Figure) {
    if let (currency, start) = symbol(before: figure.bytes.lowerBound) {
      figure.currency = currency
      figure.bytes = start..<figure.bytes.upperBound
    }
  }

  func readApproximation(_ figure: inout Figure) {
    let first = figure.tokens.lowerBound
    for index in max(0, first - 2)..<first where meaning(index) == .approximation {
      figure.isApproximate = true
    }
  }

  mutating func finish(_ figure: Figure, inDigits: Bool) {
    var figure = figure
    let small = figure.amount?.whole.map { $0 < lexicon.saidInWordsBelow } ?? false
    let isPlain = figure.sort == .count && figure.magnitude == 0
    figure.isTelling = !figure.isHint && !(small && isPlain) && (inDigits || figure.magnitude > 2)
    if let last = figures.last, let sum = sum(last, figure) {
      figures[figures.count - 1] = sum
      return
    }
    figures.append(figure)
  }

  /// `2 ارب 14 کروڑ`: two figures side by side, of falling magnitudes, are one number.
  func sum(_ high: Figure, _ low: Figure) -> Figure? {
    guard high.magnitude > low.magnitude, low.magnitude > 1, high.currency == nil,
      isNext(low.tokens.lowerBound, behind: high.bytes.upperBound),
      low.bytes.lowerBound >= high.bytes.upperBound,
      let total = low.amount.flatMap({ high.amount?.plus($0) })
    else { return nil }
    var figure = low
    figure.readings = [.amount(total)]
    figure.bytes = high.bytes.lowerBound..<low.bytes.upperBound
    figure.tokens = high.tokens.lowerBound..<low.tokens.upperBound
    figure.isApproximate = high.isApproximate
    return figure
  }
}
