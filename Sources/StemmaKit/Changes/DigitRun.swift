/// Digits with the marks between them, of any script: `1 850`, `6,3`, `8:40`, `١٢٫٥`.
struct DigitRun {
  var bytes: Range<Int>
  /// The values of the digits between the marks.
  private(set) var groups: [[UInt8]] = []
  private(set) var marks: [UInt32] = []

  /// More digits than this are no number to be read.
  private static let mostDigits = 40

  /// Reads the run that begins at a digit; `nil` where there is none, or it has no end.
  init?(_ text: [UInt8], at start: Int, _ lexicon: Lexicon) {
    bytes = start..<start
    guard let (first, behind) = Self.digits(text, at: start) else { return nil }
    groups = [first]
    var end = behind
    while end < text.count, groups.count < 8 {
      let (mark, length) = decodeScalar(text.span, at: end)
      guard let (next, nextEnd) = Self.digits(text, at: end + length),
        joins(mark, next, lexicon)
      else { break }
      groups.append(next)
      marks.append(mark)
      end = nextEnd
    }
    bytes = start..<end
  }

  /// The value of a digit of any script; `nil` of other characters.
  static func digit(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x80 { return (0x30...0x39).contains(scalar) ? UInt8(scalar - 0x30) : nil }
    guard let scalar = Unicode.Scalar(scalar), scalar.properties.numericType == .decimal,
      let value = scalar.properties.numericValue
    else { return nil }
    return UInt8(value)
  }

  private static func digits(_ text: [UInt8], at start: Int) -> (values: [UInt8], end: Int)? {
    var values: [UInt8] = []
    var position = start
    while position < text.count {
      let (scalar, length) = decodeScalar(text.span, at: position)
      guard let value = digit(scalar) else { break }
      guard values.count < mostDigits else { return nil }
      values.append(value)
      position += length
    }
    return values.isEmpty ? nil : (values, position)
  }

  private func joins(_ mark: UInt32, _ next: [UInt8], _ lexicon: Lexicon) -> Bool {
    switch mark {
    case 0x2E, 0x2C, 0x66B, 0x66C: true
    case 0x3A: marks.isEmpty && groups[0].count <= 2 && next.count == 2 && next[0] < 6
    case 0x20: lexicon.groupsBySpace && joinsThousands(mark, next)
    case 0xA0, 0x2009, 0x202F, 0x27, 0x2019: joinsThousands(mark, next)
    default: false
    }
  }

  private func joinsThousands(_ mark: UInt32, _ next: [UInt8]) -> Bool {
    groups[0].count <= 3 && groups[0][0] != 0 && next.count == 3 && marks.allSatisfy { $0 == mark }
  }

  /// A plain whole number of so few digits; `nil` of others.
  func whole(digits: ClosedRange<Int>) -> Int? {
    guard marks.isEmpty, digits.contains(groups[0].count) else { return nil }
    return groups[0].reduce(0) { $0 * 10 + Int($1) }
  }

  /// What the run may mean: none where it is no number, such as a version or a telephone number.
  func readings(_ lexicon: Lexicon) -> [Figure.Reading] {
    guard let last = groups.last, let mark = marks.last else {
      return Amount(whole: groups[0]).map { [.amount($0)] } ?? []
    }
    if mark == 0x3A { return clock.map { [.clock($0)] } ?? [] }
    let whole = groups.dropLast().flatMap { $0 }
    let decimal = Amount(whole: whole, fraction: last).map { Figure.Reading.amount($0) }
    let grouped = Amount(whole: whole + last).map { Figure.Reading.amount($0) }
    if mark == 0x66B { return areGroups(groups.dropLast()) ? [decimal].compactMap { $0 } : [] }
    if mark != 0x2E, mark != 0x2C {
      return areGroups(groups[...]) ? [grouped].compactMap { $0 } : []
    }
    if marks.count > 1 {
      let isMixed = marks.dropLast().allSatisfy { $0 != mark }
      if isMixed { return areGroups(groups.dropLast()) ? [decimal].compactMap { $0 } : [] }
      return areGroups(groups[...]) ? [grouped].compactMap { $0 } : []
    }
    guard last.count == 3, groups[0].count <= 3, groups[0][0] != 0 else {
      // 7.30 may be a time of day; so it counts as the same as 7:30.
      let time = mark == 0x2E && last.count == 2 && last[0] < 6 ? clock : nil
      return [decimal, time.map { .clock($0) }].compactMap { $0 }
    }
    switch lexicon.decimalMark {
    case mark: return [decimal].compactMap { $0 }
    case .some: return [grouped].compactMap { $0 }
    case nil: return [grouped, decimal].compactMap { $0 }
    }
  }

  /// Minutes after midnight of two groups.
  private var clock: Int? {
    guard groups.count == 2, groups[0].count <= 2, groups[1].count == 2 else { return nil }
    let hour = groups[0].reduce(0) { $0 * 10 + Int($1) }
    let minute = Int(groups[1][0]) * 10 + Int(groups[1][1])
    return hour <= 24 && minute < 60 ? hour * 60 + minute : nil
  }

  /// Whether the groups are thousands, or lakhs and crores as in 12,34,567.
  private func areGroups(_ groups: ArraySlice<[UInt8]>) -> Bool {
    guard let first = groups.first, let last = groups.last, first.count <= 3 else {
      return groups.count == 1
    }
    if groups.count == 1 { return true }
    let inner = groups.dropFirst().dropLast()
    return last.count == 3
      && (inner.allSatisfy { $0.count == 3 }
        || first.count <= 2 && inner.allSatisfy { $0.count == 2 })
  }
}
