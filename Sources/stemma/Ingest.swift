internal import StemmaFormats
internal import StemmaKit

/// Reads documents and prepares them, several at a time; texts do not outlive their preparation.
struct Ingest {
  /// About so many bytes of text are prepared as one piece of work.
  private static let batchBytes = 4 << 20
  let threads: Int

  /// What came of one batch: the documents, and where those stand that have no words.
  private struct Batch: Sendable {
    var number: Int
    var documents: [PreparedDocument] = []
    var wordless: [String] = []
  }

  func run(
    _ reader: DocumentReader, _ log: inout ProblemLog, _ progress: Progress
  ) async -> [PreparedDocument] {
    var batches: [Batch] = []
    var pool = TextPool()
    await withTaskGroup(of: Batch.self) { group in
      var running = 0
      var count = 0
      func keep(_ batch: Batch) {
        batches[batch.number] = batch
        batches[batch.number].documents = batch.documents.map { pool.pooled($0) }
      }
      while let items = nextItems(reader, &log) {
        let number = batches.count
        batches.append(Batch(number: number))
        count += items.count
        progress.read(count)
        if running == threads, let done = await group.next() {
          keep(done)
          running -= 1
        }
        group.addTask { Self.prepare(items, number) }
        running += 1
      }
      for await done in group { keep(done) }
    }
    for place in batches.flatMap(\.wordless) {
      log.add(InputProblem(path: place, reason: "it has no words"))
    }
    return batches.flatMap(\.documents)
  }

  private static func prepare(_ items: [(Document, place: String)], _ number: Int) -> Batch {
    var preparer = DocumentPreparer()
    var batch = Batch(number: number)
    for (document, place) in items {
      let prepared = preparer.prepare(document)
      if prepared.tokens.count > 0 {
        batch.documents.append(prepared)
      } else {
        batch.wordless.append(place)
      }
    }
    return batch
  }

  private func nextItems(
    _ reader: DocumentReader, _ log: inout ProblemLog
  ) -> [(Document, place: String)]? {
    var items: [(Document, place: String)] = []
    var bytes = 0
    while bytes < Self.batchBytes, let item = reader.next() {
      switch item {
      case .document(let document, let place):
        bytes += document.text.count
        items.append((document, place))
      case .problem(let problem): log.add(problem)
      }
    }
    return items.isEmpty ? nil : items
  }
}
