/// Which sentences of two texts tell the same, wherever they stand, and which of their words match.
///
/// Two sentences are linked where they share as much, by the rarity of the words, as a rewording
/// must share, and neither has a better partner for one of them. A sentence that was moved, split or
/// joined so keeps its partners. A short one without rare words is linked beside such a pair where
/// all its words but one are the same.
struct SentenceLinks {
  struct Link {
    var a: Int
    var b: Int
    /// Places of equal words in order, as tokens of both texts.
    var matches: [CommonSubsequence.Match]
  }

  let sentencesA: Sentences
  let sentencesB: Sentences
  private(set) var links: [Link] = []
  /// The links of each sentence.
  private(set) var ofA: [[Int]]
  private(set) var ofB: [[Int]]

  /// Of fewer words, all but one the same are too few.
  private static let leastAlike = 3
  /// Words that stand so often in both texts together do not tell which sentence is meant.
  private static let mostPlaces = 32

  /// - Complexity: O(*n* + *m*) for the links; for the matches O(*r* log *m*) a link, for *r* places
  ///   with the same word in two sentences.
  init(_ a: WeighedText, _ b: WeighedText, _ text: (a: [UInt8], b: [UInt8])) {
    sentencesA = Sentences(a.tokens, text.a)
    sentencesB = Sentences(b.tokens, text.b)
    ofA = Array(repeating: [], count: sentencesA.count)
    ofB = Array(repeating: [], count: sentencesB.count)
    let vocabulary = PairVocabulary(a.tokens.hashes, b.tokens.hashes)
    var rarity = [Int32](repeating: 0, count: vocabulary.count)
    for (index, id) in vocabulary.a.enumerated() { rarity[Int(id)] = Int32(a.rarity[index]) }
    for (index, id) in vocabulary.b.enumerated() {
      let known = vocabulary.isShared(Int(id)) ? rarity[Int(id)] : .max
      rarity[Int(id)] = min(known, Int32(b.rarity[index]))
    }
    let likely = candidates(vocabulary, rarity)
    for (i, j) in likely + neighbours(of: likely, vocabulary) {
      let matches = Self.matches(
        vocabulary, rarity, sentencesA.ranges[i], sentencesB.ranges[j])
      ofA[i].append(links.count)
      ofB[j].append(links.count)
      links.append(Link(a: i, b: j, matches: matches))
    }
  }

  /// The pairs of sentences of which at least one is the best for the other.
  private func candidates(_ vocabulary: PairVocabulary, _ rarity: [Int32]) -> [(Int, Int)] {
    let placesA = Self.places(vocabulary.a, vocabulary, sentencesA)
    let placesB = Self.places(vocabulary.b, vocabulary, sentencesB)
    var shared: [UInt64: (weight: Int32, words: Int32)] = [:]
    for id in 0..<vocabulary.count where rarity[id] >= Int32(TermRarity.unit) {
      for i in placesA[id] {
        for j in placesB[id] {
          let key = UInt64(i) << 32 | UInt64(j)
          let known = shared[key] ?? (0, 0)
          shared[key] = (known.weight + rarity[id], known.words + 1)
        }
      }
    }
    let weightsA = sentencesA.weights(vocabulary.a, rarity)
    let weightsB = sentencesB.weights(vocabulary.b, rarity)
    let least = RelationRule().rewriteCoverage
    var found: [(i: Int, j: Int, weight: Int32)] = []
    for (key, sum) in shared where sum.words > 1 {
      let (i, j) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
      if Double(sum.weight) >= least * Double(min(weightsA[i], weightsB[j])) {
        found.append((i, j, sum.weight))
      }
    }
    var bestA: [Int: Int32] = [:]
    var bestB: [Int: Int32] = [:]
    for pair in found {
      bestA[pair.i] = max(bestA[pair.i] ?? 0, pair.weight)
      bestB[pair.j] = max(bestB[pair.j] ?? 0, pair.weight)
    }
    return found.filter { bestA[$0.i] == $0.weight || bestB[$0.j] == $0.weight }
      .map { ($0.i, $0.j) }.sorted { $0 < $1 }
  }

  /// The pairs directly before or behind a pair that have no partners, and differ in one word alone.
  private func neighbours(
    of pairs: [(i: Int, j: Int)], _ vocabulary: PairVocabulary
  ) -> [(Int, Int)] {
    var linkedA = Set(pairs.map(\.i))
    var linkedB = Set(pairs.map(\.j))
    var found: [(Int, Int)] = []
    for (i, j) in pairs {
      for (i, j) in [(i - 1, j - 1), (i + 1, j + 1)]
      where sentencesA.ranges.indices.contains(i) && sentencesB.ranges.indices.contains(j)
        && !linkedA.contains(i) && !linkedB.contains(j)
      {
        let (x, y) = (sentencesA.ranges[i], sentencesB.ranges[j])
        guard x.count == y.count, x.count >= Self.leastAlike,
          zip(vocabulary.a[x], vocabulary.b[y]).count(where: { $0 != $1 }) == 1
        else { continue }
        linkedA.insert(i)
        linkedB.insert(j)
        found.append((i, j))
      }
    }
    return found
  }

  /// The sentences in which each word stands, of words that tell.
  private static func places(
    _ ids: [Int32], _ vocabulary: PairVocabulary, _ sentences: Sentences
  ) -> [[Int]] {
    var places = [[Int]](repeating: [], count: vocabulary.count)
    for (index, id) in ids.enumerated() {
      let id = Int(id)
      guard vocabulary.isShared(id),
        Int(vocabulary.countA[id]) * Int(vocabulary.countB[id]) <= mostPlaces
      else { continue }
      let sentence = sentences.number(ofToken: index)
      if places[id].last != sentence { places[id].append(sentence) }
    }
    return places
  }

  /// The words of two sentences that match in order. A common word that stands alone among words
  /// that differ is no agreement: every sentence has it.
  private static func matches(
    _ vocabulary: PairVocabulary, _ rarity: [Int32], _ a: Range<Int>, _ b: Range<Int>
  ) -> [CommonSubsequence.Match] {
    let local = PairVocabulary(
      vocabulary.a[a].map { UInt64($0) }, vocabulary.b[b].map { UInt64($0) })
    let weights = (0..<Int32(local.count)).map { rarity[Int(local.hash(of: $0))] + 1 }
    let found = CommonSubsequence(local.a, local.b, weights: weights).alignment().map { match in
      CommonSubsequence.Match(
        a: match.a + Int32(a.lowerBound), b: match.b + Int32(b.lowerBound))
    }
    func areNeighbours(_ x: Int, _ y: Int) -> Bool {
      found.indices.contains(x) && found.indices.contains(y)
        && found[y].a - found[x].a == 1 && found[y].b - found[x].b == 1
    }
    return found.indices.filter { index in
      rarity[Int(vocabulary.a[Int(found[index].a)])] >= Int32(TermRarity.unit)
        || areNeighbours(index - 1, index) || areNeighbours(index, index + 1)
    }.map { found[$0] }
  }
}

/// The sentences of a text, as ranges of tokens.
struct Sentences {
  private(set) var ranges: [Range<Int>] = []
  private var numbers: [Int32] = []

  var count: Int { ranges.count }

  /// A full stop behind one or two letters or digits ends no sentence: it belongs to an
  /// abbreviation, an initial or a day of a month.
  init(_ tokens: Tokens, _ text: [UInt8]) {
    var start = 0
    for index in 1..<max(1, tokens.count) where tokens.marks[index].contains(.sentenceStart) {
      let end = Int(tokens.ends[index - 1])
      let isShort = end - Int(tokens.starts[index - 1]) <= 2
      if isShort, text[end] == 0x2E, Int(tokens.starts[index]) - end == 2, text[end + 1] == 0x20 {
        continue
      }
      ranges.append(start..<index)
      start = index
    }
    if tokens.count > start { ranges.append(start..<tokens.count) }
    numbers = ranges.enumerated().flatMap { number, range in
      repeatElement(Int32(truncatingIfNeeded: number), count: range.count)
    }
  }

  func number(ofToken index: Int) -> Int { Int(numbers[index]) }

  /// How much the words of each sentence weigh together.
  func weights(_ ids: [Int32], _ rarity: [Int32]) -> [Int] {
    ranges.map { range in range.reduce(0) { $0 + Int(rarity[Int(ids[$1])]) } }
  }
}
