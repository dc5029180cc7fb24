/// The lines that texts open with, and which of them are furniture of the page that a text was taken
/// from: a menu, a request to sign in, the name of a section.
///
/// Furniture opens texts of several stories, those of one outlet; a headline opens those of one
/// story, or, where a story was cut in two, most texts of both.
package struct OpeningLines: Sendable, Equatable {
  /// Lines of a text that are looked at: a headline stands near the top.
  private static let mostLines = 12
  private static let mostBytes = 4_000
  /// A line of fewer letters, or with a figure for every three letters, is no headline: a section, a
  /// time, a number of comments.
  private static let leastLetters = 8

  /// In so many stories a line is furniture, whoever has it.
  private static let manyStories = 4

  private(set) var furniture: Set<String> = []

  package init() {}

  /// - Parameters:
  ///   - stories: the members of each.
  ///   - text: that of a member; `nil` where its title is known.
  init(_ stories: [[Int]], text: (Int) throws -> [UInt8]?) rethrows {
    var uses: [String: (stories: Int, members: Int, texts: Int)] = [:]
    for members in stories {
      var texts: [String: Int] = [:]
      for member in members {
        guard let text = try text(member) else { continue }
        for line in Set(Self.lines(text)) { texts[line, default: 0] += 1 }
      }
      for (line, count) in texts {
        let use = uses[line] ?? (0, 0, 0)
        uses[line] = (use.stories + 1, use.members + members.count, use.texts + count)
      }
    }
    for (line, use) in uses where use.stories >= 2 {
      if use.stories >= Self.manyStories || 2 * use.texts < use.members { furniture.insert(line) }
    }
  }

  /// What stands for the title of a text that has none: its first line that is no furniture, cut to
  /// a hundred characters.
  package func title(_ text: [UInt8]) -> String {
    let line = Self.lines(text).first { !furniture.contains($0) && Self.mayBeHeadline($0) }
    return DocumentHead.shortened(line ?? DocumentHead.firstLine(text))
  }

  private static func lines(_ text: [UInt8]) -> [String] {
    let start = Credit(text.span)?.end ?? 0
    return text[start...].prefix(mostBytes).split { $0 == 0x0A || $0 == 0x0D }.lazy
      .map { line in
        let words = line.drop { $0 <= 0x20 }
        // Four bytes a character at most; a cut character shows as U+FFFD and is dropped.
        return String(
          String(decoding: words.prefix(500), as: UTF8.self).prefix { $0 != "\u{FFFD}" })
      }
      .filter { !$0.isEmpty }.prefix(mostLines).map { $0 }
  }

  private static func mayBeHeadline(_ line: String) -> Bool {
    let letters = line.count(where: \.isLetter)
    return letters >= leastLetters && 3 * line.count(where: \.isNumber) < letters
  }
}
