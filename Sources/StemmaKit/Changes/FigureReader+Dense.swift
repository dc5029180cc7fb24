extension FigureReader {
  /// Reads a number in Chinese numerals: 十二艘, 一百五十万元, 百分之五.
  ///
  /// A numeral alone is part of too many words; it is read before a word that counts.
  mutating func readDenseNumber(at index: Int) -> Bool {
    guard beginsDenseNumber(index) else { return false }
    if readDensePercent(at: index) { return true }
    guard let number = DenseNumber(text, at: start(index)) else { return false }
    var marks = DenseMarks(text, behind: number.end)
    let isAlone = number.count == 1
    if isAlone, !Self.counters.contains(where: { marks.skip($0) }) { return false }
    done = token(at: number.end, from: index + 1)
    // A fraction, a time or a decimal point; some ten thousand.
    let isPart = ["分之", "点", "點", "几", "幾", "数", "數", "分の", "つ"].contains { marks.skip($0) }
    let isApproximate = ["多", "余", "餘", "来", "來"].contains { marks.skip($0) }
    guard let value = number.value, isAlone || !number.isDigitByDigit, !isPart,
      !(isApproximate && marks.magnitude() > 0)
    else {
      gaps.append(index)
      return true
    }
    add(value, number, index, isApproximate: isApproximate)
    return true
  }

  /// Words for what is counted that hardly mean anything else behind a numeral.
  private static let counters = [
    "人", "名", "个", "個", "艘", "位", "岁", "歲", "歳", "架", "辆", "輛", "家", "座", "所", "只", "隻", "头",
    "頭", "枚", "件", "年", "天", "小时", "小時", "分钟", "分鐘", "台", "匹", "元", "円",
  ]

  /// Whether numerals begin here that are no ordinal, no day of the week and no end of a number.
  func beginsDenseNumber(_ index: Int) -> Bool {
    guard tokens.marks[index].contains(.dense),
      DenseNumber.isNumeral(decodeScalar(text.span, at: start(index)).scalar)
    else { return false }
    guard start(index) >= 3 else { return true }
    let (before, length) = decodeScalar(text.span, at: start(index) - 3)
    guard length == 3, let scalar = Unicode.Scalar(before) else { return true }
    return !DenseNumber.isNumeral(before) && !"第周週期双雙初".unicodeScalars.contains(scalar)
  }

  private mutating func add(
    _ value: Int, _ number: DenseNumber, _ index: Int, isApproximate: Bool
  ) {
    var figure = Figure(
      bytes: start(index)..<number.end, tokens: index..<max(index + 1, done),
      readings: [.amount(Amount(UInt64(value)))])
    figure.magnitude = number.magnitude
    figure.isApproximate = isApproximate
    readUnits(&figure)
    finish(figure, inDigits: false)
  }

  /// 百分之五, 百分之三点五, 百分之5.
  private mutating func readDensePercent(at index: Int) -> Bool {
    var marks = DenseMarks(text, behind: start(index))
    guard marks.skip("百分之") else { return false }
    var (readings, end): ([Figure.Reading], Int) = ([], marks.end)
    if let run = DigitRun(text, at: end, lexicon) {
      (readings, end) = (run.readings(lexicon), run.bytes.upperBound)
    } else if let whole = DenseNumber(text, at: end) {
      end = whole.end
      var amount = whole.value.map { Amount(UInt64($0)) }
      var point = DenseMarks(text, behind: end)
      if point.skip("点") || point.skip("點"), let part = DenseNumber(text, at: point.end) {
        amount =
          part.count == 1
          ? part.value.flatMap { amount?.plus(Amount(UInt64($0), exponent: -1)) } : nil
        end = part.end
      }
      readings = amount.map { [.amount($0)] } ?? []
    }
    done = token(at: end, from: index + 1)
    guard !readings.isEmpty else {
      gaps.append(index)
      return true
    }
    var figure = Figure(bytes: start(index)..<end, tokens: index..<done, readings: readings)
    figure.isPercent = true
    finish(figure, inDigits: false)
    return true
  }
}
