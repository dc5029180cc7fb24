internal import StemmaFormats
internal import StemmaKit

/// Reads documents and prepares them, several at a time; texts do not outlive their preparation.
struct Ingest {
  /// About so many bytes of text are prepared as one piece of work.
  private static let batchBytes = 4 << 20
  let threads: Int

  func run(
    _ reader: DocumentReader, _ log: inout ProblemLog, _ progress: Progress
  ) async -> [PreparedDocument] {
    var prepared: [[PreparedDocument]] = []
    var pool = TextPool()
    await withTaskGroup(of: (Int, [PreparedDocument]).self) { group in
      var running = 0
      var count = 0
      while let batch = nextBatch(reader, &log) {
        let number = prepared.count
        prepared.append([])
        count += batch.count
        progress.read(count)
        if running == threads, let (index, done) = await group.next() {
          prepared[index] = done.map { pool.pooled($0) }
          running -= 1
        }
        group.addTask {
          var preparer = DocumentPreparer()
          return (number, batch.map { preparer.prepare($0) })
        }
        running += 1
      }
      for await (index, done) in group { prepared[index] = done.map { pool.pooled($0) } }
    }
    let all = prepared.flatMap { $0 }
    for document in all where document.tokens.count == 0 {
      log.add(InputProblem(path: document.head.id, reason: "it has no words"))
    }
    return all.filter { $0.tokens.count > 0 }
  }

  private func nextBatch(_ reader: DocumentReader, _ log: inout ProblemLog) -> [Document]? {
    var batch: [Document] = []
    var bytes = 0
    while bytes < Self.batchBytes, let item = reader.next() {
      switch item {
      case .document(let document, _):
        bytes += document.text.count
        batch.append(document)
      case .problem(let problem): log.add(problem)
      }
    }
    return batch.isEmpty ? nil : batch
  }
}
