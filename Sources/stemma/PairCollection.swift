internal import StemmaFormats
internal import StemmaKit

/// A collection of which given pairs are compared.
struct PairCollection {
  private struct Member {
    var head: DocumentHead
    var text: WeighedText
  }

  private var members: [Member] = []
  /// Of the pairs in the order of the list, the places of their documents.
  private var pairs: [(a: Int, b: Int)] = []

  /// Reads the documents, then the list of pairs.
  init(_ reader: DocumentReader, list path: String, _ log: inout ProblemLog) {
    var preparer = DocumentPreparer()
    // As in a scan, words that the collection is full of tell little.
    var counts = CollectionCounts()
    var documents: [TokenizedDocument] = []
    // By bytes: Swift takes canonically equivalent strings for the same.
    var places: [[UInt8]: Int] = [:]
    while let item = reader.next() {
      switch item {
      case .problem(let problem): log.add(problem)
      case .document(let document, _):
        let prepared = preparer.tokenize(document)
        places[Array(document.id.utf8)] = documents.count
        documents.append(prepared)
        counts.add(prepared.tokens.hashes)
      }
    }
    var memo = RarityMemo(TermRarity(collection: counts))
    members = documents.map { Member(head: $0.head, text: WeighedText($0.tokens, &memo)) }
    log.add(reader.unreadDates)
    let list = PairList(path: path) { places[Array($0.utf8)] != nil }
    for problem in list.problems { log.add(problem) }
    for row in list.rows {
      guard let a = places[Array(row.a.utf8)], let b = places[Array(row.b.utf8)] else { continue }
      pairs.append((a, b))
    }
  }

  /// Compares the pairs one by one, and writes each at once.
  ///
  /// - Returns: how many pairs have which relation.
  func compare(
    _ judge: inout PairJudge, _ side: Direction.Derivative?, as form: some PairForm,
    _ sink: OutputSink
  ) throws -> [Relation: Int] {
    try sink.write(form.header)
    for index in Set(pairs.flatMap { [$0.a, $0.b] }).sorted() {
      try sink.write(form.document(ReportedDocument(members[index].head, number: index)))
    }
    var counts: [Relation: Int] = [:]
    for pair in pairs {
      let (a, b) = (members[pair.a], members[pair.b])
      let finding = judge.judge(
        a.text, b.text, dateA: a.head.date, dateB: b.head.date, knownSource: side)
      counts[finding.relation, default: 0] += 1
      try sink.write(
        form.pair(
          ReportedPair(
            finding, a: ReportedDocument(a.head, number: pair.a),
            b: ReportedDocument(b.head, number: pair.b),
            spans: finding.evidence.passages.map { PassageSpan($0, a.text.tokens, b.text.tokens) }))
      )
    }
    try sink.write(form.footer)
    return counts
  }
}
