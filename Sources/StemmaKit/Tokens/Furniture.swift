/// Finds furniture of the page within a text: captions with the credit of a picture, invitations to
/// read another article, posts that are embedded, remains of scripts.
///
/// It is known by its form, in any outlet, from one text alone. What has no such form stays text: a
/// sentence too much costs less than a sentence of the text's own that is lost. Notices and menus
/// without a form are learned from a collection (``CommonMatter``).
struct Furniture {
  /// A caption, a post and an invitation have no more words.
  private static let mostLine = 125
  private static let mostPost = 80
  private static let mostInvitation = 60
  /// Where a page came without its lines, a caption is one sentence.
  private static let mostSentence = 40
  /// Of a gap between two words this is looked at.
  static let mostGap = 64

  let tokens: Tokens
  private let words = FurnitureWords.shared

  /// Ranges of tokens in text order, disjoint.
  ///
  /// - Parameter signs: tokens before which a sign of a copyright or of a handle stands, in order.
  /// - Complexity: O(*n*) in the tokens.
  static func find(in tokens: Tokens, of text: Span<UInt8>, signs: [Int]) -> [Range<Int>] {
    let places = places(tokens.hashes, signs)
    guard !places.isEmpty else { return [] }
    let furniture = Furniture(tokens: tokens)
    var found: [Range<Int>] = []
    for place in places where place >= found.last?.upperBound ?? 0 {
      guard let range = furniture.range(at: place, text) else { continue }
      // What was found before stays as it is.
      let rest = max(range.lowerBound, found.last?.upperBound ?? 0)..<range.upperBound
      if !rest.isEmpty { found.append(rest) }
    }
    return found
  }

  /// The words that are looked for, and the signs.
  static func places(_ hashes: [UInt64], _ signs: [Int]) -> [Int] {
    let words = FurnitureWords.shared
    let sieve = words.sieve.span
    let all = hashes.span
    var places = signs
    for index in all.indices where FurnitureWords.mayBeSought(all[index], sieve) {
      if let kind = words.kinds[all[index]], !kind.isDisjoint(with: .sought) {
        places.append(index)
      }
    }
    if !signs.isEmpty { places.sort() }
    return places
  }

  private func range(at place: Int, _ text: Span<UInt8>) -> Range<Int>? {
    let kind = kind(place)
    if kind.contains(.invitation), let range = invitation(at: place, text) { return range }
    if kind.contains(.script), let range = script(at: place, text) { return range }
    if kind.contains(.link), let range = linkedPost(at: place, text) { return range }
    if let range = post(signedAt: place, text) { return range }
    guard let credit = PictureCredit(around: place, self, text) else { return nil }
    return caption(of: credit, text)
  }

  /// The line that ends with a credit, else the credit and the sentence before it.
  private func caption(of credit: PictureCredit, _ text: Span<UInt8>) -> Range<Int>? {
    let range = credit.tokens
    if let line = line(around: range, most: Self.mostLine, text) {
      // Some print the names of the credit again.
      let behind = range.upperBound..<line.upperBound
      let names = PictureCredit.names(from: behind.lowerBound, self, text)
      if behind.count <= 2 || names.upperBound >= behind.upperBound { return line }
    }
    guard let end = credit.endInLine else { return nil }
    var start = range.lowerBound
    if start > 0, tokens.marks[start].contains(.sentenceStart) { start -= 1 }
    while start > 0, !tokens.marks[start].contains(.sentenceStart),
      end - start <= Self.mostSentence
    { start -= 1 }
    return end - start <= Self.mostSentence ? start..<end : range.lowerBound..<end
  }

  /// "Read also: ..." to the end of the sentence; with three words and a capital behind them, as "Lesen Sie
  /// auch Der Steg bleibt", without a colon, too; where a headline ends otherwise than with a full
  /// stop, of the next.
  private func invitation(at place: Int, _ text: Span<UInt8>) -> Range<Int>? {
    let rest = tokens.hashes[place...]
    guard let phrase = words.invitations.first(where: { rest.starts(with: $0) }),
      beginsClause(place, text)
    else { return nil }
    let first = place + phrase.count
    guard first < tokens.count, !isLineBreak(first, text) else { return nil }
    let hasColon = gap(first, text, has: UInt8(ascii: ":"))
    guard hasColon || phrase.count > 2 && tokens.marks[first].contains(.capitalised) else {
      return nil
    }
    var end = first + 1
    var isHeadline = true
    while end < tokens.count, end - place <= Self.mostInvitation {
      if isLineBreak(end, text) || gap(end, text, has: UInt8(ascii: "]")) { break }
      if tokens.marks[end].contains(.sentenceStart) {
        let isOpen =
          isHeadline
          && (gap(end, text, has: UInt8(ascii: "?")) || gap(end, text, has: UInt8(ascii: "!")))
        if !isOpen { break }
        isHeadline = false
      }
      end += 1
    }
    return end - place <= Self.mostInvitation ? place..<end : nil
  }

  /// "window.x = ...;" to the last semicolon of the line.
  private func script(at place: Int, _ text: Span<UInt8>) -> Range<Int>? {
    let next = place + 1..<min(tokens.count, place + 4)
    guard let first = next.first, gap(first, text, has: UInt8(ascii: ".")),
      next.contains(where: { gap($0, text, has: UInt8(ascii: "=")) })
    else { return nil }
    var end = next.upperBound
    for index in end...min(tokens.count, place + 2 * Self.mostLine) {
      if gap(index, text, has: UInt8(ascii: ";")) { end = index }
      if isLineBreak(index, text) { break }
    }
    return place..<end
  }

  /// The line with the address of a picture of a post, or the address alone.
  private func linkedPost(at place: Int, _ text: Span<UInt8>) -> Range<Int>? {
    guard place + 3 < tokens.count, tokens.hashes[place + 1] == words.twitter,
      gap(place + 1, text, has: UInt8(ascii: "."))
    else { return nil }
    let link = place..<place + 3
    return line(around: link, most: Self.mostPost, text) ?? link
  }

  /// "— Name (@handle) June 3, 2018" and the line that it signs.
  private func post(signedAt place: Int, _ text: Span<UInt8>) -> Range<Int>? {
    guard gap(place, text, has: UInt8(ascii: "@")), gap(place, text, has: UInt8(ascii: "(")) else {
      return nil
    }
    var start = place - 1
    while start > max(0, place - 8), !hasDash(start, text), !isLineBreak(start, text) { start -= 1 }
    guard start >= 0, hasDash(start, text) else { return nil }
    let behind = place + 1..<min(tokens.count, place + 4)
    guard let close = behind.first(where: { gap($0, text, has: UInt8(ascii: ")")) }) else {
      return nil
    }
    let date = close..<min(tokens.count, close + 6)
    let year = date.first {
      tokens.marks[$0].contains(.numeral) && tokens.ends[$0] - tokens.starts[$0] == 4
    }
    guard let year,
      !date.prefix(year - close).contains(where: { $0 > close && isLineBreak($0, text) })
    else { return nil }
    var body = start
    while body > 0, start - body < Self.mostPost {
      body -= 1
      if isLineBreak(body, text) { return body..<year + 1 }
    }
    return start..<year + 1
  }
}

extension Furniture {
  func kind(_ token: Int) -> FurnitureWords.Kind { words.kinds[tokens.hashes[token]] ?? [] }

  /// Whether a byte of ASCII stands in the gap before a token, or behind the last.
  func gap(_ token: Int, _ text: Span<UInt8>, has byte: UInt8) -> Bool {
    let range = gap(token, text)
    return range.contains { text[$0] == byte }
  }

  func gap(_ token: Int, _ text: Span<UInt8>) -> Range<Int> {
    let start = token > 0 ? Int(tokens.ends[token - 1]) : 0
    let end = token < tokens.count ? Int(tokens.starts[token]) : text.count
    if token == 0 { return max(0, end - Self.mostGap)..<end }
    return start..<min(max(start, end), start + Self.mostGap)
  }

  /// Whether a line begins with a token.
  func isLineBreak(_ token: Int, _ text: Span<UInt8>) -> Bool {
    token <= 0 || token >= tokens.count
      || gap(token, text).contains { Layout.isLineEnd(text[$0]) }
  }

  func beginsClause(_ token: Int, _ text: Span<UInt8>) -> Bool {
    !tokens.marks[token].isDisjoint(with: [.sentenceStart, .clauseStart])
      || isLineBreak(token, text)
  }

  /// A dash, or two strokes of a typewriter.
  private func hasDash(_ token: Int, _ text: Span<UInt8>) -> Bool {
    let range = gap(token, text)
    return range.contains { place in
      let next = place + 1 < range.upperBound ? text[place + 1] : 0
      if text[place] == UInt8(ascii: "-") { return next == UInt8(ascii: "-") }
      return text[place] == 0xE2 && next == 0x80
        && (0x93...0x95).contains(place + 2 < range.upperBound ? text[place + 2] : 0)
    }
  }

  /// The whole line about some tokens, if it has no more than so many.
  private func line(around range: Range<Int>, most: Int, _ text: Span<UInt8>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end - start <= most, !isLineBreak(end, text) { end += 1 }
    while end - start <= most, !isLineBreak(start, text) { start -= 1 }
    return end - start <= most ? start..<end : nil
  }
}
