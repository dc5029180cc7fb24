internal import StemmaFormats
internal import StemmaKit

/// A collection of which given pairs are compared.
struct PairCollection {
  private let documents: WeighedCollection
  /// Of the pairs in the order of the list, the places of their documents.
  private var pairs: [(a: Int, b: Int)] = []
  /// Whether each pair is to be told all of.
  var isExplaining = false

  /// Reads the documents, then the list of pairs.
  init(
    _ reader: DocumentReader, list path: String, _ log: inout ProblemLog, _ progress: Progress
  ) {
    documents = WeighedCollection(reader, &log, progress)
    let list = PairList(path: path) { [documents] in documents.place(of: $0) != nil }
    for problem in list.problems { log.add(problem) }
    for row in list.rows {
      guard let a = documents.place(of: row.a), let b = documents.place(of: row.b) else { continue }
      pairs.append((a, b))
    }
  }

  var pairCount: Int { pairs.count }

  /// Compares the pairs one by one, and writes each at once.
  ///
  /// - Parameter tellsChanges: whether the form shows what changed in meaning.
  /// - Returns: how many pairs have which relation.
  func compare(
    _ judge: inout PairJudge, _ side: Direction.Derivative?, as form: some PairForm,
    _ sink: OutputSink, _ progress: Progress, tellsChanges: Bool = false
  ) throws -> [Relation: Int] {
    try sink.write(form.header)
    for index in Set(pairs.flatMap { [$0.a, $0.b] }).sorted() {
      try sink.write(form.document(ReportedDocument(documents[index].head, number: index)))
    }
    var counts: [Relation: Int] = [:]
    // What changed between two texts does not depend on the others.
    var alone = WordWeigher()
    for (done, pair) in pairs.enumerated() {
      progress.advance(to: done)
      let (a, b) = (documents[pair.a], documents[pair.b])
      let finding = judge.judge(
        a.text, b.text, Provenance(a.head, b.head, knownSource: side))
      counts[finding.relation, default: 0] += 1
      let spans = finding.evidence.passages.map { PassageSpan($0, a.text.tokens, b.text.tokens) }
      let changes =
        tellsChanges
        ? finding.relation.isDerivation
          ? ChangeFinder().changes(
            ReadText(a.bytes, WeighedText(a.text.tokens, &alone)),
            ReadText(b.bytes, WeighedText(b.text.tokens, &alone)), finding) : [] : nil
      var reported = ReportedPair(
        finding, a: ReportedDocument(a.head, number: pair.a),
        b: ReportedDocument(b.head, number: pair.b), spans: spans,
        changes: changes?.map { ChangeReport($0, a: a.bytes, b: b.bytes) })
      if isExplaining {
        let explanation = PairExplanation(
          finding, spans: spans, Provenance(a.head, b.head, knownSource: side))
        reported.report.explanation = ExplanationReport(explanation, a: a.head, b: b.head)
      }
      try sink.write(form.pair(reported))
    }
    progress.advance(to: pairs.count)
    try sink.write(form.footer)
    return counts
  }
}
