internal import StemmaFormats
internal import StemmaKit

/// What a command makes of each document before its text is laid aside; holds scratch space.
protocol Preparing: SendableMetatype {
  associatedtype Prepared: Sendable
  init()
  /// - Parameter number: where the text is laid aside.
  /// - Returns: `nil` where the text has no words.
  mutating func prepared(_ document: Document, number: Int) -> Prepared?
}

extension DocumentPreparer: Preparing {
  mutating func prepared(_ document: Document, number: Int) -> PreparedDocument? {
    let prepared = prepare(document, number: number)
    return prepared.tokenCount > 0 ? prepared : nil
  }
}

extension NearDuplicateSketcher: Preparing {
  mutating func prepared(_ document: Document, number: Int) -> SketchedDocument? {
    sketch(document, number: number)
  }
}

/// Reads documents and prepares them, several at a time; texts are laid aside.
struct Ingest<Preparer: Preparing> {
  /// About so many bytes of text are prepared as one piece of work.
  private static var batchBytes: Int { 1 << 20 }
  let threads: Int
  let spool: TextSpool

  private struct Item: Sendable {
    var document: Document
    var place: String
    var number: Int
  }

  /// What came of one batch: the documents, and where those stand that have no words.
  private struct Batch: Sendable {
    var number: Int
    var documents: [Preparer.Prepared] = []
    var wordless: [String] = []
  }

  /// Hands the documents on in the order in which they are read.
  ///
  /// - Throws: `ScratchError` where the texts cannot be laid aside, and what `keep` throws.
  func run(
    _ reader: DocumentReader, _ log: inout ProblemLog, _ progress: Progress,
    keep: (Preparer.Prepared) throws -> Void
  ) async throws {
    // Done before one that was begun earlier.
    var waiting: [Int: Batch] = [:]
    var kept = 0
    var begun = 0
    var wordless: [String] = []
    func take(_ batch: Batch) throws {
      waiting[batch.number] = batch
      while let next = waiting.removeValue(forKey: kept) {
        for document in next.documents { try keep(document) }
        wordless += next.wordless
        kept += 1
      }
    }
    try await withThrowingTaskGroup(of: Batch.self) { group in
      var running = 0
      var count = 0
      while let items = try nextItems(reader, &log) {
        let number = begun
        begun += 1
        count += items.count
        progress.read(count)
        guard threads > 1 else {
          try take(Self.prepare(items, number))
          continue
        }
        // This thread reads on while the others prepare.
        if running == threads - 1, let done = try await group.next() {
          try take(done)
          running -= 1
        }
        group.addTask { Self.prepare(items, number) }
        running += 1
      }
      for try await done in group { try take(done) }
    }
    for place in wordless { log.add(InputProblem(path: place, reason: "it has no words")) }
  }

  private static func prepare(_ items: [Item], _ number: Int) -> Batch {
    var preparer = Preparer()
    var batch = Batch(number: number)
    for item in items {
      if let prepared = preparer.prepared(item.document, number: item.number) {
        batch.documents.append(prepared)
      } else {
        batch.wordless.append(item.place)
      }
    }
    return batch
  }

  private func nextItems(
    _ reader: DocumentReader, _ log: inout ProblemLog
  ) throws -> [Item]? {
    var items: [Item] = []
    var bytes = 0
    while bytes < Self.batchBytes, let item = reader.next() {
      switch item {
      case .document(let document, let place):
        bytes += document.text.count
        items.append(
          Item(document: document, place: place, number: try spool.add(document.text)))
      case .problem(let problem): log.add(problem)
      }
    }
    return items.isEmpty ? nil : items
  }
}
