extension FigureReader {
  /// Reads what stands behind a number and tells what it counts.
  mutating func readUnits(_ figure: inout Figure) {
    readDenseUnits(&figure)
    var index = token(at: figure.bytes.upperBound, from: figure.tokens.upperBound)
    while isNext(index, behind: figure.bytes.upperBound, marks: "-") {
      switch meaning(index) {
      // mil millones: the greater multiplies all before it.
      case .magnitude(let power) where power > figure.magnitude:
        scale(&figure, power)
        figure.magnitude = power
      case .percent where !figure.isPercent: figure.isPercent = true
      case .currency(let currency) where figure.currency == nil: figure.currency = currency
      case .measure(let measure) where figure.sort == .count && figure.measure == nil:
        figure.measure = measure
      default:
        if figure.isPercent || !readPercentWords(&figure, index) {
          readClockUnits(&figure, index)
          done = max(done, figure.tokens.upperBound)
          return
        }
        index = figure.tokens.upperBound
        continue
      }
      extend(&figure, through: index)
      skipAbbreviationStop(&figure)
      index += 1
    }
    readSigns(&figure)
    done = max(done, figure.tokens.upperBound)
  }

  func extend(_ figure: inout Figure, through index: Int) {
    figure.tokens = figure.tokens.lowerBound..<index + 1
    figure.bytes = figure.bytes.lowerBound..<end(index)
  }

  /// `Mio.` and `тыс.` before what is counted.
  func skipAbbreviationStop(_ figure: inout Figure) {
    let end = figure.bytes.upperBound
    guard end + 1 < text.count, text[end] == 0x2E, text[end + 1] == 0x20, figure.magnitude > 0
    else {
      return
    }
    let index = figure.tokens.upperBound
    if case .currency = meaning(index) { figure.bytes = figure.bytes.lowerBound..<end + 1 }
  }

  func readSigns(_ figure: inout Figure) {
    var marks = DenseMarks(text, behind: figure.bytes.upperBound)
    marks.skipBlanks()
    if marks.skip("%") || marks.skip("٪") || marks.skip("％") {
      figure.isPercent = true
    } else if marks.skip("€") {
      figure.currency = .euro
    } else if marks.skip("$") {
      figure.currency = .dollar
    } else if marks.skip("£") {
      figure.currency = .pound
    } else if marks.skip("₽") {
      figure.currency = .rouble
    } else {
      return
    }
    figure.bytes = figure.bytes.lowerBound..<marks.end
  }

  /// `per cent` and its like in other languages.
  func readPercentWords(_ figure: inout Figure, _ index: Int) -> Bool {
    let phrases = Self.percentPhrases
    for phrase in phrases where index + phrase.count <= tokens.count {
      guard phrase.indices.allSatisfy({ tokens.hashes[index + $0] == phrase[$0] }) else { continue }
      figure.isPercent = true
      figure.isPoints = Self.pointPhrases.contains(phrase)
      extend(&figure, through: index + phrase.count - 1)
      return true
    }
    return false
  }

  static let percentPhrases: [[UInt64]] =
    [
      "per cent", "pour cent", "por ciento", "per cento", "في المئة", "في المائة",
    ].map(WordForms.hashes) + pointPhrases

  static let pointPhrases: [[UInt64]] = [
    "percentage points", "percentage point", "prozentpunkte", "prozentpunkten",
    "points de pourcentage", "puntos porcentuales", "punti percentuali",
  ].map(WordForms.hashes)

  /// Makes a time of day of an hour, or of hour and minutes.
  func setTime(_ figure: inout Figure, isAfternoon: Bool) {
    var minutes = figure.amount?.whole.map { $0 * 60 }
    for case .clock(let value) in figure.readings { minutes = value }
    guard let minutes, minutes <= 24 * 60 else { return }
    figure.readings = [.clock(minutes % 720 + (isAfternoon ? 720 : 0))]
  }

  /// `8:40 a.m.`, `18 Uhr`, `23 h 42`, `7 p.m.`
  func readClockUnits(_ figure: inout Figure, _ index: Int) {
    guard figure.magnitude == 0, !figure.isPercent, figure.currency == nil else { return }
    var minutes: Int?
    for reading in figure.readings {
      if case .clock(let value) = reading { minutes = value }
    }
    let hour = figure.amount?.whole
    let word = String(decoding: text[start(index)..<end(index)], as: UTF8.self).lowercased()
    let isSplit = index + 1 < tokens.count && isNext(index + 1, behind: end(index), marks: ".")
    let next =
      isSplit
      ? String(decoding: text[start(index + 1)..<end(index + 1)], as: UTF8.self).lowercased() : ""
    let afternoon: Bool? =
      word == "pm" || word == "p" && next == "m"
      ? true : word == "am" || word == "a" && next == "m" ? false : nil
    guard minutes != nil || hour.map({ $0 <= 24 }) ?? false else { return }
    if let afternoon {
      setTime(&figure, isAfternoon: afternoon)
      extend(&figure, through: word.count == 1 ? index + 1 : index)
      if word.count == 1, figure.bytes.upperBound < text.count,
        text[figure.bytes.upperBound] == 0x2E
      {
        figure.bytes = figure.bytes.lowerBound..<figure.bytes.upperBound + 1
      }
    } else if word == "uhr" || word == "h" {
      extend(&figure, through: index)
      var time = minutes ?? (hour ?? 0) * 60
      if word == "h", let run = run(at: index + 1), isSplit, let value = run.whole(digits: 2...2),
        value < 60
      {
        time = (hour ?? 0) * 60 + value
        extend(&figure, through: index + 1)
      }
      figure.readings = [.clock(time)]
    }
  }

  func readDenseUnits(_ figure: inout Figure) {
    var marks = DenseMarks(text, behind: figure.bytes.upperBound)
    let power = marks.magnitude()
    if power > 0 { scale(&figure, power) }
    // 1億2000万, 6万2千: the parts add up.
    while power > 0, let run = DigitRun(text, at: marks.end, lexicon) {
      var rest = DenseMarks(text, behind: run.bytes.upperBound)
      let low = rest.magnitude()
      guard case .amount(let amount)? = run.readings(lexicon).first, low < figure.magnitude,
        let sum = figure.amount?.plus(amount.times(tenToThe: low))
      else { break }
      figure.readings = [.amount(sum)]
      figure.magnitude = low
      marks = rest
    }
    if let currency = marks.currency() { figure.currency = currency }
    if marks.isTenths() {
      scale(&figure, 1)
      figure.isPercent = true
    }
    if marks.end > figure.bytes.upperBound {
      figure.bytes = figure.bytes.lowerBound..<marks.end
      let behind = token(at: marks.end, from: figure.tokens.upperBound)
      figure.tokens = figure.tokens.lowerBound..<behind
    }
    readSigns(&figure)
  }
}
