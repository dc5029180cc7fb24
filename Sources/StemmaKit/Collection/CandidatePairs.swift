/// The pairs of a collection that are to be compared, and how they were found.
struct CandidatePairs {
  /// By phrases, then what words add.
  private(set) var all: [Candidate]
  /// Of each, whether several others share all of the phrases by which it was found, which then may be
  /// common matter.
  private(set) var isCrowded: [Bool]
  /// The texts by which words are counted and searched.
  let speakers: [Int]
  private let rows: SketchRows
  private let documents: [Int32]
  /// How many were found by phrases; `nil` where every pair is compared.
  private let byPhrases: Int?
  private let search: (_ documents: [Int32], CandidateSearch.Part) -> CandidateSearch

  /// - Parameter documents: their rows; candidates speak of them by their place in this list.
  init(_ rows: SketchRows, _ documents: [Int32], for scan: CollectionScan) throws {
    (self.rows, self.documents) = (rows, documents)
    search = { documents, part in
      var search = CandidateSearch(rows, documents, part: part)
      search.derivationsOnly = scan.leastRelation > .sameStory
      search.threads = scan.threads
      search.memory = scan.memory.buckets
      return search
    }
    if let every = CandidateSearch.exhaustive(documents: documents.count) {
      (all, byPhrases) = (every, nil)
      isCrowded = every.map { _ in false }
      speakers = try NearCopies.speakers(rows, documents, among: every)
      return
    }
    let found = try search(documents, .phrases).search()
    all = found.map(\.candidate)
    isCrowded = found.map(\.isCrowded)
    byPhrases = all.count
    speakers = try NearCopies.speakers(rows, documents, among: all)
    let known = Set(all)
    let (speakers, rowsOfSpeakers) = (speakers, speakers.map { documents[$0] })
    for found in try search(rowsOfSpeakers, .words).search() {
      let pair = Candidate(a: speakers[found.candidate.a], b: speakers[found.candidate.b])
      guard !known.contains(pair) else { continue }
      all.append(pair)
      isCrowded.append(found.isCrowded)
    }
  }

  /// How a pair came to be among the candidates, or why it is not.
  ///
  /// - Complexity: O(*n* · *k*) for *n* documents of *k* slots.
  func candidacy(_ pair: Candidate, firsts: (a: Int, b: Int)) throws -> Candidacy {
    guard let byPhrases else { return Candidacy(way: .everyPair, firsts: firsts) }
    let place = all.firstIndex(of: pair)
    var candidacy = Candidacy(
      way: place.map { $0 < byPhrases ? .phrases : .words } ?? .none, firsts: firsts)
    let a = try rows.sketch(Int(documents[pair.a]))
    let b = try rows.sketch(Int(documents[pair.b]))
    let phrases = try search(documents, .phrases).shared(pair.a, pair.b)
    candidacy.phrases = Candidacy.Phrases(
      a, b, sum: phrases.weight, isCandidate: candidacy.way == .phrases)
    let speakerA = speakers.firstIndex(of: pair.a)
    let speakerB = speakers.firstIndex(of: pair.b)
    candidacy.isSpokenFor = (speakerA == nil, speakerB == nil)
    if let speakerA, let speakerB {
      let search = search(speakers.map { documents[$0] }, .words)
      let words = try search.shared(speakerA, speakerB)
      candidacy.words = Candidacy.Words(
        a, b, sum: words.weight, counted: words.buckets,
        isDerivationAsked: search.derivationsOnly)
    }
    return candidacy
  }
}
