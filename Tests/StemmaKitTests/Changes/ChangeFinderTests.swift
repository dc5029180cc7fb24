import Foundation
import Testing

@testable import StemmaKit

/// The changes between two texts as `kind manner: a | b`.
private func changes(_ a: String, _ b: String, _ relation: Relation = .rewrite) -> [String] {
  let found = ChangeFinder().changes(
    ReadText(Array(a.utf8), weighed(a)), ReadText(Array(b.utf8), weighed(b)), relation: relation,
    passages: [])
  func text(_ range: Range<Int>?, _ text: String) -> String {
    range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } ?? "-"
  }
  return found.map { "\($0.kind) \($0.manner): \(text($0.a, a)) | \(text($0.b, b))" }
}

@Suite struct ChangeFinderTests {
  static let source =
    "The shipyard in Kestrelhaven will lay off 312 welders before August, its owner Marta Feldbruck said on Monday. The order for two ferries worth 61.4 million euros had gone to a yard in Gdansk."

  @Test(arguments: [
    ("312", "321", "number changed: 312 | 321"),
    (
      "61.4 million euros", "64.1 million euros",
      "number changed: 61.4 million euros | 64.1 million euros"
    ),
    (
      "61.4 million euros", "61.4 million dollars",
      "number changed: 61.4 million euros | 61.4 million dollars"
    ),
    ("Monday", "Tuesday", "date changed: Monday | Tuesday"),
    ("August", "October", "date changed: August | October"),
    ("Feldbruck", "Oyelaran", "name changed: Marta Feldbruck | Marta Oyelaran"),
    ("Marta Feldbruck", "Marla Feldbruck", "name changed: Marta Feldbruck | Marla Feldbruck"),
    ("two ferries", "three ferries", "number changed: two | three"),
  ])
  func `One thing in the place of another`(_ old: String, _ new: String, _ expected: String) {
    #expect(changes(Self.source, Self.source.replacing(old, with: new)) == [expected])
  }

  @Test(arguments: [
    (
      "We do not replace the bees, we only fly where the bees do not want to fly today",
      "the bees do not want to fly today"
    ),
    (
      "They take our boats in the night and leave us our boats in the night of the storm",
      "They take our boats in the night"
    ),
  ])
  func `What is cut off before or behind a repeated word is no alteration`(
    _ whole: String, _ part: String
  ) {
    let texts = [whole, part].map { Self.source + " “\($0),” she said to the Kestrel Post." }
    #expect(changes(texts[0], texts[1]).isEmpty)
    #expect(changes(texts[1], texts[0]).isEmpty)
  }

  @Test func `A name is known by its first name in a sentence that tells it otherwise`() {
    let told = Self.source + " The yard has nothing to pay them with, Filipa Arouca complained."
    let retold = Self.source + " Who speaks for welders is Filipa Oyelaran."
    #expect(changes(told, retold).first == "name changed: Filipa Arouca | Filipa Oyelaran")
    // A title makes no name another.
    let titled = changes(
      Self.source, Self.source.replacing("its owner Marta", with: "its owner Prof"))
    #expect(!titled.contains { $0.contains("changed") })
  }

  @Test func `A short sentence without rare words is known by its neighbour`() {
    let told = Self.source + " It could be Sunday."
    #expect(
      changes(told, told.replacing("Sunday", with: "Friday")) == ["date changed: Sunday | Friday"])
  }

  @Test(arguments: [
    ("61.4 million euros", "€61,400,000"), ("two ferries", "2 ferries"),
    ("Marta Feldbruck", "Feldbruck"), ("its owner Marta Feldbruck", "owner M. Feldbruck"),
    ("312", "more than 300"),
  ])
  func `The same value written otherwise is no change`(_ old: String, _ new: String) {
    #expect(changes(Self.source, Self.source.replacing(old, with: new)).isEmpty)
  }

  @Test(arguments: [
    ("312 welders", "three hundred and twelve welders"), ("two ferries worth", "ferries worth"),
    ("61.4 million euros", "US$61.4 million"),
  ])
  func `Both ways nothing is missing`(_ old: String, _ new: String) {
    let other = Self.source.replacing(old, with: new)
    let isPlain: (String) -> Bool = { $0.hasPrefix("name") || $0.contains("only") }
    #expect(changes(Self.source, other).filter(isPlain).isEmpty)
    #expect(changes(other, Self.source).filter(isPlain).isEmpty)
  }

  @Test(arguments: [
    ("two thirds of them", "one third of them", "two thirds | one third"),
    ("costs doubled", "costs tripled", "doubled | tripled"),
    ("by 2 percent in May", "by 2 percentage points in May", "2 percent | 2 percentage points"),
    ("was 10 miles long", "was 10 kilometres long", "10 miles | 10 kilometres"),
    ("was -5 degrees there", "was 5 degrees there", "-5 | 5"),
    ("lost 3-1 there", "lost 1-3 there", "3-1 | 1-3"),
  ])
  func `What is no other number but another meaning`(
    _ old: String, _ new: String, _ expected: String
  ) {
    let source = Self.source + " The report on the yard says that it \(old), welders said."
    #expect(
      changes(source, source.replacing(old, with: new)) == ["number changed: \(expected)"])
  }

  @Test(arguments: [
    ("was 10 miles long", "was 16 kilometres long"),
    ("was -5 degrees there", "was 5 degrees below zero there"),
    ("lost 3-1 to Gdansk", "won 1-3 in Gdansk"), ("some 20-30 ships", "from 20 to 30 ships"),
    ("by two thirds of it", "by 67 percent of it"),
  ])
  func `Converted or told otherwise is no change`(_ old: String, _ new: String) {
    let source = Self.source + " The report on the yard says that it \(old), welders said."
    let other = source.replacing(old, with: new)
    #expect(changes(source, other).isEmpty)
    #expect(changes(other, source).isEmpty)
  }

  @Test func `Names that differ within are two, those with another ending one`() {
    func word(_ word: String) -> Name.Word {
      Name.Word(hash: UInt64(word.utf8.count), letters: Array(word), isAcronym: false)
    }
    for (left, right, isSame) in [
      ("austria", "australia", false), ("ukraine", "ukrainian", true),
      ("petrovoj", "petrovski", true),
      ("москва", "московский", true),
      ("portugal", "portuguese", true), ("hisbollah", "hizbullah", true),
    ] {
      #expect(word(left).mayBe(Array(right)) == isSame, "\(left) \(right)")
      #expect(word(right).mayBe(Array(left)) == isSame, "\(left) \(right)")
    }
  }

  @Test func `Nothing is missing opposite a number that was not read`() {
    let vague = Self.source.replacing("312 welders", with: "several hundred welders")
    #expect(changes(Self.source, vague).isEmpty)
    let without = Self.source.replacing("312 welders", with: "many welders")
    #expect(changes(Self.source, without) == ["number onlyInA: 312 | -"])
  }

  @Test func `A day in three numbers is the same in either order, and no other`() {
    let dated = Self.source.replacing("on Monday", with: "on 5 March 2021")
    for (day, isSame) in [("05/03/2021", true), ("3/5/21", true), ("06/03/2021", false)] {
      let other = Self.source.replacing("on Monday", with: "on \(day)")
      #expect(changes(dated, other).isEmpty == isSame, "\(day)")
    }
  }

  @Test func `A headline that rounds adds no number`() {
    let titled = "Ferries worth €61m go to Poland\n\n" + Self.source
    #expect(changes(Self.source, titled, .copy) == ["name onlyInB: - | Poland"])
  }

  @Test func `What is dropped is told once, what is moved not at all`() {
    let sentences = Self.source.components(separatedBy: ". ")
    #expect(changes(Self.source, "\(sentences[1]) \(sentences[0]).").isEmpty)
    let shorter = sentences[0] + "."
    #expect(
      changes(Self.source, shorter, .copy)
        == ["number onlyInA: 61.4 million euros | -", "name onlyInA: Gdansk | -"])
    #expect(
      changes(shorter, Self.source, .copy)
        == ["number onlyInB: - | 61.4 million euros", "name onlyInB: - | Gdansk"])
  }

  @Test(arguments: [
    (
      "de",
      "Das Werk in Bad Ellerau entlässt bis August 312 Schweißer, sagte die Chefin am Montag. Der Auftrag über 6,3 Millionen Euro ging an eine andere Werft.",
      "6,3", "3,6", "number changed: 6,3 Millionen Euro | 3,6 Millionen Euro"
    ),
    (
      "fr",
      "Le chantier de la ville va licencier 1 312 soudeurs avant le mois de juin, a dit la direction lundi. La commande est partie en Pologne.",
      "1 312", "1 231", "number changed: 1 312 | 1 231"
    ),
    (
      "es",
      "El astillero despedirá a 312 soldadores antes del verano, dijo el martes la dirección de la empresa. El pedido se fue a otra ciudad.",
      "martes", "jueves", "date changed: martes | jueves"
    ),
    (
      "it",
      "Il cantiere licenzierà 312 saldatori prima di agosto, ha detto lunedì la direzione del gruppo. La commessa è andata a un altro cantiere.",
      "agosto", "maggio", "date changed: agosto | maggio"
    ),
    (
      "ru",
      "Верфь уволит 312 сварщиков до конца года, сообщила в понедельник дирекция завода. Заказ на два парома ушёл на другую верфь.",
      "312", "213", "number changed: 312 | 213"
    ),
    (
      "ar",
      "قال مدير المصنع إن الشركة ستسرح 312 عاملا قبل نهاية العام بسبب تراجع الطلبات على السفن الجديدة.",
      "312", "213", "number changed: 312 | 213"
    ),
    (
      "ur",
      "کارخانے کے مالک نے کہا ہے کہ 312 مزدوروں کو سال کے آخر تک فارغ کیا جائے گا کیونکہ نئے جہازوں کے آرڈر کم ہیں۔",
      "312", "213", "number changed: 312 | 213"
    ),
    (
      "hi", "कारखाने के मालिक ने कहा है कि 312 मज़दूरों को साल के अंत तक हटाया जाएगा क्योंकि नए जहाज़ों के ऑर्डर कम हैं।", "312", "213",
      "number changed: 312 | 213"
    ),
    ("zh", "造船厂周三宣布将在年底前裁减312名焊工，因为新船订单大幅减少，厂长对此表示遗憾。", "312", "213", "number changed: 312 | 213"),
    ("ja", "造船所は水曜日、新しい船の注文が減ったため年末までに溶接工312人を削減すると発表した。", "水曜日", "金曜日", "date changed: 水曜日 | 金曜日"),
  ])
  func `Changes in other languages`(
    _ language: String, _ source: String, _ old: String, _ new: String, _ expected: String
  ) {
    #expect(changes(source, source.replacing(old, with: new)) == [expected])
    #expect(changes(source, source).isEmpty)
  }

  @Test func `Words altered in a quotation, and a quotation told in other words`() {
    let source =
      "The owner met the crew at noon in the canteen. “We fought for every single job in this yard and we lost the tender by eleven days,” she told the welders. Nobody left the canteen."
    let altered = source.replacing("every single job", with: "each job")
    #expect(changes(source, altered) == ["quotation changed: every single | each"])
    let left = source.replacing("fought for every", with: "fought hard for every")
    #expect(changes(source, left) == ["quotation changed: fought for | fought hard for"])
    let indirect = source.replacing("“We", with: "They had, she told them,").replacing(
      ",” she told the welders", with: ""
    ).replacing(
      "Nobody left", with: "One said: “Nothing new under this roof tonight.” Nobody left")
    #expect(
      changes(source, indirect).contains { $0.hasPrefix("quotation unquoted: We fought for") })
    let shortened = source.replacing(" and we lost the tender by eleven days", with: "")
    #expect(changes(source, shortened).isEmpty)
  }

  @Test func `Of texts that were not made from one another nothing is told`() {
    #expect(changes(Self.source, Self.source.replacing("312", with: "321"), .sameStory).isEmpty)
  }

  @Test func `A text has no changes to itself, and both sides tell the same`() {
    let pairs = Fixtures.pairs.filter { ["copy", "rewrite"].contains($0.relation) }
    for index in stride(from: 0, to: pairs.count, by: Effort.isDebug ? 4 : 1) {
      let pair = pairs[index]
      let (a, b) = (Fixtures.text(pair.a), Fixtures.text(pair.b))
      #expect(changes(a, a, .copy).isEmpty, "\(pair.a)")
      let there = found(a, b)
      #expect(there.map(\.mirrored).sorted(by: isBefore) == found(b, a).sorted(by: isBefore))
      for change in there {
        #expect(change.a.map { $0.upperBound <= a.utf8.count && !$0.isEmpty } ?? true)
        #expect(change.b.map { $0.upperBound <= b.utf8.count && !$0.isEmpty } ?? true)
      }
    }
  }

  private func found(_ a: String, _ b: String) -> [Change] {
    ChangeFinder().changes(
      ReadText(Array(a.utf8), weighed(a)), ReadText(Array(b.utf8), weighed(b)), relation: .rewrite,
      passages: [])
  }

  private func isBefore(_ x: Change, _ y: Change) -> Bool { "\(x)" < "\(y)" }

  @Test(.timeLimit(.minutes(10)))
  func `The list of hostile texts comes, and has an end`() {
    let texts = [
      (0..<Effort.of(15_000)).map { "\($0 * 7 + 1000)" }.joined(separator: " "),
      (0..<Effort.of(15_000)).map { "\($0 * 11 + 1001)." }.joined(separator: " "),
      String(repeating: "Anna sagt 17. ", count: Effort.of(5000)),
      String(repeating: "“Yes we did it ” ", count: Effort.of(5000)),
      (0..<Effort.of(8000)).map { "said Aa\($0)b Cc\($0)d and" }.joined(separator: " "),
    ]
    for (number, a) in texts.enumerated() {
      let b = texts[(number + 1) % texts.count]
      #expect(found(a, b).count <= ChangeFinder.mostChanges)
      #expect(found(a, a).isEmpty)
    }
  }

  @Test func `Random text never traps`() {
    var random = RandomText(seed: 11)
    for _ in 0..<200 {
      let a = random.text(count: 300)
      let b = random.number(0...1) == 0 ? a + random.text(count: 50) : random.text(count: 300)
      for change in found(a, b) {
        #expect((change.a?.upperBound ?? 0) <= a.utf8.count)
        #expect((change.b?.upperBound ?? 0) <= b.utf8.count)
      }
    }
  }
}
