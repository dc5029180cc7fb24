/// The lines that texts open with, and which of them are furniture of the page that a text was taken
/// from: a menu, a request to sign in, the name of a section.
///
/// Furniture opens texts of several stories, those of one outlet; a headline opens those of one
/// story, or, where a story was cut in two, most texts of both.
package struct OpeningLines: Sendable, Equatable {
  /// Lines of a text that are looked at: a headline stands near the top.
  private static let mostLines = 12
  private static let mostBytes = 4_000
  private static let mostLineBytes = 200
  /// A line of fewer letters, or with a figure for every three letters, is no headline: a section, a
  /// time, a number of comments.
  private static let leastLetters = 8

  /// In so many stories a line is furniture, whoever has it.
  private static let manyStories = 4

  /// Hashes of the lines.
  private(set) var furniture: Set<UInt64> = []

  package init() {}

  /// - Parameters:
  ///   - stories: the members of each.
  ///   - text: that of a member; `nil` where its title is known.
  init(_ stories: [[Int]], text: (Int) throws -> [UInt8]?) rethrows {
    var uses: [UInt64: (stories: Int, members: Int, texts: Int)] = [:]
    for members in stories {
      var texts: [UInt64: Int] = [:]
      for member in members {
        guard let text = try text(member) else { continue }
        for line in Set(Self.lines(text).map { Self.hash(text[$0]) }) {
          texts[line, default: 0] += 1
        }
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
    let line = Self.lines(text).first {
      Self.mayBeHeadline(text[$0]) && !furniture.contains(Self.hash(text[$0]))
    }
    return DocumentHead.firstLine(text, from: line?.lowerBound)
  }

  /// The lines that are not blank, without what is beyond ``mostLineBytes``.
  private static func lines(_ text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var position = Credit(text.span)?.end ?? 0
    let end = min(text.count, position + mostBytes)
    while position < end, lines.count < mostLines {
      while position < end, text[position] <= 0x20 { position += 1 }
      let start = position
      while position < end, text[position] != 0x0A, text[position] != 0x0D { position += 1 }
      if position > start { lines.append(start..<min(position, start + mostLineBytes)) }
    }
    return lines
  }

  private static func hash(_ line: ArraySlice<UInt8>) -> UInt64 {
    line.reduce(0) { ($0 ^ UInt64($1)) &* Shingles.multiplier }
  }

  private static func mayBeHeadline(_ line: ArraySlice<UInt8>) -> Bool {
    var (letters, figures) = (0, 0)
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        letters += (0x61...0x7A).contains(scalar.value | 0x20) ? 1 : 0
        figures += (0x30...0x39).contains(scalar.value) ? 1 : 0
      } else {
        letters += scalar.properties.isAlphabetic ? 1 : 0
        figures += scalar.properties.numericType != nil ? 1 : 0
      }
    }
    return letters >= leastLetters && 3 * figures < letters
  }
}
