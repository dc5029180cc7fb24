extension FigureReader {
  /// Reads a number in words: a unit, ten and unit as the language joins them, perhaps with a
  /// magnitude. A chain that is not understood is passed over.
  mutating func readWords(at index: Int) -> Bool {
    var values: [Int] = []
    var isHint = false
    var next = index
    while next < tokens.count, values.count < 4,
      next == index || isNext(next, behind: end(next - 1), marks: "-")
    {
      if case .number(let value) = meaning(next) {
        values.append(value)
      } else if case .hint(let value) = meaning(next) {
        // one hundred, but not: two second places.
        if !values.isEmpty, value > 1 { break }
        values.append(value)
        isHint = true
      } else if !values.isEmpty, meaning(next) == .link, case .number? = meaning(next + 1) {
        next += 1
        continue
      } else {
        break
      }
      next += 1
      if isHint { break }
    }
    guard next > index else { return false }
    done = next
    guard let value = Self.value(values, countsScores: lexicon.countsScores) else { return true }
    var figure = Figure(
      bytes: start(index)..<end(next - 1), tokens: index..<next,
      readings: [.amount(Amount(UInt64(value)))])
    figure.isHint = isHint
    readUnits(&figure)
    if isHint, figure.magnitude > 2 || figure.isPercent { figure.isHint = false }
    // eight and a half million: what it comes to is not known.
    if isHalf(behind: figure.tokens.upperBound) {
      figure.isHint = true
      figure.isTelling = false
    }
    readApproximation(&figure)
    if isPartOfMore(index) { figure.isHint = true }
    finish(figure, inDigits: false)
    return true
  }

  /// Whether a number goes on from the hundreds before it, as in a hundred and eighteen, which are
  /// not read then either.
  private mutating func isPartOfMore(_ index: Int) -> Bool {
    for before in max(0, index - 2)..<index {
      guard case .magnitude = meaning(before),
        before == index - 1 || tokens.ends[index - 1] - tokens.starts[index - 1] <= 3,
        isNext(before + 1, behind: end(before))
      else { continue }
      if let last = figures.last, last.tokens.upperBound == before + 1 {
        figures[figures.count - 1].isHint = true
        figures[figures.count - 1].isTelling = false
      }
      return true
    }
    return false
  }

  func isHalf(behind index: Int) -> Bool {
    (index..<min(tokens.count, index + 3)).contains { Self.halves.contains(tokens.hashes[$0]) }
  }

  static let halves = Set(
    WordForms.hashes(
      of: "half halb halbe demi demie medio media mezzo mezza половиной половина نصف"))

  /// What the parts come to: 20 and 9; 9 and 20, as in Arabic; 4 and 20, as in French; 3 and 10.
  static func value(_ parts: [Int], countsScores: Bool = false) -> Int? {
    guard let first = parts.first else { return nil }
    if parts.count == 1 { return first }
    let rest = Array(parts.dropFirst())
    if countsScores, first == 4, rest[0] == 20 { return value([80] + rest.dropFirst()) }
    guard rest.count <= 2, let low = value(rest) else { return nil }
    if first >= 20, first % 10 == 0, low < 20 { return first + low }
    if first < 10, low >= 10, low % 10 == 0, rest.count == 1 { return first + low }
    if first == 10, low < 10 { return first + low }
    return nil
  }
}
