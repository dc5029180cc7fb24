/// The date and agency that some archives put before the first sentence of a text, as in
/// ` date 2024-09-19 (MENAFN) Recent reports ...`.
///
/// Such a line is about the text, not part of it: left in, it would be evidence of nothing.
/// Only forms that cannot be prose are read; all else stays text.
public struct Credit: Sendable, Equatable {
  public var date: PublicationDate?
  public var agency: String?
  /// Offset in bytes at which the text proper begins.
  public var end: Int

  /// Reads the credit at the beginning of a text, or `nil` where there is none.
  public init?(_ text: Span<UInt8>) {
    var position = 0
    func blank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    func skipBlanks() {
      while position < text.count, blank(text[position]) { position += 1 }
    }
    func literal(_ word: StaticString) -> Bool {
      guard position + word.utf8CodeUnitCount <= text.count else { return false }
      for offset in 0..<word.utf8CodeUnitCount {
        let expected = word.withUTF8Buffer { $0[offset] }
        if text[position + offset] | 0x20 != expected { return false }
      }
      position += word.utf8CodeUnitCount
      return true
    }

    skipBlanks()
    let labelled = literal("date")
    if labelled {
      while position < text.count, blank(text[position]) || text[position] == 0x3A { position += 1 }
    }
    guard labelled, position + 10 <= text.count else { return nil }
    let day = String(decoding: (position..<position + 10).map { text[$0] }, as: UTF8.self)
    // In figures that are nothing else: "date 6 May 2018" may begin a sentence.
    let isDate = ["-", "."].contains { mark in day.count { String($0) == mark } == 2 }
    guard isDate, let date = PublicationDate(day),
      position + 10 == text.count || blank(text[position + 10])
    else { return nil }
    self.date = date
    position += 10
    end = position
    skipBlanks()
    // An agency: one bracket with a name of up to 40 bytes, no sentence in it.
    guard position < text.count, text[position] == UInt8(ascii: "(") else { return }
    var close = position + 1
    while close < text.count, close - position <= 41, text[close] != UInt8(ascii: ")"),
      text[close] != 0x0A
    { close += 1 }
    guard close < text.count, text[close] == UInt8(ascii: ")"), close > position + 1 else { return }
    agency = String(decoding: (position + 1..<close).map { text[$0] }, as: UTF8.self)
    end = close + 1
  }
}
