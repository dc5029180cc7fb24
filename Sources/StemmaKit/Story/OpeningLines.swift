internal import CKernels

/// The lines that texts open with: which are headlines, and which are furniture of the page that a
/// text was taken from: a menu, a request to sign in, the name of a section.
///
/// Furniture belongs to an outlet, and opens its texts whatever they tell; a headline belongs to a
/// story, and where an agency wrote it several outlets have it.
package struct OpeningLines: Sendable, Equatable {
  /// Lines of a text that are looked at: a headline stands near the top.
  private static let mostLines = 12
  private static let mostBytes = 4_000
  private static let mostLineBytes = 400
  /// Lines that begin with the same so many bytes are taken for one: a headline is shorter.
  private static let mostKeyBytes = 128

  /// In so many stories a line is furniture, whoever has it.
  private static let manyStories = 4

  /// Keys of lines.
  private(set) var furniture: Set<UInt64> = []
  /// How many outlets of one story open with a line, where they are several.
  private var outlets: [UInt64: Int] = [:]

  /// How a line is used.
  private struct Use {
    var stories = 0
    /// Texts of these stories, and those of them that open with the line.
    var members = 0
    var texts = 0
    /// The most outlets of one story; a text of which the outlet is not known has one of its own.
    var outlets = 0
    /// The outlets that are known, of all stories, and in how many stories each of them has it.
    var named: Set<Int> = []
    var namedUses = 0

    /// - Parameter outlets: their numbers, below zero of texts that have none.
    mutating func add(members: Int, texts: Int, outlets: Set<Int>) {
      let named = outlets.filter { $0 >= 0 }
      stories += 1
      self.members += members
      self.texts += texts
      self.outlets = max(self.outlets, outlets.count)
      self.named.formUnion(named)
      namedUses += named.count
    }

    /// Several outlets have it, and a tenth of the texts: of two that have a line in a story of forty
    /// texts one has it from the other, as a link.
    var isHeadline: Bool { outlets >= 2 && 10 * outlets >= members }

    /// Most texts of all its stories open with a headline, or several outlets do, most of them in one
    /// story; what an outlet has in story after story is its furniture.
    var isFurniture: Bool {
      let belongsToStory = named.count >= 2 && 2 * namedUses < 3 * named.count
      return stories >= 2 && !belongsToStory
        && (stories >= OpeningLines.manyStories || 2 * texts < members)
    }
  }

  /// Lines that are asked for.
  private struct Asked {
    var keys: Set<UInt64> = []
    /// How they begin, which is told of a line sooner than its key.
    var starts: Set<UInt64> = []

    mutating func add(_ text: [UInt8]) {
      for line in OpeningLines.lines(text) {
        keys.insert(OpeningLines.key(text[line]))
        starts.insert(OpeningLines.start(text[line]))
      }
    }
  }

  package init() {}

  /// - Parameters:
  ///   - stories: the members of each.
  ///   - shown: the stories whose lines are asked for, by index; `nil` for all.
  ///   - outlet: that of a member, where it is known.
  ///   - text: that of a member; `nil` where its title is known.
  init<Failure: Error>(
    _ stories: [[Int]], shown: [Int]? = nil, threads: Int = 1, outlet: (Int) -> String?,
    text: @Sendable (Int) throws(Failure) -> [UInt8]?
  ) throws(Failure) {
    // How the others use the lines of a few stories is counted, not their own ones.
    var asked: Asked?
    if let shown {
      var lines = Asked()
      for story in shown {
        for member in stories[story] { lines.add(try text(member) ?? []) }
      }
      asked = lines
    }
    let keys = try parallelChunks(stories.count, threads: threads) {
      [asked] (range) throws(Failure) -> [[[UInt64]]] in
      var keys: [[[UInt64]]] = []
      for members in stories[range] {
        var ofStory: [[UInt64]] = []
        for member in members {
          ofStory.append(Self.keys(try text(member) ?? [], among: asked))
        }
        keys.append(ofStory)
      }
      return keys
    }
    var uses: [UInt64: Use] = [:]
    var numbers: [String: Int] = [:]
    for (members, keys) in zip(stories, keys) {
      var lines: [(key: UInt64, outlet: Int)] = []
      for (place, member) in members.enumerated() where !keys[place].isEmpty {
        // Below zero those of texts that have none.
        var number = -1 - place
        if let name = outlet(member) {
          number = numbers[name] ?? numbers.count
          numbers[name] = number
        }
        lines += keys[place].map { ($0, number) }
      }
      lines.sort { $0 < $1 }
      var first = 0
      while first < lines.count {
        let key = lines[first].key
        let same = lines[first...].prefix { $0.key == key }
        uses[key, default: Use()].add(
          members: members.count, texts: same.count, outlets: Set(same.map(\.outlet)))
        first = same.endIndex
      }
    }
    for (line, use) in uses {
      if use.isFurniture { furniture.insert(line) }
      if use.isHeadline, !use.isFurniture { outlets[line] = use.outlets }
    }
  }

  /// What stands for the title of a text that has none, cut to a hundred characters.
  ///
  /// A headline that other outlets have, too, else the first line that looks like one; both rather
  /// above the text than in it. Else the first line that is no furniture.
  package func title(_ text: [UInt8]) -> String { opening(text).title }

  /// The title, and whether it is a headline by its shape.
  func opening(_ text: [UInt8]) -> (title: String, isHeadline: Bool) {
    let captions = Self.captions(text)
    let lines = Self.lines(text)
      .filter { line in
        !furniture.contains(Self.key(text[line]))
          && !captions.contains { $0.contains(line.lowerBound) }
      }
      .map { (place: $0, shape: LineShape(text[$0].prefix(Self.mostLineBytes))) }
      .filter { $0.shape != .furniture }
    // One line of prose may stand above a headline, a caption; with the second the text has begun.
    let top = lines.indices.prefix { index in lines[..<index].count { $0.shape == .prose } < 2 }
    func headlines(_ lines: some Sequence<(place: Range<Int>, shape: LineShape)>) -> [Range<Int>] {
      lines.filter { $0.shape == .headline }.map(\.place)
    }
    let above = headlines(lines[..<top.endIndex])
    let headline = shared(above, text) ?? above.first ?? shared(headlines(lines), text)
    guard let line = headline ?? lines.first?.place else {
      return (DocumentHead.firstLine(text), false)
    }
    return (DocumentHead.firstLine(Array(text[line]), from: 0), headline != nil)
  }

  /// What is the same of a headline wherever it stands, in capitals or not.
  static func key(_ headline: String) -> UInt64 { key(Array(headline.utf8)[...]) }

  /// The first of the lines that most outlets have, or half as many as the most: further down stand
  /// headings within the text.
  private func shared(_ lines: [Range<Int>], _ text: [UInt8]) -> Range<Int>? {
    let shared = lines.compactMap { line in
      LineShape.isNames(text[line]) ? nil : outlets[Self.key(text[line])].map { (line, count: $0) }
    }
    guard let most = shared.map(\.count).max() else { return nil }
    return shared.first { 2 * $0.count >= most }?.0
  }

  /// The lines that are not blank, without what is beyond ``mostBytes``.
  private static func lines(_ text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var position = Credit(text.span)?.end ?? 0
    let end = min(text.count, position + mostBytes)
    while position < end, lines.count < mostLines {
      while position < end, text[position] <= 0x20 { position += 1 }
      let start = position
      position = text.withUnsafeBufferPointer { text in
        let line = text.baseAddress.map { $0 + start }
        let feed = stemma_place_of_byte(0x0A, line, end - start)
        return start + stemma_place_of_byte(0x0D, line, feed)
      }
      if position > start { lines.append(start..<headlineEnd(text[start..<position])) }
    }
    return lines
  }

  /// The bytes of what is marked as furniture near the top, where all of a line is.
  private static func captions(_ text: [UInt8]) -> [Range<Int>] {
    var tokenizer = Tokenizer()
    let start = Credit(text.span)?.end ?? 0
    let top = Array(text.prefix(start + mostBytes))
    let tokens = tokenizer.tokenize(top.span, from: start)
    return lines(text).filter { line in
      let words = tokens.marks.indices.filter { line.contains(Int(tokens.starts[$0])) }
      return !words.isEmpty && words.allSatisfy { tokens.marks[$0].contains(.furniture) }
    }
  }

  /// The keys of the lines of a text, each once; where some are asked for, these alone.
  private static func keys(_ text: [UInt8], among asked: Asked? = nil) -> [UInt64] {
    let lines = lines(text)
    guard let asked else { return Array(Set(lines.map { key(text[$0]) })) }
    let begun = lines.filter { asked.starts.contains(start(text[$0])) }
    return Array(Set(begun.map { key(text[$0]) }.filter { asked.keys.contains($0) }))
  }

  /// The first letters of a line: the same of lines with the same key.
  private static func start(_ line: ArraySlice<UInt8>) -> UInt64 {
    let line = line.prefix(mostKeyBytes)
    var (word, filled) = (UInt64(0), UInt64(0))
    var index = line.startIndex
    while index < line.endIndex, filled < 64 {
      let byte = line[index]
      index += 1
      // What ``key(_:)`` skips.
      if byte == 0xE2, index < line.endIndex, line[index] == 0x80 {
        index += 2
      } else if byte == 0xC2 {
        index += 1
      } else {
        let letter = UInt64(letters[Int(byte)])
        word |= letter << filled
        filled &+= letter == 0 ? 0 : 8
      }
    }
    return word
  }

  /// Where a line ends without the name of the outlet, which titles of pages have behind a bar.
  private static func headlineEnd(_ line: ArraySlice<UInt8>) -> Int {
    let bar = UInt8(ascii: "|")
    // Most lines have none.
    let hasBar = line.withUnsafeBufferPointer { line in
      stemma_place_of_byte(bar, line.baseAddress, line.count) < line.count
    }
    guard hasBar, let bar = line.lastIndex(of: bar) else { return line.endIndex }
    let before = line[..<bar].prefix(mostLineBytes)
    guard LineShape(before) == .headline, !LineShape.isNames(before) else { return line.endIndex }
    return before.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? bar
  }

  /// Letters and figures, without case, blanks and punctuation of ASCII and U+2000 to U+203F: outlets set
  /// headlines each in their own way.
  private static func key(_ line: ArraySlice<UInt8>) -> UInt64 {
    line.prefix(mostKeyBytes).withUnsafeBufferPointer { line in
      let letters = letters.span
      var (hash, word, filled) = (UInt64(0), UInt64(0), UInt64(0))
      var index = 0
      while index < line.count {
        let byte = line[index]
        index += 1
        if byte == 0xE2, index < line.count, line[index] == 0x80 {
          index += 2
          continue
        }
        if byte == 0xC2 {
          index += 1
          continue
        }
        let letter = UInt64(letters[Int(byte)])
        // Where a word ends is hard to guess: no branch.
        word |= letter << filled
        filled &+= letter == 0 ? 0 : 8
        if filled == 64 {
          hash = mixed(hash ^ word)
          (word, filled) = (0, 0)
        }
      }
      return mixed(hash ^ word)
    }
  }

  /// What counts of each byte; 0 of what does not.
  private static let letters: [UInt8] = (0...0xFF).map { (byte: UInt8) in
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: byte | 0x20
    case 0x30...0x39, 0x80...: byte
    default: 0
    }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* Shingles.multiplier
    return product ^ product >> 32
  }
}
