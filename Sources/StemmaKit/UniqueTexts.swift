/// Texts that are the same after normalisation, found by their digest and compared in full.
struct UniqueTexts {
  /// One document of each text that has tokens, in order: the earliest by date, else the first.
  private(set) var firsts: [Int] = []
  /// The other documents with the text of one of these.
  private var repeats: [(first: Int, other: Int)] = []

  init(_ documents: [PreparedDocument], _ loader: inout TextLoader) throws {
    var groups: [[Int]] = []
    var byDigest: [UInt64: [Int]] = [:]
    // The text last compared with: a text repeated many times is loaded and cut once.
    var known: (group: Int, hashes: [UInt64]) = (-1, [])
    var hashes: [UInt64] = []
    for (index, document) in documents.enumerated() where document.tokenCount > 0 {
      var same: Int?
      if let candidates = byDigest[document.digest] {
        try loader.hash(document.number, into: &hashes)
        for group in candidates {
          if known.group != group {
            try loader.hash(documents[groups[group][0]].number, into: &known.hashes)
            known.group = group
          }
          if known.hashes == hashes {
            same = group
            break
          }
        }
      }
      if let same {
        groups[same].append(index)
      } else {
        byDigest[document.digest, default: []].append(groups.count)
        groups.append([index])
      }
    }
    for group in groups {
      var first = group[0]
      for other in group.dropFirst() {
        guard let date = documents[other].head.date else { continue }
        let lead = documents[first].head.date.map { date.lead(over: $0) } ?? 1
        if let lead, lead > 0 { first = other }
      }
      firsts.append(first)
      repeats += group.filter { $0 != first }.map { (first, $0) }
    }
    firsts.sort()
  }

  /// The pairs of each repeated text with the first of its kind.
  func duplicates(
    _ documents: [PreparedDocument], _ loader: inout TextLoader
  ) throws -> [ScanPair] {
    let rule = DirectionRule()
    var known: (document: Int, tokens: Tokens) = (-1, Tokens())
    var pairs: [ScanPair] = []
    for (first, other) in repeats {
      if known.document != first {
        known = (first, try loader.tokens(documents[first].number))
      }
      let (a, b) = (min(first, other), max(first, other))
      let whole = Passage(
        a: 0..<known.tokens.count, b: 0..<known.tokens.count, score: 0)
      let others = try loader.tokens(documents[other].number)
      let span =
        a == first
        ? PassageSpan(whole, known.tokens, others) : PassageSpan(whole, others, known.tokens)
      let direction = rule.direction(
        .duplicate, QuoteShift(), dateA: documents[a].head.date, dateB: documents[b].head.date)
      pairs.append(
        ScanPair(
          a: a, b: b,
          finding: PairFinding(
            relation: .duplicate, direction: direction, confidence: 1,
            evidence: Self.evidence(tokens: known.tokens.count)),
          spans: [span]))
    }
    return pairs
  }

  private static func evidence(tokens: Int) -> Evidence {
    var scores = Scores()
    (scores.resemblance, scores.containmentOfA, scores.containmentOfB) = (1, 1, 1)
    (scores.coverage, scores.coverageOfA, scores.coverageOfB) = (1, 1, 1)
    (scores.coverageUnquoted, scores.wordOverlap, scores.rareWords) = (1, 1, 1)
    scores.namesShared = 1
    return Evidence(
      scores: scores, countA: tokens, countB: tokens, unquotedA: 0, unquotedB: 0,
      isIdentical: true, quoteShift: QuoteShift(), passages: [])
  }
}
