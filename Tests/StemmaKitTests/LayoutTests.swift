import Testing

@testable import StemmaKit

/// The words of a text, each sentence after `|`, each clause within one after `,`.
private func layout(_ text: String) -> String {
  let found = tokens(text)
  let bytes = Array(text.utf8)
  return (0..<found.count).map { index in
    let word = String(
      decoding: bytes[Int(found.starts[index])..<Int(found.ends[index])], as: UTF8.self)
    let marks = found.marks[index]
    return marks.contains(.sentenceStart)
      ? "|\(word)"
      : marks.contains(.clauseStart)
        ? ",\(word)" : word
  }.joined(separator: " ")
}

@Suite struct LayoutTests {
  @Test(arguments: [
    ("He came. She left.", "|He came |She left"),
    ("Who? Me! No… Yes", "|Who |Me |No |Yes"),
    ("“Go.” He went.", "|Go |He went"),
    ("(Go.) He went.", "|Go |He went"),
    ("It rose 3.5 per cent", "|It rose 3 ,5 per cent"),
    ("on example.com today", "|on example ,com today"),
    ("Headline\n\nFirst line\nsecond line", "|Headline |First line |second line"),
    ("One\r\nTwo", "|One |Two"),
    ("One\u{2028}Two\u{2029}Three\u{85}Four", "|One |Two |Three |Four"),
    ("我们回家。然后走了！", "|我们 们回 回家 |然后 后走 走了"),
    ("वह आया। वह गया", "|वह आया |वह गया"),
    ("وہ آیا۔وہ گیا", "|وہ آیا |وہ گیا"),
    ("من؟هو", "|من |هو"),
    ("မြန်။ဘာ", "|မြန် |ဘာ"),
  ])
  func `A sentence begins behind a full stop with a blank, or a line`(
    text: String, expected: String
  ) { #expect(layout(text) == expected) }

  @Test(arguments: [
    ("He came, saw; won: all", "|He came ,saw ,won ,all"),
    ("He (it is said) came", "|He ,it is said ,came"),
    ("He came – late — at last", "|He came ,late ,at last"),
    ("a long-term plan", "|a long ,term plan"),
    ("He said “go home” twice", "|He said ,go home ,twice"),
    ("Er sagte „geh heim“ und ging", "|Er sagte ,geh heim ,und ging"),
    ("东京、大阪，京都", "|东京 ,大阪 ,京都"),
    ("彼は「行く」と", "|彼は ,行く ,と"),
    ("قال، ثم خرج؛ نعم", "|قال ,ثم خرج ,نعم"),
    ("100 % of x + y = z", "|100 of x y z"),
  ])
  func `A clause begins behind other punctuation`(text: String, expected: String) {
    #expect(layout(text) == expected)
  }

  @Test func `A comma behind a full stop takes the sentence back`() {
    #expect(layout("the U.S., he said") == "|the U ,S ,he said")
  }

  @Test func `Marks before the first token count, and it begins a sentence`() {
    #expect(layout(" — “(Go") == "|Go")
    #expect(words(of: "“Go home” now") { $0.contains(.quoted) } == "Go home")
  }

  /// What stands in gaps: alone, with blanks, and side by side.
  private static let gaps = [
    " ", " ", ", ", ". ", ".", "-", "'", "''", "'''", "`", "``", "\"", " \"", "\" ", "\n", "\n\n",
    ".\n", " '", "' ", "” ", " “", "»", "«", "、", "。", "「", "」", " – ", "\u{A0}", "? ", "! ", "% ",
    " (", ") ", "\t", "\r\n", ": ", "; ", "  ", ".. ", "\u{2029}", "  '",
  ]

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `Marks are those of the naive twin`(seed: UInt64) {
    var random = RandomText(seed: seed)
    var text = ""
    for _ in 0..<random.number(0...80) {
      for _ in 0..<random.number(0...2) {
        text += Self.gaps[random.number(0...Self.gaps.count - 1)]
      }
      text += ["a", "B2", "é", "東京タ", "ж"][random.number(0...4)]
    }
    if seed % 2 == 0 { text += Self.gaps[random.number(0...Self.gaps.count - 1)] }
    let bytes = Array(text.utf8)
    var expected = naiveTokens(bytes)
    NaiveLayout.mark(&expected, in: bytes.span, from: 0)
    #expect(tokens(bytes: bytes).marks == expected.marks, "seed \(seed): \(text)")
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `No token begins a sentence and a clause, the first one a sentence`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let bytes = random.bytes(count: 300, from: [.ascii, .separators, .kana, .invalid])
    let found = tokens(bytes: bytes)
    for (index, marks) in found.marks.enumerated() {
      #expect(!marks.isSuperset(of: [.sentenceStart, .clauseStart]), "seed \(seed): \(bytes)")
      if index == 0 { #expect(marks.contains(.sentenceStart), "seed \(seed): \(bytes)") }
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Marks between two tokens do not depend on what stands behind`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let text = random.text(count: 200, from: [.ascii, .separators, .han])
    let whole = tokens(text)
    let longer = tokens(text + "\n\nAnother paragraph, without marks.")
    let breaks: TokenMarks = [.sentenceStart, .clauseStart]
    let expected = whole.marks.map { $0.intersection(breaks) }
    #expect(longer.marks.prefix(whole.count).map { $0.intersection(breaks) } == expected)
  }
}
