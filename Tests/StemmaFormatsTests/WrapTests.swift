import Testing

@testable import StemmaFormats

@Suite("The breaking of lines")
struct WrapTests {
  private func wrap(_ first: String, _ next: String, width: Int, colour: Bool = false) -> Wrap {
    Wrap(first: first, next: next, style: TextStyle(hasColour: colour, width: width))
  }

  private static let texts = [
    "The harbour of the old town was closed again on Monday after a storm from the north.",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft tagte",
    "穗见科技周三宣布完成1.86亿元B轮融资，由远桥资本领投，老股东麦浪创投和寿光一家蔬菜合作社跟投。",
    "One https://news.example/a/very/long/address/that/has/no/end/and-goes-on-for-ever.html two",
    "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 end",
    "a", "",
  ]

  @Test("No line is wider than the width", arguments: texts, [40, 41, 57, 80])
  func width(text: String, width: Int) {
    for (first, next) in [
      ("", ""), ("  - ", "    "), ("  a | ", "    | "), ("name       ", "           "),
    ] {
      let lines = wrap(first, next, width: width).lines(Wrap.words(text))
      #expect(lines.allSatisfy { Screen.columns($0) <= width }, "\(lines)")
    }
  }

  @Test("No character is lost, doubled or moved", arguments: texts)
  func content(text: String) {
    let lines = wrap("> ", "> ", width: 40).lines(Wrap.words(text))
    let joined = lines.map { $0.dropFirst(2) }.joined()
    #expect(joined.filter { $0 != " " } == text.filter { $0 != " " })
    #expect(lines.allSatisfy { $0.hasPrefix("> ") })
  }

  @Test("Words are kept whole where they fit, with one space between")
  func words() {
    let text =
      "Words of ordinary length are never cut in two by the end of a line of forty columns."
    let lines = wrap("", "", width: 40).lines(Wrap.words(text))
    #expect(lines.joined(separator: " ") == text)
    // Each line is as full as it can be.
    for (line, next) in zip(lines, lines.dropFirst()) {
      let word = next.prefix { $0 != " " }
      #expect(line.count + 1 + word.count > 40)
    }
  }

  @Test("The first line has a prefix of its own")
  func prefixes() throws {
    let lines = wrap("first: ", "  ", width: 40).lines(Wrap.words(Self.texts[0]))
    try #require(lines.count > 2)
    #expect(lines[0].hasPrefix("first: The"))
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") && !$0.hasPrefix("   ") })
  }

  @Test("Nothing to write is no line")
  func nothing() {
    #expect(wrap("- ", "  ", width: 40).lines([]) == [])
  }

  @Test("What stood together in the text stays together")
  func unspaced() {
    let words = [
      Wrap.Word(text: "(", emphasis: nil, isSpaced: true),
      Wrap.Word(text: "word", emphasis: .changed, isSpaced: false),
      Wrap.Word(text: ")", emphasis: nil, isSpaced: false),
      Wrap.Word(text: "next", emphasis: nil, isSpaced: true),
    ]
    #expect(wrap("", "", width: 40).lines(words) == ["(word) next"])
  }

  @Test("No line ends with a space")
  func trailingSpace() {
    // As a comparison has it where common words end and changed ones begin.
    let words = [
      Wrap.Word(text: String(repeating: "word", count: 4), emphasis: nil, isSpaced: false),
      Wrap.Word(text: String(repeating: "more", count: 4), emphasis: nil, isSpaced: true),
      Wrap.Word(text: "", emphasis: nil, isSpaced: true),
      Wrap.Word(text: "changed", emphasis: .changed, isSpaced: false),
    ]
    let lines = wrap("", "", width: 40).lines(words)
    #expect(lines == ["wordwordwordword moremoremoremore", "changed"])
  }

  @Test("Colour takes no columns")
  func colour() {
    let words = Wrap.words(Self.texts[0], .changed)
    let plain = wrap("", "", width: 40).lines(words)
    let coloured = wrap("", "", width: 40, colour: true).lines(words)
    #expect(coloured.count == plain.count)
    let bare = coloured.map {
      $0.replacing("\u{1B}[33m", with: "").replacing("\u{1B}[0m", with: "")
    }
    #expect(bare == plain)
    #expect(coloured != plain)
  }
}
