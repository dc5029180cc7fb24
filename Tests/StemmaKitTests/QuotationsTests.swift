import Testing

@testable import StemmaKit

/// A text and the words of it that stand in quotation marks.
struct QuotedText: Sendable, CustomTestStringConvertible {
  var text: String
  var quoted: String

  init(_ text: String, _ quoted: String) {
    self.text = text
    self.quoted = quoted
  }

  var testDescription: String { text }
}

private func quoted(_ text: String) -> String { words(of: text) { $0.contains(.quoted) } }

@Suite struct QuotationsTests {
  @Test(arguments: [
    // English
    QuotedText("He said: “We will go home.” Then he left.", "We will go home"),
    QuotedText("He said: \"We will go home,\" and left.", "We will go home"),
    QuotedText("“Yes,” she said, “but not now,” and left.", "Yes but not now"),
    QuotedText("He said ``we go'' and went.", "we go"),
    QuotedText("He said ''we go'' and went.", "we go"),
    QuotedText("He said `we don't go' and went.", "we don t go"),
    QuotedText("He said ``she told `us' then'' and went.", "she told us then"),
    QuotedText("Er sagte: ,,Wir gehen heim'' und ging.", "Wir gehen heim"),
    QuotedText("Er sagte: >>Wir gehen heim<< und ging.", "Wir gehen heim"),
    QuotedText("Il a dit <<nous partons>>, puis <<oui>>.", "nous partons oui"),
    // German, French with and without blanks, Spanish, Italian
    QuotedText("Er sagte: „Wir gehen heim“ und ging.", "Wir gehen heim"),
    QuotedText("Er sagte: »Wir gehen heim« und ging.", "Wir gehen heim"),
    QuotedText("Er sagte: ‚Wir gehen‘ und ging.", "Wir gehen"),
    QuotedText("Il a dit : «\u{A0}Nous partons\u{A0}» et sortit.", "Nous partons"),
    QuotedText("Il a dit «l’accord tient» et sortit.", "l accord tient"),
    QuotedText("Dijo: «Nos vamos» y salió.", "Nos vamos"),
    QuotedText("Dijo: “Nos vamos”, y salió.", "Nos vamos"),
    QuotedText("Ha detto: «Andiamo via», e uscì.", "Andiamo via"),
    // At the beginning of a paragraph, with a blank behind the mark
    QuotedText("Il partit.\n« Nous partons », dit-il.", "Nous partons"),
    QuotedText("He left.\n`` We go '' he said.", "We go"),
    QuotedText("He said 'we go' and went.", "we go"),
    QuotedText("'We don't go,' he said. 'We stay.'", "We don t go We stay"),
    QuotedText("('We go' is what he said.)", "We go"),
    QuotedText("He called it 'done'.", "done"),
    QuotedText("He left\n\n“ We go ” he said.", "We go"),
    // Swedish, Russian, Polish
    QuotedText("Han sade: ”Vi går hem” och gick.", "Vi går hem"),
    QuotedText("Han sade: »Vi går hem» och gick.", "Vi går hem"),
    QuotedText("Он сказал: «Мы уходим», и ушёл.", "Мы уходим"),
    QuotedText("Powiedział: „Idziemy do domu” i wyszedł.", "Idziemy do domu"),
    // Urdu, Arabic, Chinese, Japanese
    QuotedText("انہوں نے کہا ”ہم جائیں گے“ اور گئے", "ہم جائیں گے"),
    QuotedText("قال «نحن ذاهبون» ثم خرج", "نحن ذاهبون"),
    QuotedText("قال \"نحن ذاهبون\" ثم خرج", "نحن ذاهبون"),
    QuotedText("他说：“我们回家。”然后走了。", "我们 们回 回家"),
    QuotedText("彼は「東京へ行く」と言った。", "東京 京へ へ行 行く"),
    QuotedText("彼は『東京』と言った。", "東京"),
    QuotedText("彼は〝東京〟と言った。", "東京"),
    QuotedText("他说〝东京〞然后走了。", "东京"),
  ])
  func `Words in quotation marks are quoted, all others not`(example: QuotedText) {
    #expect(quoted(example.text) == example.quoted)
  }

  @Test(arguments: [
    QuotedText("He said ‘we don’t go’ and went.", "we don t go"),
    QuotedText("He said ‘it’s the dogs’ fault’ and went.", "it s the dogs"),
    QuotedText("The boys’ hats and the girls’ hats are ’twas rock ’n’ roll.", ""),
    QuotedText("The boys' hats and the girls' hats don't fit.", ""),
    QuotedText("It was the '90s, and rock 'n roll.\n\nThe boys' hats.", ""),
    QuotedText("In the '90s he said \"we go\" to the boys.", "we go"),
    QuotedText("The actress 's friend left the boys ' room.", ""),
    QuotedText("A ` mark and the boys' room.", ""),
    QuotedText("O‘Neill and the Qur‘an stay as they are’ here.", ""),
    QuotedText("Call `run` for the boys' room.", ""),
    QuotedText("One,, two and the boys'' room, 'three.", ""),
    QuotedText("A 6' 2\" man and a 5' 9\" man met.", ""),
  ])
  func `Apostrophes open nothing and close nothing within a word`(example: QuotedText) {
    #expect(quoted(example.text) == example.quoted)
  }

  @Test(arguments: [
    QuotedText(">> We go home.\n>> We stay.\n\n>>And so.\n>>On.", ""),
    QuotedText("cout << one << two; cin >> three; a<<b>>c", ""),
    QuotedText("See <<< there >>> or <<never closed and \"done\".", "done"),
  ])
  func `Angles of mails and programs quote nothing`(example: QuotedText) {
    #expect(quoted(example.text) == example.quoted)
  }

  @Test(arguments: [
    QuotedText("“He told me ‘go home’ twice,” she said.", "He told me go home twice"),
    QuotedText("«Он сказал „уходи“ мне», — сказала она.", "Он сказал уходи мне"),
    QuotedText("彼女は「彼が『行け』と言う」と話す。", "彼が 行け と言 言う"),
    QuotedText("\"He told me 'go home' twice,\" she said.", "He told me go home twice"),
  ])
  func `A quotation within a quotation is part of it`(example: QuotedText) {
    #expect(quoted(example.text) == example.quoted)
  }

  @Test(arguments: [
    QuotedText("She said “we go and left.\n\nThe next day was fine.", ""),
    QuotedText("She said “we go and left.\n\nThe next “day” was fine.", "day"),
    QuotedText("She said \"we go and left.\n\nThe next \"day\" was fine.", "day"),
    QuotedText("She said 'we go.\n\nThe boys' hats were fine.", ""),
    QuotedText("She said we go” and left. Then “he” went.", "he"),
    QuotedText("She said \"we go and left.\n\nThe next day was fine.", ""),
    QuotedText("Nothing opens here » or there.", ""),
  ])
  func `A mark that is never closed quotes nothing`(example: QuotedText) {
    #expect(quoted(example.text) == example.quoted)
  }

  @Test(arguments: [
    QuotedText("“One two.\n\n“Three four,” she said.", "One two Three four"),
    QuotedText("“One two.\n\n“Three.\n\n“Four,” she said.", "One two Three Four"),
    QuotedText("\"One two.\n\n\"Three four,\" she said.", "One two Three four"),
    QuotedText("«Раз два.\n\n«Три», — сказала она.", "Раз два Три"),
    QuotedText("“One two.\n\nThree,” she said, “four” and left.", "four"),
  ])
  func `A quotation goes on where the next paragraph opens it again`(example: QuotedText) {
    #expect(quoted(example.text) == example.quoted)
  }

  @Test(arguments: [
    QuotedText("He said: “We will\ngo home,”\nand left.", "We will go home"),
    QuotedText("He said: \"We will\r\ngo home\"\r\nand left.", "We will go home"),
    QuotedText("He said:\n“We will go home.”\nThen he left.", "We will go home"),
  ])
  func `A line that is wrapped within a quotation does not end it`(example: QuotedText) {
    #expect(quoted(example.text) == example.quoted)
  }

  @Test(arguments: [
    QuotedText("He said: “We will go.\nWe won’t stay,” and left.", "We will go We won t stay"),
    QuotedText("\"We will go.\nWe stay.\nWe eat , \" he said .", "We will go We stay We eat"),
    QuotedText("He said “we go.\nHe left “now” and then.", "now"),
    QuotedText("He said 'we go.\nHe left the boys' room.", ""),
  ])
  func `Speech of several lines ends with the mark that can only close it`(example: QuotedText) {
    #expect(quoted(example.text) == example.quoted)
  }

  @Test(arguments: [
    QuotedText("He said: “We will go home.”", "We will go home"),
    QuotedText("He said: \"We will go home.\"\n", "We will go home"),
    QuotedText("彼は「東京」", "東京"),
  ])
  func `A quotation that ends the text is one`(example: QuotedText) {
    #expect(quoted(example.text) == example.quoted)
  }

  @Test func `A quotation within a quotation may have the same guillemets`() {
    let text = "Il dit « nous « tous » partons » et sortit. Puis « oui » et non."
    #expect(quoted(text) == "nous tous partons oui")
  }

  @Test func `Two apostrophes with a blank between are no double mark`() {
    #expect(quoted("“The dogs' 'last hope' failed,” he said.") == "The dogs last hope failed")
  }

  @Test func `A paragraph separator ends a paragraph`() {
    #expect(quoted("She “went\u{2029}\u{2029}and came” back.") == "")
  }
}
