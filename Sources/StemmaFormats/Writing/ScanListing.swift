public import StemmaKit

/// The pairs of a scan in one of the forms in which pairs come one after the other.
public struct ScanListing: Sendable {
  private let result: ScanResult
  private let threads: Int
  private let stories: StoryIndex

  public init(_ result: ScanResult, threads: Int = 1) {
    self.result = result
    self.threads = threads
    stories = StoryIndex(result)
  }

  /// Hands on the pairs, and before them the documents of which they are.
  public func write(as form: some PairForm, _ body: ([UInt8]) throws -> Void) throws {
    try body(form.header)
    var isPaired = [Bool](repeating: false, count: result.documents.count)
    for pair in result.pairs {
      isPaired[pair.a] = true
      isPaired[pair.b] = true
    }
    let documents = result.documents.indices.filter { isPaired[$0] }
    try writeInOrder(documents, threads: threads, body) { index, _ in
      form.document(document(index))
    }
    try writePairs(as: form, body)
    try body(form.footer)
  }

  private func writePairs(as form: some PairForm, _ body: ([UInt8]) throws -> Void) throws {
    try writeInOrder(result.pairs, threads: threads, body) { pair, _ in
      try form.pair(
        ReportedPair(
          pair.finding, a: document(pair.a), b: document(pair.b), spans: pair.spans,
          branch: stories.branch(pair.a, pair.b)
        ) { result.documents[$0].id })
    }
  }

  private func document(_ index: Int) -> ReportedDocument {
    ReportedDocument(result.documents[index], number: index, story: stories.number(of: index))
  }

  /// Hands on all of the scan as JSON Lines: a line a pair, a story and a document that was left out,
  /// and at the end one that counts them, by which a reader knows that it has them all.
  public func writeLines(
    problems: [InputProblem], _ body: ([UInt8]) throws -> Void
  ) throws {
    try writePairs(as: ScanLines(), body)
    try writeInOrder(Array(stories.order.enumerated()), threads: threads, body) { story, _ in
      try ScanLines.StoryLine(
        number: story.offset + 1, story: StoryReport(result.stories[story.element], result)
      ).line()
    }
    let skipped = problems.filter(\.isLeftOut)
    try writeInOrder(skipped, threads: threads, body) { problem, _ in
      try JSONReport.line(ScanLines.SkippedLine(path: problem.path, reason: problem.reason))
    }
    try body(
      JSONReport.line(
        ScanLines.SummaryLine(
          documents: result.documents.count, pairs: result.pairs.count, skipped: skipped.count,
          stories: result.stories.count)))
  }
}
