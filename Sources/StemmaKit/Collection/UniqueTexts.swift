/// Texts that are the same after normalisation, found by their digest and compared in full.
struct UniqueTexts {
  /// One document of each text, in order: the earliest by date, else the first.
  private(set) var firsts: [Int] = []
  /// The other documents with the text of one of these.
  private var repeats: [(first: Int, other: Int)] = []

  /// - Parameters:
  ///   - digests: one a document; equal for equal texts.
  ///   - numbers: where their texts stand on the shelf.
  init(
    digests: [UInt64], numbers: [Int], dates: [PublicationDate?], _ loader: inout TextLoader
  ) throws {
    var groups: [[Int32]] = []
    // Only digests that are there twice are worth a comparison.
    let suspects = Self.repeated(digests)
    var byDigest: [UInt64: [Int]] = [:]
    // The text last compared with: a text repeated many times is loaded and cut once.
    var known: (group: Int, hashes: [UInt64]) = (-1, [])
    var hashes: [UInt64] = []
    for (index, digest) in digests.enumerated() {
      guard suspects.contains(digest) else {
        firsts.append(index)
        continue
      }
      var same: Int?
      if let candidates = byDigest[digest] {
        try loader.hash(numbers[index], into: &hashes)
        for group in candidates {
          if known.group != group {
            try loader.hash(numbers[Int(groups[group][0])], into: &known.hashes)
            known.group = group
          }
          if known.hashes == hashes {
            same = group
            break
          }
        }
      }
      if let same {
        groups[same].append(Int32(index))
      } else {
        byDigest[digest, default: []].append(groups.count)
        groups.append([Int32(index)])
      }
    }
    for group in groups {
      var first = Int(group[0])
      for other in group.dropFirst() {
        guard let date = dates[Int(other)] else { continue }
        let lead = dates[first].map { date.lead(over: $0) } ?? 1
        if let lead, lead > 0 { first = Int(other) }
      }
      firsts.append(first)
      repeats += group.filter { $0 != first }.map { (first, Int($0)) }
    }
    firsts.sort()
  }

  /// The document that is compared in the place of one with the same text: mostly itself.
  func first(_ document: Int) -> Int {
    repeats.first { $0.other == document }?.first ?? document
  }

  private static func repeated(_ digests: [UInt64]) -> Set<UInt64> {
    var sorted = digests
    RepeatedKeys.keep(in: &sorted)
    sorted.sort()
    return Set(zip(sorted, sorted.dropFirst()).filter { $0 == $1 }.map(\.0))
  }

  /// The pairs of each repeated text with the first of its kind.
  func duplicates(
    numbers: [Int], heads: [DocumentHead], _ loader: inout TextLoader
  ) throws -> [ScanPair] {
    let rule = DirectionRule()
    var known: (document: Int, tokens: Tokens) = (-1, Tokens())
    var pairs: [ScanPair] = []
    for (first, other) in repeats {
      if known.document != first { known = (first, try loader.tokens(numbers[first])) }
      let (a, b) = (min(first, other), max(first, other))
      let tokens = known.tokens
      let whole = Passage(a: 0..<tokens.count, b: 0..<tokens.count, score: 0)
      let others = try loader.tokens(numbers[other])
      let span =
        a == first ? PassageSpan(whole, tokens, others) : PassageSpan(whole, others, tokens)
      let evidence = Self.evidence(tokens: tokens.count)
      var finding = PairFinding(
        relation: .duplicate, direction: .undecided, confidence: 1, evidence: evidence)
      finding.decide(rule, Provenance(heads[a], heads[b]))
      pairs.append(ScanPair(a: a, b: b, finding: finding, spans: [span]))
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
