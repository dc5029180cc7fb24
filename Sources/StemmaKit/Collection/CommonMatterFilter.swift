/// Takes back the derivations that rest on common matter alone.
///
/// A passage that five texts or more have, or four of one house, may be a notice, or a story that many
/// took over. So it is left out of both texts, and the rest is judged. Where the pairs that share a
/// passage mostly have nothing else in common, it is no reuse of one text by the other
/// (``CommonMatterVotes``). What frames two pages is left out, too (``PageFrame``). A text that has
/// nearly nothing besides is left alone: it is what others took over, or took; unless it is a form of
/// its outlet (``OutletForm``).
struct CommonMatterFilter {
  /// The share of a text that must stand outside common matter for the rest to be judged.
  private static let leastRest = 0.2

  private let counts: CommonRuns
  /// The texts learned from that have no common run.
  private let plain: Set<Int>
  private let heads: [DocumentHead]

  /// Learns from the texts that stand in a derivation, near-copies counted once.
  ///
  /// - Parameter weighed: gets texts, for each thread one.
  init(
    _ pairs: [ScanPair], heads: [DocumentHead], threads: Int,
    weighed: @Sendable () -> WeighedCache
  ) throws {
    let found = pairs.filter { $0.finding.relation.isDerivation }
    let isForm = try Self.areForms(found, heads, weighed())
    let centres = StoryBuilder.centres(
      heads.count,
      zip(found, isForm).filter { !$0.1 }.map { pair, _ in
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
    let sample = CommonRuns.sample(tokens: lengths.values.reduce(0, +))
    let documents = lengths.keys.sorted()
    let portions = try parallelChunks(
      documents.count, threads: threads, scratch: (weighed(), sample, [UInt64]())
    ) { (scratch, range) throws(any Error) in
      let runs = try range.map { text in
        try scratch.0.hash(documents[text], into: &scratch.2)
        return scratch.1.runs(of: scratch.2)
      }
      return [RunPortion(runs, from: range.lowerBound)]
    }
    counts = CommonRuns(
      sample, portions, houses: Self.houses(documents.map { heads[$0] }), threads: threads)
    let common = counts.texts(withCommon: portions, threads: threads)
    plain = Set(documents.indices.filter { !common.contains($0) }.map { documents[$0] })
    self.heads = heads
  }

  /// Which pairs are near-copies of one form, filled in twice. Those of one outlet show which texts are
  /// forms; such a text may have others in another outlet of its house.
  private static func areForms(
    _ pairs: [ScanPair], _ heads: [DocumentHead], _ weighed: WeighedCache
  ) throws -> [Bool] {
    var weighed = weighed
    var forms: Set<Int> = []
    var result = [Bool](repeating: false, count: pairs.count)
    for isOneOutlet in [true, false] {
      for (index, pair) in pairs.enumerated()
      where pair.finding.relation == .copy
        && areOfOneOutlet(pair.a, pair.b, heads) == isOneOutlet
      {
        guard isOneOutlet || forms.contains(pair.a) || forms.contains(pair.b) else { continue }
        result[index] = OutletForm.isFilledIn(
          try weighed.text(pair.a), try weighed.text(pair.b))
        if isOneOutlet, result[index] { forms.formUnion([pair.a, pair.b]) }
      }
    }
    return result
  }

  /// Whether a text is known to have no common run.
  func isPlain(_ document: Int) -> Bool { plain.contains(document) }

  /// The common runs of a text of these tokens, in order.
  func runs(in tokens: [UInt64]) -> [CommonRuns.Run] { counts.runs(in: tokens) }

  /// The frame of both texts of an excerpt.
  func frame(of pair: ScanPair, _ a: WeighedText, _ b: WeighedText) -> PageFrame? {
    PageFrame(
      pair.finding.evidence.passages, a, b,
      isOneOutlet: Self.areOfOneOutlet(pair.a, pair.b, heads))
  }

  /// What a derivation is without common matter, where that is no derivation.
  ///
  /// - Parameter judge: stops where the rest is a derivation.
  func trial(_ a: TrialText, _ b: TrialText, _ judge: inout PairJudge) -> CommonMatterTrial? {
    let isOneOutlet = Self.areOfOneOutlet(a.index, b.index, heads)
    let hasRest = [a, b].allSatisfy { text in
      Double(text.rest.tokens.count) >= Self.leastRest * Double(text.whole.tokens.count)
    }
    guard hasRest || OutletForm.isFilledIn(a.whole, b.whole) else { return nil }
    guard let shared = SharedRun(of: a, in: b) else { return nil }
    let rest = judge.judge(a.rest, b.rest, Provenance(heads[a.index], heads[b.index]))
    if rest.relation.isDerivation { return nil }
    let core = counts.core(of: shared.tokens, shingles: shared.shingles)
    return CommonMatterTrial(
      rest: rest, isAlone: rest.relation == .none || isOneOutlet,
      matter: CommonMatter(
        document: a.index, range: a.whole.tokens.bytes(of: core.tokens),
        documents: max(2, core.documents)),
      words: shared.sample(shared.tokens), coreWords: shared.sample(core.tokens))
  }

  /// The house of each text, by the name of its source.
  private static func houses(_ heads: [DocumentHead]) -> [RunTable.House] {
    var known: [String: RunTable.House] = [:]
    return heads.map { head in
      guard let source = head.source else { return .unknown }
      let house = known[source] ?? RunTable.House(known.count)
      known[source] = house
      return house
    }
  }

  private static func areOfOneOutlet(_ a: Int, _ b: Int, _ heads: [DocumentHead]) -> Bool {
    heads[a].source != nil && heads[a].source == heads[b].source
  }
}

/// The longest of the common runs of a text, as far as another text has it, too.
private struct SharedRun {
  let tokens: Range<Int>
  /// All runs of words of the text.
  let shingles: [UInt64]

  init?(of a: TrialText, in b: TrialText) {
    let length = CommonRuns.shingleLength
    var known = ShingleSet()
    known.fill(Shingles.hashes(of: b.whole.tokens.hashes, length: length))
    let shingles = Shingles.hashes(of: a.whole.tokens.hashes, length: length)
    var longest: Range<Int>?
    for run in a.runs {
      let places = run.tokens.lowerBound...run.tokens.upperBound - length
      guard let first = places.first(where: { known.contains(shingles[$0]) }),
        let last = places.last(where: { known.contains(shingles[$0]) })
      else { continue }
      let tokens = first..<last + length
      if tokens.count > longest?.count ?? 0 { longest = tokens }
    }
    guard let longest else { return nil }
    (tokens, self.shingles) = (longest, shingles)
  }

  /// A sample of the hashes of some of the words: the least, in order.
  func sample(_ tokens: Range<Int>) -> [UInt64] {
    let last = tokens.upperBound - CommonRuns.shingleLength
    var least: [UInt64] = []
    for hash in shingles[tokens.lowerBound...last] {
      if least.count == CommonMatterTrial.mostWords, hash >= least[least.count - 1] { continue }
      let place = least.firstIndex { $0 >= hash } ?? least.count
      if place < least.count, least[place] == hash { continue }
      least.insert(hash, at: place)
      if least.count > CommonMatterTrial.mostWords { least.removeLast() }
    }
    return least
  }
}
