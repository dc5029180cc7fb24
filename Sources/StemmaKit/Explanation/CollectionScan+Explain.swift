extension CollectionScan {
  /// What a scan has in hand beside its result.
  struct Judged {
    let unique: UniqueTexts
    let candidates: CandidatePairs
    /// Of all relations but none: as judged by themselves, and after common matter was taken back
    /// and third texts have spoken.
    let own: [ScanPair]
    let all: [ScanPair]
  }

  /// Explains what became of a pair; `nil` where the ids do not name two documents.
  func explanation(
    _ ids: (a: String, b: String), _ result: ScanResult, _ judged: Judged,
    _ weighed: @Sendable () -> WeighedCache
  ) throws -> PairExplanation? {
    let heads = result.documents
    let (named, others) = (heads.named(ids.a), heads.named(ids.b))
    guard named.count == 1, others.count == 1, named != others else { return nil }
    let (one, other) = (named[0], others[0])
    // As a scan has them, by id.
    let (a, b) = (min(one, other), max(one, other))
    var cache = weighed()
    let (textA, textB) = (try cache.text(a), try cache.text(b))
    let provenance = Provenance(heads[a], heads[b])
    var full = PairJudge(passages: passages)
    var finding = full.judge(textA, textB, provenance)
    var spans = finding.evidence.passages.map { PassageSpan($0, textA.tokens, textB.tokens) }
    let known = result.pairs.first { $0.a == a && $0.b == b }
    let own = judged.own.first { $0.a == a && $0.b == b }
    let last = judged.all.first { $0.a == a && $0.b == b }
    var takenBack: TakenBack?
    if let own, own.finding.relation.isDerivation,
      !(last?.finding.relation.isDerivation ?? false),
      let trial = try trial(own, judged, heads, weighed, &full)
    {
      // What is left was judged, and has no passages that stand in the whole texts as they are.
      takenBack = TakenBack(trial, whole: finding)
      finding = trial.rest
      finding.evidence.passages = []
      spans = []
    } else if var reported = known?.finding {
      reported.evidence = finding.evidence
      finding = reported
    }
    var explanation = PairExplanation(finding, spans: spans, provenance)
    let candidacy = try candidacy(a, b, judged)
    var brief = PairJudge(passages: passages, leastRelation: leastRelation)
    let isCompared =
      [.everyPair, .phrases, .words].contains(candidacy.way) && candidacy.firsts == (a, b)
    let stage = isCompared ? brief.judge(textA, textB).evidence.stage : nil
    explanation.scan = ScanTrace(
      a: a, b: b, candidacy: candidacy, stage: stage,
      witnesses: Witness(judged.all).trials(a, b, coverage: finding.evidence.scores.coverage),
      takenBack: takenBack, leastRelation: leastRelation, isReported: known != nil,
      isAside: known.map { Derivation(a: a, b: b, finding: $0.finding).isAside } ?? false,
      isOfOneStory: result.stories.contains { $0.members.contains(a) && $0.members.contains(b) })
    return explanation
  }

  /// What a pair is without common matter, examined to the end; as the scan learned it.
  private func trial(
    _ pair: ScanPair, _ judged: Judged, _ heads: [DocumentHead],
    _ weighed: @Sendable () -> WeighedCache, _ judge: inout PairJudge
  ) throws -> CommonMatterTrial? {
    let learnt = try CommonMatterFilter(
      judged.own, heads: heads, threads: threads, weighed: weighed)
    var texts = TrialTexts(weighed(), without: learnt)
    guard let (a, b) = try texts.texts(pair) else { return nil }
    return learnt.trial(a, b, &judge)
  }

  private func candidacy(_ a: Int, _ b: Int, _ judged: Judged) throws -> Candidacy {
    let firsts = (a: judged.unique.first(a), b: judged.unique.first(b))
    guard firsts.a != firsts.b else { return Candidacy(way: .sameText, firsts: firsts) }
    let places = [firsts.a, firsts.b].compactMap { judged.unique.firsts.firstIndex(of: $0) }
    let isTurned = places[0] > places[1]
    var candidacy = try judged.candidates.candidacy(
      Candidate(a: places.min() ?? 0, b: places.max() ?? 0), firsts: firsts)
    if isTurned {
      candidacy.isSpokenFor = (candidacy.isSpokenFor.b, candidacy.isSpokenFor.a)
    }
    return candidacy
  }
}

extension [DocumentHead] {
  /// The document of an id; where there is none, those whose ids begin so. A report may have cut
  /// the id, with `…` for the rest.
  ///
  /// - Complexity: O(*n*).
  public func named(_ id: String) -> [Int] {
    if let index = firstIndex(where: { $0.id.utf8.elementsEqual(id.utf8) }) { return [index] }
    let beginning = id.hasSuffix("…") ? id.dropLast() : id[...]
    guard !beginning.isEmpty else { return [] }
    return indices.filter { self[$0].id.utf8.starts(with: beginning.utf8) }
  }
}
