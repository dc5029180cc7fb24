/// Compares what two texts quote: words altered inside quotation marks, quotations told in the
/// text's own words, and those of which nothing is left.
struct QuotationComparison {
  let a: WeighedText
  let b: WeighedText
  let text: (a: [UInt8], b: [UInt8])
  let opposites: Opposites

  /// Words in more quotations than this do not tell which is meant. Bounds time.
  private static let mostPlaces = 32

  /// - Parameters:
  ///   - isInA: whether tokens of the first text belong to what is compared.
  func changes(
    _ isInA: (Range<Int>) -> Bool, _ isInB: (Range<Int>) -> Bool
  ) -> [Change] {
    let ofA = QuotedSentences.ranges(a.tokens, text.a)
    let ofB = QuotedSentences.ranges(b.tokens, text.b)
    let pairs = pairs(ofA, ofB)
    var changes: [Change] = []
    for pair in pairs { changes += altered(ofA[pair.x], ofB[pair.y], pair.matches) }
    let keptA = Set(pairs.map(\.x))
    let keptB = Set(pairs.map(\.y))
    let wordsA = SentenceWords(a.tokens, opposites.links.sentencesA)
    let wordsB = SentenceWords(b.tokens, opposites.links.sentencesB)
    var lost: [Change] = []
    for (number, quoted) in ofA.enumerated() where !keptA.contains(number) && isInA(quoted) {
      if let change = toldOrLost(a: quoted, wordsB) { lost.append(change) }
    }
    for (number, quoted) in ofB.enumerated() where !keptB.contains(number) && isInB(quoted) {
      if let change = toldOrLost(b: quoted, wordsA) { lost.append(change) }
    }
    return changes + lost
  }

  private struct Pair {
    var x: Int
    var y: Int
    var matches: [CommonSubsequence.Match]
  }

  /// The quotations that are the same but for some words: each with its best partner, of which half
  /// the words of the shorter must match in order.
  private func pairs(_ ofA: [Range<Int>], _ ofB: [Range<Int>]) -> [Pair] {
    let best = partners(ofA, a.tokens, ofB, b.tokens).enumerated().compactMap { x, y in
      y.map { ($0, x) }
    }
    let bestOfB = partners(ofB, b.tokens, ofA, a.tokens).enumerated().compactMap { y, x in
      x.map { (y, $0) }
    }
    let all = Set((best + bestOfB).map { SIMD2($1, $0) })
    return all.sorted { ($0.x, $0.y) < ($1.x, $1.y) }.compactMap { pair in
      let matches = matches(ofA[pair.x], ofB[pair.y])
      guard matches.count * 2 >= min(ofA[pair.x].count, ofB[pair.y].count) else { return nil }
      return Pair(x: pair.x, y: pair.y, matches: matches)
    }
  }

  /// For each of `own`, the one of `others` that has most words in common with it, at least half of
  /// those of the shorter.
  private func partners(
    _ own: [Range<Int>], _ tokens: Tokens, _ others: [Range<Int>], _ otherTokens: Tokens
  ) -> [Int?] {
    var places: [UInt64: [Int]] = [:]
    for (number, range) in others.enumerated() {
      for index in range where places[otherTokens.hashes[index]]?.last != number {
        places[otherTokens.hashes[index], default: []].append(number)
      }
    }
    return own.map { range in
      var shared: [Int: Int] = [:]
      for hash in Set(tokens.hashes[range]) {
        guard let found = places[hash], found.count <= Self.mostPlaces else { continue }
        for number in found { shared[number, default: 0] += 1 }
      }
      return shared.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  private func matches(_ x: Range<Int>, _ y: Range<Int>) -> [CommonSubsequence.Match] {
    let vocabulary = PairVocabulary(Array(a.tokens.hashes[x]), Array(b.tokens.hashes[y]))
    let weights = [Int32](repeating: 1, count: vocabulary.count)
    return CommonSubsequence(vocabulary.a, vocabulary.b, weights: weights).alignment().map {
      CommonSubsequence.Match(a: $0.a + Int32(x.lowerBound), b: $0.b + Int32(y.lowerBound))
    }
  }

  /// The words that differ between the first word that both have and the last. What is cut off at
  /// either end is no alteration.
  private func altered(
    _ x: Range<Int>, _ y: Range<Int>, _ matches: [CommonSubsequence.Match]
  ) -> [Change] {
    let matches = slid(matches)
    var gaps: [(a: Range<Int>, b: Range<Int>)] = []
    for (before, behind) in zip(matches, matches.dropFirst()) {
      let gapA = Int(before.a) + 1..<Int(behind.a)
      let gapB = Int(before.b) + 1..<Int(behind.b)
      if gapA.isEmpty && gapB.isEmpty { continue }
      if let last = gaps.last, gapA.lowerBound - last.a.upperBound <= 1 {
        gaps[gaps.count - 1] = (
          last.a.lowerBound..<gapA.upperBound, last.b.lowerBound..<gapB.upperBound
        )
      } else {
        gaps.append((gapA, gapB))
      }
    }
    let differing = gaps.reduce(0) { $0 + max($1.a.count, $1.b.count) }
    guard differing <= matches.count else { return [] }
    return gaps.compactMap { gap in
      var (first, second) = gap
      if first.isEmpty || second.isEmpty {
        // A word put in or left out is shown between its neighbours.
        first = first.lowerBound - 1..<first.upperBound + 1
        second = second.lowerBound - 1..<second.upperBound + 1
      }
      // Only a blank or a hyphen: raus gehen, herausgehen is more.
      if letters(text.a, a.tokens, gap.a) == letters(text.b, b.tokens, gap.b) { return nil }
      guard !isMarked(text.a, a.tokens, gap.a), !isMarked(text.b, b.tokens, gap.b) else {
        return nil
      }
      return Change(
        kind: .quotation, manner: .changed, a: a.tokens.bytes(of: first),
        b: b.tokens.bytes(of: second), weight: .replaced)
    }
  }

  /// The matches with repeated words at those of their places that leave least between them: where the
  /// words up to a gap come again at its end, or those behind it at its beginning, what only one side
  /// has is cut off and not put in.
  private func slid(_ matches: [CommonSubsequence.Match]) -> [CommonSubsequence.Match] {
    var matches = matches
    func gap(_ index: Int) -> (a: Int32, b: Int32) {
      (matches[index].a - matches[index - 1].a - 1, matches[index].b - matches[index - 1].b - 1)
    }
    func slide(_ moved: Range<Int>, _ by: (a: Int32, b: Int32)) -> Bool {
      guard by.a == 0 || by.b == 0 else { return false }
      let isRepeated = moved.allSatisfy { index in
        let match = matches[index]
        return a.tokens.hashes[Int(match.a)] == a.tokens.hashes[Int(match.a + by.a)]
          && b.tokens.hashes[Int(match.b)] == b.tokens.hashes[Int(match.b + by.b)]
      }
      guard isRepeated else { return false }
      for index in moved {
        matches[index].a += by.a
        matches[index].b += by.b
      }
      return true
    }
    while let first = matches.indices.dropFirst().first(where: { gap($0) != (0, 0) }),
      slide(0..<first, gap(first))
    {}
    while let last = matches.indices.dropFirst().last(where: { gap($0) != (0, 0) }),
      slide(last..<matches.count, (-gap(last).a, -gap(last).b))
    {}
    return matches
  }

  private func letters(_ text: [UInt8], _ tokens: Tokens, _ range: Range<Int>) -> [Character] {
    range.flatMap { WordIndex.letters(text, Int(tokens.starts[$0])..<Int(tokens.ends[$0])) }
  }

  /// Whether the text says that it leaves something out or puts something in: dots, brackets.
  private func isMarked(_ text: [UInt8], _ tokens: Tokens, _ gap: Range<Int>) -> Bool {
    let start = Int(tokens.ends[gap.lowerBound - 1])
    // Tokens of scripts without spaces overlap: then nothing stands between two neighbours.
    let bytes = text[start..<max(start, Int(tokens.starts[gap.upperBound]))]
    return bytes.contains(0x5B) || bytes.contains(0x28)
      || String(decoding: bytes, as: UTF8.self).contains("…")
      || String(decoding: bytes, as: UTF8.self).contains("..")
  }

  private func toldOrLost(a quoted: Range<Int>, _ wordsB: SentenceWords) -> Change? {
    let bytes = a.tokens.bytes(of: quoted)
    let numbers = opposites.links.ofA[opposites.links.sentencesA.number(ofToken: quoted.lowerBound)]
    let retold = numbers.lazy.compactMap { number in
      told(
        a, quoted, b, text.b, opposites.links.links[number].matches.map { (Int($0.a), Int($0.b)) })
    }.first
    if let retold {
      return Change(
        kind: .quotation, manner: .unquoted, a: bytes, b: b.tokens.bytes(of: retold),
        weight: .requoted)
    }
    guard !isHinted(a, quoted, wordsB) else { return nil }
    return Change(
      kind: .quotation, manner: .onlyInA, a: bytes, b: nil,
      weight: numbers.isEmpty ? .withSentence : .withinSentence)
  }

  private func toldOrLost(b quoted: Range<Int>, _ wordsA: SentenceWords) -> Change? {
    let bytes = b.tokens.bytes(of: quoted)
    let numbers = opposites.links.ofB[opposites.links.sentencesB.number(ofToken: quoted.lowerBound)]
    let retold = numbers.lazy.compactMap { number in
      told(
        b, quoted, a, text.a, opposites.links.links[number].matches.map { (Int($0.b), Int($0.a)) })
    }.first
    if let retold {
      return Change(
        kind: .quotation, manner: .quoted, a: a.tokens.bytes(of: retold), b: bytes,
        weight: .requoted)
    }
    guard !isHinted(b, quoted, wordsA) else { return nil }
    return Change(
      kind: .quotation, manner: .onlyInB, a: nil, b: bytes,
      weight: numbers.isEmpty ? .withSentence : .withinSentence)
  }

  /// Whether a sentence of the other text has two of the words that tell something: it may give the
  /// quotation in words of its own, and it is not known to be lost.
  private func isHinted(_ own: WeighedText, _ quoted: Range<Int>, _ other: SentenceWords) -> Bool {
    var shared: [Int32: Int] = [:]
    var seen: Set<UInt64> = []
    for index in quoted where Int(own.rarity[index]) >= TermRarity.unit {
      guard seen.insert(own.tokens.hashes[index]).inserted else { continue }
      for sentence in other.sentences(with: own.tokens.hashes[index]) {
        shared[sentence, default: 0] += 1
        if shared[sentence] == 2 { return true }
      }
    }
    return false
  }

  /// The tokens of the other text that tell a quotation without marks: as much of it, by the rarity
  /// of the words, as a rewording must share.
  private func told(
    _ own: WeighedText, _ quoted: Range<Int>, _ other: WeighedText,
    _ otherText: [UInt8], _ matches: [(Int, Int)]
  ) -> Range<Int>? {
    let inside = matches.filter {
      quoted.contains($0.0) && !other.tokens.marks[$0.1].contains(.quoted)
    }
    guard let first = inside.first?.1, let last = inside.last?.1 else { return nil }
    // A name that the quotation has too is not the quotation.
    let isOneRun = last - first + 1 == inside.count
    if isOneRun, inside.count < min(6, quoted.count) { return nil }
    // Scattered over a paragraph the words are the topic's.
    guard last - first < 2 * quoted.count else { return nil }
    // Marks that stand there but were not read as a quotation unquote nothing.
    if QuotedSentences.hasMark(otherText, other.tokens, before: first)
      || QuotedSentences.hasMark(otherText, other.tokens, before: last + 1)
    {
      return nil
    }
    let weight = inside.reduce(0) { $0 + Int(own.rarity[$1.0]) }
    let whole = quoted.reduce(0) { $0 + Int(own.rarity[$1]) }
    guard Double(weight) >= RelationRule().rewriteCoverage * Double(whole), inside.count > 2 else {
      return nil
    }
    return first..<last + 1
  }
}
