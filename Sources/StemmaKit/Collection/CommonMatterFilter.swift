/// Takes back the derivations that rest on common matter alone.
///
/// A passage that five texts or more have may be a notice, or a story that many took over. So it is
/// left out of both texts, and the rest is judged: where that shows no more that the two have a
/// story in common, or where both are of one outlet and only that, the passage is no reuse. A text
/// that has nearly nothing besides is left alone: it is what others took over, or took.
struct CommonMatterFilter {
  /// The share of a text that must stand outside common matter for the rest to be judged.
  private static let leastRest = 0.2
  /// So many runs are listed, those of most texts first.
  private static let mostListed = 100
  private static let mostLookedAt = 10_000

  private let counts: CommonRuns
  private let heads: [DocumentHead]

  /// Learns from the texts that stand in a derivation, near-copies counted once.
  ///
  /// - Returns: `nil` where they are too few for anything to be common.
  init?(
    _ pairs: [ScanPair], heads: [DocumentHead], tokens: (Int) throws -> [UInt64]
  ) rethrows {
    let found = pairs.filter { $0.finding.relation.isDerivation }
    let centres = StoryBuilder.centres(
      heads.count, found.map { Derivation(a: $0.a, b: $0.b, finding: $0.finding) })
    var lengths: [Int: Int] = [:]
    for pair in found {
      if centres[pair.a] == pair.a { lengths[pair.a] = pair.finding.evidence.countA }
      if centres[pair.b] == pair.b { lengths[pair.b] = pair.finding.evidence.countB }
    }
    guard lengths.count >= CommonRuns.leastDocuments else { return nil }
    var counts = CommonRuns(tokens: lengths.values.reduce(0, +))
    for document in lengths.keys.sorted() { counts.add(try tokens(document)) }
    self.counts = counts
    self.heads = heads
  }

  /// What a derivation is without common matter, where that is less; and the longest run of it.
  func judge(
    _ pair: ScanPair, _ a: WeighedText, _ b: WeighedText, _ judge: inout PairJudge
  ) -> (finding: PairFinding, matter: CommonMatter)? {
    let runs = counts.runs(in: a.tokens.hashes)
    guard let longest = longest(runs, of: a, in: b) else { return nil }
    let restA = a.without(runs.map(\.tokens))
    let restB = b.without(counts.runs(in: b.tokens.hashes).map(\.tokens))
    guard Double(restA.tokens.count) >= Self.leastRest * Double(a.tokens.count),
      Double(restB.tokens.count) >= Self.leastRest * Double(b.tokens.count)
    else { return nil }
    let rest = judge.judge(
      restA, restB, dateA: heads[pair.a].date, dateB: heads[pair.b].date)
    if rest.relation.isDerivation { return nil }
    let outlet = heads[pair.a].source
    let isOneOutlet = outlet != nil && outlet == heads[pair.b].source
    guard rest.relation == .none || isOneOutlet else { return nil }
    return (
      rest,
      CommonMatter(
        document: pair.a, range: a.tokens.bytes(of: longest.tokens), documents: longest.documents)
    )
  }

  /// The longest of some runs of a text that the other has, too.
  private func longest(
    _ runs: [CommonRuns.Run], of a: WeighedText, in b: WeighedText
  ) -> CommonRuns.Run? {
    guard !runs.isEmpty else { return nil }
    let length = CommonRuns.shingleLength
    let known = Set(Shingles.hashes(of: b.tokens.hashes, length: length))
    return runs.filter { run in
      let middle = run.tokens.lowerBound + (run.tokens.count - length) / 2
      let words = Array(a.tokens.hashes[middle..<middle + length])
      return known.contains(Shingles.hashes(of: words, length: length)[0])
    }.max { $0.tokens.count < $1.tokens.count }
  }

  /// The runs to list, each once: those of most texts first, of these the longest.
  static func listed(
    _ matter: [CommonMatter], text: (CommonMatter) throws -> [UInt8]
  ) rethrows -> [CommonMatter] {
    var seen: Set<String> = []
    var result: [CommonMatter] = []
    let ordered = matter.sorted {
      ($1.documents, $1.range.count, $0.document, $0.range.lowerBound)
        < ($0.documents, $0.range.count, $1.document, $1.range.lowerBound)
    }
    for var item in ordered.prefix(mostLookedAt) where result.count < mostListed {
      item.show(try text(item))
      if seen.insert(item.text).inserted { result.append(item) }
    }
    return result
  }
}

extension WeighedText {
  /// The text without some of its tokens.
  ///
  /// - Parameter ranges: in order.
  func without(_ ranges: [Range<Int>]) -> WeighedText {
    var rest = self
    rest.tokens.removeAll()
    rest.rarity = []
    rest.topicRarity = []
    var next = 0
    for range in ranges + [tokens.count..<tokens.count] {
      for index in next..<max(next, range.lowerBound) {
        rest.tokens.append(
          hash: tokens.hashes[index], start: Int(tokens.starts[index]),
          end: Int(tokens.ends[index]), marks: tokens.marks[index])
        rest.rarity.append(rarity[index])
        rest.topicRarity.append(topicRarity[index])
      }
      next = range.upperBound
    }
    return rest
  }
}
