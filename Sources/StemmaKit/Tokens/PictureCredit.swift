/// Who took a picture: `(Photo by Jane Roe/AFP)`, `Foto: dpa`, `Jane Roe / AP`, `© AFP`.
struct PictureCredit {
  private static let mostWords = 14
  private static let mostNames = 8

  let tokens: Range<Int>
  /// Where it ends if no line does; `nil` where only the end of a line shows that it is a credit.
  private(set) var endInLine: Int?

  /// The credit that a word or sign belongs to.
  init?(around place: Int, _ furniture: Furniture, _ text: Span<UInt8>) {
    let kind = furniture.kind(place)
    if Self.hasCopyright(furniture.gap(place, text), text) {
      let names = Self.names(from: place, furniture, text)
      guard !names.isEmpty, furniture.isLineBreak(names.upperBound, text) else { return nil }
      tokens = names
    } else if kind.isDisjoint(with: [.picture, .agency]) {
      return nil
    } else if let range = Self.bracket(around: place, furniture, text) {
      tokens = range
      let hasPicture = range.contains { furniture.kind($0).contains(.picture) }
      endInLine = hasPicture ? range.upperBound : nil
    } else if kind.contains(.picture), let range = Self.label(at: place, furniture, text) {
      tokens = range
      let agency = range.last { furniture.kind($0).contains(.agency) }
      endInLine = agency.map { $0 + 1 }
    } else if kind.contains(.agency), let range = Self.stroke(at: place, furniture, text) {
      tokens = range
    } else {
      return nil
    }
  }

  /// A bracket with a picture and a name, or with a name, a stroke and an agency.
  private static func bracket(
    around place: Int, _ furniture: Furniture, _ text: Span<UInt8>
  ) -> Range<Int>? {
    let (opening, closing) = (UInt8(ascii: "("), UInt8(ascii: ")"))
    var start = place
    while start > 0, place - start < mostWords, !furniture.gap(start, text, has: opening) {
      if furniture.gap(start, text, has: closing) { return nil }
      start -= 1
    }
    guard furniture.gap(start, text, has: opening) else { return nil }
    var end = place + 1
    while end < furniture.tokens.count, end - start <= mostWords,
      !furniture.gap(end, text, has: closing)
    { end += 1 }
    guard end - start >= 2, furniture.gap(end, text, has: closing) else { return nil }
    let kinds = (start..<end).map { furniture.kind($0) }
    let hasStroke = hasStroke(in: start..<end, furniture, text)
    if kinds.contains(where: { $0.contains(.picture) }) {
      let marks = [UInt8(ascii: ":"), UInt8(ascii: ",")]
      let isNamed =
        hasStroke || kinds.dropFirst().prefix(2).contains { $0.contains(.by) }
        || (start + 1..<end).contains { token in
          marks.contains { furniture.gap(token, text, has: $0) }
        }
      return isNamed ? start..<end : nil
    }
    let names = kinds.count { !$0.contains(.agency) }
    let areNames = (start..<end).allSatisfy { isName($0, furniture) }
    return hasStroke && names >= 2 && names < kinds.count && areNames ? start..<end : nil
  }

  /// "Photo: name", "Photo by name": a label that begins a line, a sentence or a clause.
  private static func label(
    at place: Int, _ furniture: Furniture, _ text: Span<UInt8>
  ) -> Range<Int>? {
    let isSecond =
      place > 0 && !furniture.beginsClause(place, text)
      && furniture.kind(place - 1).contains(.picture)
    let start = isSecond ? place - 1 : place
    var first = place + 1
    guard first < furniture.tokens.count, furniture.beginsClause(start, text),
      furniture.tokens.marks[start].contains(.capitalised), !furniture.isLineBreak(first, text)
    else { return nil }
    let hasColon = furniture.gap(first, text, has: UInt8(ascii: ":"))
    if !hasColon {
      guard furniture.kind(first).contains(.by) else { return nil }
      first += 1
    }
    let names = names(from: first, furniture, text)
    return names.isEmpty ? nil : start..<names.upperBound
  }

  /// "Name / Agency" behind the last sentence of a line.
  private static func stroke(
    at place: Int, _ furniture: Furniture, _ text: Span<UInt8>
  ) -> Range<Int>? {
    var start = place
    while start > 0, place - start < mostNames, !furniture.isLineBreak(start, text),
      !furniture.tokens.marks[start].contains(.sentenceStart), isName(start - 1, furniture)
    { start -= 1 }
    let end = names(from: place, furniture, text).upperBound
    let range = start..<end
    let names = range.count { !furniture.kind($0).contains(.agency) }
    return names >= 2 && hasStroke(in: range, furniture, text) && furniture.isLineBreak(end, text)
      ? range : nil
  }

  private static func hasStroke(
    in range: Range<Int>, _ furniture: Furniture, _ text: Span<UInt8>
  ) -> Bool {
    range.dropFirst().contains { token in
      furniture.gap(token, text, has: UInt8(ascii: "/"))
        || furniture.gap(token, text, has: UInt8(ascii: "|"))
    }
  }

  /// The names from a token on, to the end of the line or sentence.
  static func names(
    from first: Int, _ furniture: Furniture, _ text: Span<UInt8>
  ) -> Range<Int> {
    var end = first
    while end < furniture.tokens.count, end - first < mostNames, isName(end, furniture),
      end == first || !furniture.isLineBreak(end, text)
    { end += 1 }
    return first..<end
  }

  /// A word with a capital or figure, an agency, or a word so short that it may join names.
  private static func isName(_ token: Int, _ furniture: Furniture) -> Bool {
    let tokens = furniture.tokens
    return !tokens.marks[token].isDisjoint(with: [.capitalised, .numeral])
      || !furniture.kind(token).isDisjoint(with: [.agency, .picture])
      || tokens.ends[token] - tokens.starts[token] <= 3
  }

  private static func hasCopyright(_ gap: Range<Int>, _ text: Span<UInt8>) -> Bool {
    gap.contains { text[$0] == 0xA9 && $0 > 0 && text[$0 - 1] == 0xC2 }
  }
}
