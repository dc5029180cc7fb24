import Testing

@testable import StemmaFormats

@Suite("A text as a page shows it")
struct PageTextTests {
  @Test("Every byte of a character has the UTF-16 units before it")
  func units() {
    let text = PageText(Array("aé漢👩b".utf8), limit: 100)
    #expect(text.string == "aé漢👩b")
    #expect((0...11).map(text.unit) == [0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 5, 6])
  }

  @Test("What is no text shows as the sign for it, and places behind it stay right")
  func damaged() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE2, 0x82, 0x62, 0x00, 0xC2, 0x85, 0x63]
    let text = PageText(bytes, limit: 100)
    #expect(text.string == "a\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}c")
    for (byte, letter) in [(0, "a"), (4, "b"), (8, "c")] {
      let units = Array(text.string.utf16)
      #expect(units[text.unit(byte)] == Array(letter.utf16)[0])
    }
    #expect(text.unit(bytes.count) == text.string.utf16.count)
  }

  @Test("A long text is cut before a word")
  func cut() {
    let text = PageText(Array("one two three".utf8), limit: 10)
    #expect(text.string == "one two")
    #expect(text.isCut && text.fullCount == 13)
    #expect(text.unit(12) == 7)
    #expect(!PageText(Array("one two three".utf8), limit: 13).isCut)
  }

  @Test("Where no word ends, it is cut before a character", arguments: 1...12)
  func cutCharacter(limit: Int) {
    let text = PageText(Array("漢字漢字".utf8), limit: limit)
    #expect(text.string == String("漢字漢字".prefix(limit / 3)))
  }
}
