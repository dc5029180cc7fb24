import Testing

@testable import StemmaFormats

@Suite("Text on a terminal")
struct ScreenTests {
  @Test(
    "Nothing that a terminal would obey is left",
    arguments: [
      ("plain", "plain"), ("two\nlines", "two\\nlines"), ("back\rward", "back\\rward"),
      ("a\r\nb", "a\\r\\nb"), ("a\tb", "a b"), ("\u{1B}[31mred", "\u{FFFD}[31mred"),
      ("bell\u{7}", "bell\u{FFFD}"), ("\u{7F}", "\u{FFFD}"), ("\u{9B}31m", "\u{FFFD}31m"),
      ("abc\u{202E}fed", "abc\u{FFFD}fed"), ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
      ("Grüße, 你好 😀", "Grüße, 你好 😀"), ("שלום", "\u{2068}שלום\u{2069}"),
      ("a وكالة", "\u{2068}a وكالة\u{2069}"), ("e\u{301}", "e\u{301}"), ("", ""),
    ])
  func printable(text: String, expected: String) {
    // Scalar by scalar: equivalent strings would count as equal.
    #expect(Array(Screen.printable(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("No control character of any kind passes")
  func control() {
    for value in (0..<0x20 as Range<UInt32>).map({ $0 }) + (0x7F..<0xA0).map({ $0 }) {
      let text = Unicode.Scalar(value).map { String(Character($0)) } ?? ""
      #expect(
        Screen.printable(text).unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control
        })
    }
  }

  @Test(
    "Wide characters take two columns, marks and invisible ones none",
    arguments: [
      ("", 0), ("abc", 3), ("Grüße", 5), ("e\u{301}", 1), ("你好", 4), ("한국", 4), ("ﾊﾝ", 2),
      ("Ａ", 2), ("😀", 2), ("🇩🇪", 2), ("👩‍👩‍👧", 2), ("שלום", 4), ("\u{200B}", 0),
      ("“–”", 3), ("…", 1), ("、。", 4),
    ])
  func columns(text: String, columns: Int) {
    #expect(Screen.columns(text) == columns)
  }

  @Test("Vowel signs that stand beside their letter take a column, as terminals have it")
  func indic() {
    #expect(Screen.columns("हिन्दी") == 5)
  }

  @Test(
    "What is too wide is cut, with an ellipsis, and never wider than allowed",
    arguments: [
      "short", "A longer line of words", "你好你好你好你好", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "e\u{301}e\u{301}e\u{301}e\u{301}",
    ])
  func cut(text: String) {
    for limit in 1...30 {
      let cut = Screen.cut(text, columns: limit)
      #expect(Screen.columns(cut) <= limit)
      if Screen.columns(text) <= limit {
        #expect(cut == text)
      } else {
        #expect(cut.hasSuffix("…"))
        #expect(text.hasPrefix(cut.dropLast()))
        // It is cut no shorter than it must be: a wide character may leave one column free.
        #expect(Screen.columns(cut) >= limit - 1)
      }
    }
  }

  @Test("Emphasis is shown in colour only, and ends where it should")
  func emphasis() {
    let colour = TextStyle(hasColour: true, width: 80)
    #expect(colour.emphasised("x", .bold) == "\u{1B}[1mx\u{1B}[0m")
    #expect(TextStyle.plain.emphasised("x", .changed) == "x")
  }

  @Test("A style is never narrower than forty columns", arguments: [(0, 40), (39, 40), (41, 41)])
  func narrow(width: Int, expected: Int) {
    #expect(TextStyle(hasColour: false, width: width).width == expected)
  }
}
