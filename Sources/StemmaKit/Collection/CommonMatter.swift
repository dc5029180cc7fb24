/// A run of words that many documents share which otherwise have nothing to do with each other:
/// notices, menus, forms.
public struct CommonMatter: Sendable, Equatable {
  /// A document that has it, and where: bytes of its text.
  public var document: Int
  public var range: Range<Int>
  /// In how many texts it stands, near-copies counted once; more than 65,535 are not told apart.
  public var documents: Int
  /// Too few texts have it for it to be learned: it is known as what frames two pages.
  public var isFrame: Bool { documents < CommonRuns.leastOfHouse }
  /// The words themselves, of a long run the beginning.
  public var text = ""

  /// Bytes of a run that are shown.
  static let mostShown = 300

  /// Fills in the words from the text of the document.
  mutating func show(_ text: [UInt8]) {
    var end = min(range.upperBound, text.count)
    if end - range.lowerBound > Self.mostShown {
      end = range.lowerBound + Self.mostShown
      // Not within a character.
      while end > range.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    }
    self.text = String(decoding: text[min(range.lowerBound, end)..<end], as: UTF8.self)
  }
}
