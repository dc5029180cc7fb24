import Testing

@testable import StemmaKit

@Suite struct OpeningLinesTests {
  /// - Parameter outlet: that of each text, counted over all stories.
  private func lines(
    _ stories: [[String]], outlet: @escaping (Int) -> String? = { _ in nil }
  ) -> OpeningLines {
    let texts = stories.flatMap { $0 }
    var next = 0
    let members = stories.map { story in
      story.map { _ in
        next += 1
        return next - 1
      }
    }
    return OpeningLines(members, outlet: outlet) { Array(texts[$0].utf8) }
  }

  private let menu = "Enter city and state or zip code"

  @Test func `A line that opens a part of several stories is no title`() {
    let found = lines([
      ["\(menu)\n\nFerry hits the pier\n\nText.", "Ferry hits the pier\nText.", "Ferry\nhits."],
      ["\(menu)\nGrocer closes four shops\nText.", "Four shops close\nText.", "Shops closed"],
    ])
    #expect(found.furniture.count == 1)
    #expect(
      found.title(Array("\(menu)\r\n\r\nFerry hits the pier\n".utf8)) == "Ferry hits the pier")
  }

  @Test func `A headline that two parts of a story have is one`() {
    let copies = ["Ferry hits the pier\nText.", "Ferry hits the pier\nText, too."]
    #expect(lines([copies, copies]).furniture.isEmpty)
  }

  @Test func `A line that opens four stories is furniture, whoever has it`() {
    let found = lines((1...4).map { ["\(menu)\nOne event \($0)", "\(menu)\nTwo events \($0)"] })
    #expect(found.furniture.count == 1)
    #expect(found.title(Array("\(menu)\nFerry hits the pier".utf8)) == "Ferry hits the pier")
  }

  @Test func `A headline that several outlets have in one story is none of the page`() {
    let headline = "Harbour pilots hope to end the strike"
    let story = (0..<8).map { $0 < 3 ? "\(headline)\nText \($0)." : "Pilots strike \($0)\nText." }
    let stories = [story, ["\(headline)\nOther.", "Another matter altogether"]]
    #expect(lines(stories) { "Outlet \($0)" }.furniture.isEmpty)
    // Of one outlet it would be.
    #expect(lines(stories) { _ in "One" }.furniture.count == 1)
    #expect(lines(stories).furniture.count == 1)
  }

  @Test func `A menu that sister papers share is furniture`() {
    let stories = (0..<6).map {
      ["\(menu)\nOne event \($0)", "\(menu)\nTwo events \($0)", "Three \($0)"]
    }
    #expect(lines(stories) { "Paper \($0 % 3)" }.furniture.count == 1)
  }

  @Test func `A headline that other outlets have is taken before what stands above it`() {
    let found = lines([
      [
        "Join the conversation of all\nFerry hits the pier in Hull\nText.",
        "FERRY HITS THE PIER IN HULL | The Echo\nText.", "Ferry hits the pier in Hull\nText",
      ]
    ]) { "Outlet \($0)" }
    func title(_ text: String) -> String { found.title(Array(text.utf8)) }
    #expect(
      title("Join us here today\nFerry hits the pier in Hull") == "Ferry hits the pier in Hull")
    #expect(title("Ferry hits the pier in Hull | The Echo\nText.") == "Ferry hits the pier in Hull")
  }

  @Test func `A line that only two of a large story have is a link, and does not come first`() {
    let link = "Grocer closes four of its shops"
    let story = (0..<30).map { "Ferry hits the pier \($0)" + ($0 < 2 ? "\n\(link)" : "") }
    let found = lines([story]) { "Outlet \($0)" }
    #expect(found.title(Array(story[0].utf8)) == "Ferry hits the pier 0")
  }

  @Test(arguments: [
    ("2 Hours Ago | 04:15\nFerry hits the pier", "Ferry hits the pier"),
    ("News\nFerry hits the pier", "Ferry hits the pier"),
    ("By Jane Roe Washington Post\nFerry hits the pier", "Ferry hits the pier"),
    ("Jane Roe / AP\nFerry hits the pier", "Ferry hits the pier"),
    ("(Jane Roe/Agency via AP)\nFerry hits the pier", "Ferry hits the pier"),
    ("#JoinOurStory\nMUST WATCH\nFerry hits the pier", "Ferry hits the pier"),
    (
      "Posted 3:57 pm, July 15, 2018, by Associated Press\nFerry hits the pier",
      "Ferry hits the pier"
    ),
    (
      "In this July 2017 file photo a ferry lies in port.\nFerry hits the pier",
      "Ferry hits the pier"
    ),
    ("Von Max Muster und Eva von Beispiel\nFähre rammt den Steg", "Fähre rammt den Steg"),
    ("Par Jeanne Roux, Paris\nUn ferry heurte le quai", "Un ferry heurte le quai"),
    ("Por Juan Pérez\nUn ferry choca con el muelle", "Un ferry choca con el muelle"),
    ("Di Mario Rossi e Anna Bianchi\nTraghetto urta il molo", "Traghetto urta il molo"),
    ("Von der Leyen kommt nach Kiel\nText", "Von der Leyen kommt nach Kiel"),
    ("Por fin llega la lluvia\nTexto", "Por fin llega la lluvia"),
    ("A ferry lies in port (Photo: Jane Roe, Agency)\nFerry hits the pier", "Ferry hits the pier"),
    ("Eine Fähre liegt im Hafen. Foto: dpa\nFähre rammt den Steg", "Fähre rammt den Steg"),
    ("Ost/West: Gespräche über Handel\nText", "Ost/West: Gespräche über Handel"),
    ("It began well.\nIt went on.\nAnd then it ended", "It began well."),
    ("Sport\n12:30", "Sport"),
    ("date 2024-09-19 (MENAFN)\n\nFerry hits the pier", "Ferry hits the pier"),
    ("フェリーが桟橋に衝突、乗客は無事", "フェリーが桟橋に衝突、乗客は無事"), ("", ""), (" \n\t\n", ""),
  ])
  func `A section, a time or a credit is no headline, unless there is nothing else`(
    text: String, title: String
  ) { #expect(OpeningLines().title(Array(text.utf8)) == title) }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Where few stories are asked for their texts get the titles that all would give`(
    seed: UInt64
  ) {
    var random = RandomText(seed: seed)
    // Few lines, in several dresses, so that many texts have each.
    let bare = [
      "Ferry hits the pier in Hull", "Grocer closes four shops", menu, "News", "Élan vital",
    ]
    func line() -> String {
      let line = bare[random.number(0...bare.count - 1)]
      switch random.number(0...5) {
      case 0: return line.uppercased()
      case 1: return "“\(line)”"
      case 2: return "– \(line) | The Echo"
      case 3: return "«\u{A0}\(line)»"
      case 4: return "\(line)\r"
      default: return line
      }
    }
    let stories = (0..<12).map { _ in
      (0...random.number(0...4)).map { _ in
        (0...random.number(0...3)).map { _ in line() }.joined(separator: "\n")
      }
    }
    let texts = stories.flatMap { $0 }.map { Array($0.utf8) }
    let outlets = texts.map { _ in random.number(0...3) }
    var next = 0
    let members = stories.map { story in
      defer { next += story.count }
      return Array(next..<next + story.count)
    }
    func outlet(_ text: Int) -> String? { "Outlet \(outlets[text])" }
    func found(_ shown: [Int]?) -> OpeningLines {
      OpeningLines(members, shown: shown, outlet: outlet) { texts[$0] }
    }
    let (all, some) = (found(nil), found([1, 5]))
    for member in members[1] + members[5] {
      #expect(some.title(texts[member]) == all.title(texts[member]), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Any bytes can open a text`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let title = OpeningLines().title(random.bytes(count: 700))
    #expect(title.count <= 100 && !title.contains("\n"), "seed \(seed)")
  }
}
