import Testing

@testable import StemmaKit

@Suite struct OpeningLinesTests {
  private func lines(_ stories: [[String]]) -> OpeningLines {
    let texts = stories.flatMap { $0 }
    var next = 0
    let members = stories.map { story in
      story.map { _ in
        next += 1
        return next - 1
      }
    }
    return OpeningLines(members) { Array(texts[$0].utf8) }
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

  @Test(arguments: [
    ("2 Hours Ago | 04:15\nFerry hits the pier", "Ferry hits the pier"),
    ("News\nFerry hits the pier", "Ferry hits the pier"),
    ("Sport\n12:30", "Sport"),
    ("date 2024-09-19 (MENAFN)\n\nFerry hits the pier", "Ferry hits the pier"),
    ("フェリーが桟橋に衝突、乗客は無事", "フェリーが桟橋に衝突、乗客は無事"), ("", ""), (" \n\t\n", ""),
  ])
  func `A section, a time or a credit is no headline, unless there is nothing else`(
    text: String, title: String
  ) { #expect(OpeningLines().title(Array(text.utf8)) == title) }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Any bytes can open a text`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let title = OpeningLines().title(random.bytes(count: 700))
    #expect(title.count <= 100 && !title.contains("\n"), "seed \(seed)")
  }
}
