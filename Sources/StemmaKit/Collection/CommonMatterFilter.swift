/// Takes back the derivations that rest on common matter alone.
///
/// A passage that five texts or more have may be a notice, or a story that many took over. So it is
/// left out of both texts, and the rest is judged. Where the pairs that share a passage mostly have
/// nothing else in common, it is no reuse of one text by the other (``CommonMatterVotes``). A text
/// that has nearly nothing besides is left alone: it is what others took over, or took.
struct CommonMatterFilter {
  /// The share of a text that must stand outside common matter for the rest to be judged.
  private static let leastRest = 0.2

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
      heads.count,
      found.map { pair in
        // A short version of a text is a copy of it here, too.
        var link = Derivation(a: pair.a, b: pair.b, finding: pair.finding)
        link.isPartial = false
        return link
      })
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

  /// Whether a text of these tokens has a common run.
  func hasCommonMatter(_ tokens: [UInt64]) -> Bool { !counts.runs(in: tokens).isEmpty }

  /// What a derivation is without common matter, where that is no derivation.
  func trial(
    _ pair: ScanPair, _ a: WeighedText, _ b: WeighedText, _ judge: inout PairJudge
  ) -> CommonMatterTrial? {
    let runs = counts.runs(in: a.tokens.hashes)
    guard let shared = longest(runs, of: a, in: b) else { return nil }
    let restA = a.without(runs.map(\.tokens))
    let restB = b.without(counts.runs(in: b.tokens.hashes).map(\.tokens))
    guard Double(restA.tokens.count) >= Self.leastRest * Double(a.tokens.count),
      Double(restB.tokens.count) >= Self.leastRest * Double(b.tokens.count)
    else { return nil }
    let rest = judge.judge(restA, restB, Provenance(heads[pair.a], heads[pair.b]))
    if rest.relation.isDerivation { return nil }
    let outlet = heads[pair.a].source
    let isOneOutlet = outlet != nil && outlet == heads[pair.b].source
    return CommonMatterTrial(
      rest: rest, isAlone: rest.relation == .none || isOneOutlet,
      matter: CommonMatter(
        document: pair.a, range: a.tokens.bytes(of: shared.core.tokens),
        documents: shared.core.documents),
      words: shared.words, coreWords: shared.coreWords)
  }

  /// The longest of some runs of a text as far as the other has it, too: its core, and samples of
  /// the hashes of all of it and of the core.
  private func longest(
    _ runs: [CommonRuns.Run], of a: WeighedText, in b: WeighedText
  ) -> (core: CommonRuns.Run, words: [UInt64], coreWords: [UInt64])? {
    guard !runs.isEmpty else { return nil }
    let length = CommonRuns.shingleLength
    let known = Set(Shingles.hashes(of: b.tokens.hashes, length: length))
    let shingles = Shingles.hashes(of: a.tokens.hashes, length: length)
    var longest: Range<Int>?
    for run in runs {
      let places = run.tokens.lowerBound...run.tokens.upperBound - length
      guard let first = places.first(where: { known.contains(shingles[$0]) }),
        let last = places.last(where: { known.contains(shingles[$0]) })
      else { continue }
      let tokens = first..<last + length
      if tokens.count > longest?.count ?? 0 { longest = tokens }
    }
    guard let longest else { return nil }
    func sample(_ tokens: Range<Int>) -> [UInt64] {
      let all = Set(shingles[tokens.lowerBound...tokens.upperBound - length])
      return Array(all.sorted().prefix(CommonMatterTrial.mostWords))
    }
    let core = counts.core(of: longest, shingles: shingles)
    return (core, sample(longest), sample(core.tokens))
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
