import Testing

@testable import StemmaKit

/// A text and the words of it that are furniture of the page.
struct FurnishedText: Sendable, CustomTestStringConvertible {
  var text: String
  var furniture: String

  init(_ text: String, _ furniture: String) {
    self.text = text
    self.furniture = furniture
  }

  var testDescription: String { text }
}

private func furniture(_ text: String) -> String { words(of: text) { $0.contains(.furniture) } }

/// A paragraph of a text's own, so long that no line with a caption in it counts as one.
private let long = String(
  repeating: "The harbour board met again on Monday and talked about the pier. ", count: 12)

private let caption =
  "A woman shows a poster as she attends a rally of dockers at the old pier in Hull"

@Suite struct FurnitureTests {
  @Test(arguments: [
    // The line that ends with a credit.
    FurnishedText(
      "It began.\nThe pier in Hull on May 3. (Photo by Jane Roe/AFP)\nIt ended.",
      "The pier in Hull on May 3 Photo by Jane Roe AFP"),
    FurnishedText(
      "It began.\nThe pier. (AP Photo/Jane Roe, file)\nEnd.", "The pier AP Photo Jane Roe file"),
    FurnishedText(
      "It began.\nThe pier. (Jane Roe / Getty Images)\nEnd.", "The pier Jane Roe Getty Images"),
    FurnishedText("Es begann.\nDer Steg in Kiel. Foto: dpa\nEnde.", "Der Steg in Kiel Foto dpa"),
    FurnishedText("Comenzó.\nEl muelle de Vigo. Foto: EFE\nFin.", "El muelle de Vigo Foto EFE"),
    FurnishedText(
      "Il commença.\nLe quai. Crédit photo : Jean Roux\nFin.", "Le quai Crédit photo Jean Roux"),
    FurnishedText("It began.\nJorge Silva / AP\nEnd.", "Jorge Silva AP"),
    FurnishedText("It began.\nThe pier. REUTERS/Jane Roe\nEnd.", "The pier REUTERS Jane Roe"),
    FurnishedText("It began.\nThe pier in Hull. © AFP\nEnd.", "The pier in Hull AFP"),
    // The names of the credit again.
    FurnishedText(
      "It began.\nThe pier. (Jane Roe/Pool Photo via AP, File) Jane Roe AP\nIt ended.",
      "The pier Jane Roe Pool Photo via AP File Jane Roe AP"),
    // A caption in full and in short.
    FurnishedText(
      "Pier\nPier\n\(caption), on Sunday. less\n\(caption) ... more\nIt began.",
      "\(caption) on Sunday less \(caption) more"),
    FurnishedText("It began.\n\(caption)\n\n\(caption)", "\(caption) \(caption)"),
    // Where a page came without its lines, the sentence before it.
    FurnishedText(
      "\(long)\(long)Der Steg in Kiel. Bild: dpa Der Rat tagte wieder.", "Der Steg in Kiel Bild dpa"
    ),
    // Invitations.
    FurnishedText(
      "It began.\nRead more: Pier in Hull closes\nEnd.", "Read more Pier in Hull closes"),
    FurnishedText(
      "Es begann. Lesen Sie auch Der Steg bleibt! Der Rat hat entschieden. Es ging weiter.",
      "Lesen Sie auch Der Steg bleibt Der Rat hat entschieden"),
    FurnishedText("Il commença.\nÀ lire aussi : Le quai ferme\nFin.", "À lire aussi Le quai ferme"),
    // Posts and scripts.
    FurnishedText(
      "She wrote:\nThe pier is closed!\n— Jane Roe (@jane_roe) June 3, 2018\nEnd.",
      "The pier is closed Jane Roe jane roe June 3 2018"),
    FurnishedText(
      "It began.\nSee our pier pic.twitter.com/Ab12\nEnd.", "See our pier pic twitter com Ab12"),
    FurnishedText(
      "It began.\nwindow._q = window._q || []; _q.push({a: 'b'});\nEnd.",
      "window q window q q push a b"),
  ])
  func `Furniture is known by its form`(_ example: FurnishedText) {
    #expect(furniture(example.text) == example.furniture)
  }

  @Test(arguments: [
    "HELSINKI (AP) - The board met on Monday.", "BERLIN (dpa/lhe) - Der Rat tagte am Montag.",
    "Die Fraktion der CDU/CSU tagte am Montag.", "Es ging weiter, sagte er. (dpa/AFP)",
    "Es ergibt sich folgendes Bild: Ein Rentner erhält 2300 Euro im Monat.",
    "She took a photo of the pier, and Reuters printed it.", "The photo: a pier that no one wants.",
    "He credited the photo (see page 3) to his wife.", "Lesen Sie auch den Kommentar dazu.",
    "You can read more about the pier here.", "Auch interessant Die Mehrheit stimmte zu.",
    "Mehr zum Thema sagte der Rat nicht.",
    "He told @jane (and others) in June 2018 that the pier was closed.",
    "The window. It was open = bad.", "(Reporting by Jane Roe; editing by John Doe)",
    "The board met — Jane Roe (chair) on June 3, 2018 — and voted.",
    // A headline twice, and a summary that the text begins with.
    "The pier in Hull\nThe pier in Hull", "\(caption).\n\(caption), and it went on for hours.",
  ])
  func `What only resembles furniture is text`(text: String) {
    #expect(furniture("It began.\n\(text)\nIt ended.") == "")
  }

  @Test func `A long paragraph with a credit behind it keeps its sentences but the last`() {
    #expect(furniture("\(long)\(long)(Photo by Jane Roe/AFP)").split(separator: " ").count < 20)
    #expect(furniture(String(repeating: "word ", count: 200) + "end. Foto: dpa") == "Foto dpa")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `The sieve lets every word through that is looked for`(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let words = FurnitureWords.shared
    let known = words.kinds.keys.sorted()
    let hashes = (0..<500).map { _ in
      Bool.random(using: &generator)
        ? known.randomElement(using: &generator) ?? 0
        : UInt64.random(in: 0 ... .max, using: &generator)
    }
    let sought: FurnitureWords.Kind = [.picture, .agency, .invitation, .script, .link]
    let expected = hashes.indices.filter {
      !(words.kinds[hashes[$0]] ?? []).isDisjoint(with: sought)
    }
    #expect(Furniture.places(hashes, []) == expected, "seed \(seed)")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `Of any pieces the ranges are in order and disjoint`(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let pieces = [
      "Foto", ": ", "dpa", " / ", "(", ")", "\n", ". ", "@", "© ", "— ", "window", "._", " = ", ";",
      "Read more", "pic.twitter.com", "2018", " Jane ", "by ", "Lesen Sie auch ", "!", "é", " AP ",
    ]
    let text = (0..<300).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let found = tokens(text)
    let signs = found.marks.indices.filter { _ in Bool.random(using: &generator) }
    let ranges = Furniture.find(in: found, of: Array(text.utf8).span, signs: signs)
    var end = 0
    for range in ranges {
      #expect(range.lowerBound >= end && !range.isEmpty, "seed \(seed): \(text)")
      end = range.upperBound
    }
    #expect(end <= found.count, "seed \(seed)")
  }

  @Test func `A caption alone is no derivation, the same words without a credit are one`() {
    let caption =
      "Harbour master Ruth Calloway inspects the splintered timber of Hollis pier near Kettering quay, "
      + "flanked by councillor Imran Bashir and diver Agnes Thorne, Tuesday, March 14, 2017."
    func pair(_ end: String) -> Relation {
      let a =
        "The bakery raised its prices again, and its customers complained. \(long)\n\(caption)\(end)"
      let b = """
        A court in Leeds heard how two brothers forged their late uncle's will and sold his orchard.
        \(caption)\(end)
        The trial goes on next week with the testimony of a notary who signed the deed. Both
        deny that they knew of a second will, which a clerk found behind a drawer of the desk that
        their sister had inherited; she had told the police, and a grammar teacher compared the
        two hands at night, under a lamp of the county's museum, until she was sure of it.
        """
      var judge = PairJudge()
      return judge.judge(weighed(a), weighed(b)).relation
    }
    #expect(pair("") >= .excerpt)
    #expect(pair(" (AP Photo/Jane Roe)") < .excerpt)
  }
}
