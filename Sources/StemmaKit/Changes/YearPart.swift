/// A quarter or a half of a year: the third quarter, das erste Halbjahr, Q3, 第三季度.
struct YearPart: Hashable {
  /// 4 of quarters, 2 of halves.
  var parts: Int
  /// From 1.
  var number: Int
}

extension FigureReader {
  /// Reads the quarter or half that begins at a token: an ordinal and the part, the other way round
  /// in Arabic, or a letter with its number.
  mutating func readYearPart(at index: Int) -> Bool {
    if readShortYearPart(at: index) || readDenseYearPart(at: index) { return true }
    guard let (first, ordinalEnd) = yearWord(at: index),
      isNext(index + 1, behind: ordinalEnd, marks: "-"),
      let (second, end) = yearWord(at: index + 1)
    else { return false }
    switch (first, second) {
    case (.ordinal(let number), .part(let parts)), (.part(let parts), .ordinal(let number)):
      guard number <= parts, !goesOn(behind: end) else { return false }
      add(YearPart(parts: parts, number: number), index..<index + 2, end: end)
      return true
    default: return false
    }
  }

  private enum Word {
    case ordinal(Int)
    case part(Int)
  }

  /// An ordinal in words or digits or the name of a part, and the byte behind it.
  private func yearWord(at index: Int) -> (Word, end: Int)? {
    guard tokens.marks.indices.contains(index), !tokens.marks[index].contains(.dense) else {
      return nil
    }
    let hash = tokens.hashes[index]
    if let number = Self.ordinals[hash] { return (.ordinal(number), end(index)) }
    if let parts = Self.parts[hash] { return (.part(parts), end(index)) }
    // `3. Quartal`
    guard let number = run(at: index)?.whole(digits: 1...1), end(index) < text.count,
      text[end(index)] == 0x2E
    else { return nil }
    return (.ordinal(number), end(index) + 1)
  }

  /// `quarter-final` is none.
  private func goesOn(behind end: Int) -> Bool { end < text.count && text[end] == 0x2D }

  /// `Q3` and `H1`, or `3Q`.
  private mutating func readShortYearPart(at index: Int) -> Bool {
    guard end(index) - start(index) == 2, !goesOn(behind: end(index)) else { return false }
    let (first, second) = (text[start(index)], text[start(index) + 1])
    let (letter, digit) = first > second ? (first, second) : (second, first)
    let parts = letter == 0x51 ? 4 : letter == 0x48 && first == 0x48 ? 2 : 0
    let number = Int(digit) - 0x30
    guard parts > 0, (1...parts).contains(number) else { return false }
    add(YearPart(parts: parts, number: number), index..<index + 1, end: end(index))
    return true
  }

  /// 第三季度, 第3四半期, 三季度; 上半年 and 下半年.
  private mutating func readDenseYearPart(at index: Int) -> Bool {
    guard tokens.marks[index].contains(.dense) || run(at: index) != nil else { return false }
    var marks = DenseMarks(text, behind: start(index))
    for (number, name) in ["上半", "下半"].enumerated() where marks.skip(name) {
      guard marks.skip("年") || marks.skip("期") else { return false }
      return addDense(YearPart(parts: 2, number: number + 1), index, marks.end)
    }
    _ = marks.skip("第")
    let number: Int?
    if let run = DigitRun(text, at: marks.end, lexicon) {
      number = run.whole(digits: 1...1)
      marks = DenseMarks(text, behind: run.bytes.upperBound)
    } else if let dense = DenseNumber(text, at: marks.end), dense.count == 1 {
      number = dense.value
      marks = DenseMarks(text, behind: dense.end)
    } else {
      return false
    }
    guard let number, (1...4).contains(number), marks.skip("季度") || marks.skip("四半期") else {
      return false
    }
    return addDense(YearPart(parts: 4, number: number), index, marks.end)
  }

  private mutating func addDense(_ part: YearPart, _ index: Int, _ end: Int) -> Bool {
    add(part, index..<token(at: end, from: index + 1), end: end)
    return true
  }

  private mutating func add(_ part: YearPart, _ range: Range<Int>, end: Int) {
    dates.append(
      CalendarDate(bytes: start(range.lowerBound)..<end, tokens: range, value: .part(part)))
    done = range.upperBound
  }

  private static let ordinals: [UInt64: Int] = words(
    [
      "first 1st premier 1er primer primo erste ersten erstes первый первого первом الأول पहली पहले پہلی",
      "second ii 2nd deuxième 2e 2ème segundo secondo zweite zweiten zweites второй второго втором الثاني दूसरी दूसरे دوسری",
      "third iii 3rd troisième 3e 3ème tercer terzo dritte dritten drittes третий третьего третьем الثالث तीसरी تیسری",
      "fourth iv 4th quatrième 4e 4ème cuarto quarto vierte vierten viertes четвёртый четвертый четвёртого четвертого четвёртом четвертом الرابع चौथी چوتھی",
    ], from: 1)

  private static let parts: [UInt64: Int] = words(
    [
      "half halbjahr halbjahres semestre semester полугодие полугодия полугодии النصف छमाही ششماہی",
      "",
      "quarter quartal quartals quartalen trimestre квартал квартала квартале الربع तिमाही سہماہی",
    ], from: 2)

  /// The words of each line, by number.
  private static func words(_ lines: [String], from first: Int) -> [UInt64: Int] {
    var numbers: [UInt64: Int] = [:]
    for (offset, line) in lines.enumerated() {
      for word in line.split(separator: " ") {
        let hashes = WordForms.hashes(of: String(word))
        if hashes.count == 1 { numbers[hashes[0]] = first + offset }
      }
    }
    return numbers
  }
}
