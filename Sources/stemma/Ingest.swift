internal import StemmaFormats
internal import StemmaKit

/// What a command makes of each document before its text is laid aside; holds scratch space.
protocol Preparing: SendableMetatype {
  associatedtype Prepared: Numbered
  init()
  /// - Returns: `nil` where the text has no words.
  mutating func prepared(_ document: Document) -> Prepared?
}

/// Something made from a text that is laid aside under a number.
protocol Numbered: Sendable {
  var number: Int { get set }
}

extension PreparedDocument: Numbered {}
extension SketchedDocument: Numbered {}

extension DocumentPreparer: Preparing {
  mutating func prepared(_ document: Document) -> PreparedDocument? {
    let prepared = prepare(document, number: 0)
    return prepared.tokenCount > 0 ? prepared : nil
  }
}

extension NearDuplicateSketcher: Preparing {
  mutating func prepared(_ document: Document) -> SketchedDocument? {
    sketch(document, number: 0)
  }
}

/// Reads documents and prepares them, several at a time; texts are laid aside.
///
/// One thread reads and lays aside, the others parse and prepare; what comes of it is the same.
struct Ingest<Preparer: Preparing> {
  /// About so many bytes are prepared as one piece of work.
  private static var batchBytes: Int { 1 << 20 }
  /// So many batches may wait for one that was begun before them.
  private static var mostWaiting: Int { 32 }
  let threads: Int
  let spool: TextSpool

  /// What came of one batch.
  private struct Batch: Sendable {
    enum Item: Sendable {
      case document(Document, place: String, Preparer.Prepared?)
      case problem(InputProblem)
    }

    var number: Int
    var items: [Item] = []
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
    var taken = 0
    var begun = 0
    var count = 0
    var wordless: [String] = []
    func take(_ batch: Batch) throws {
      waiting[batch.number] = batch
      while let next = waiting.removeValue(forKey: taken) {
        for item in next.items {
          if let place = try self.take(item, reader, &log, keep) { wordless.append(place) }
        }
        taken += 1
        count += next.items.count
        progress.advance(to: count, share: reader.shareRead)
      }
    }
    progress.begin(.reading)
    guard threads > 1 else { return try runAlone(reader, &log, progress, keep: keep) }
    try await withThrowingTaskGroup(of: Batch.self) { group in
      var running = 0
      while let portions = portions(reader) {
        let number = begun
        begun += 1
        while running == threads || waiting.count > Self.mostWaiting,
          let done = try await group.next()
        {
          running -= 1
          try take(done)
        }
        group.addTask { Self.prepare(portions, number) }
        running += 1
      }
      for try await done in group { try take(done) }
    }
    for place in wordless { log.add(InputProblem(path: place, reason: "it has no words")) }
  }

  /// The same on one thread: a text is prepared and laid aside while it is in the caches.
  private func runAlone(
    _ reader: DocumentReader, _ log: inout ProblemLog, _ progress: Progress,
    keep: (Preparer.Prepared) throws -> Void
  ) throws {
    var preparer = Preparer()
    var count = 0
    var wordless: [String] = []
    while let item = reader.next() {
      switch item {
      case .problem(let problem): log.add(problem)
      case .document(let document, let place):
        if try !lay(document, aside: preparer.prepared(document), keep) { wordless.append(place) }
        count += 1
        if count % 64 == 0 { progress.advance(to: count, share: reader.shareRead) }
      }
    }
    progress.advance(to: count, share: 1)
    for place in wordless { log.add(InputProblem(path: place, reason: "it has no words")) }
  }

  /// Hands on a document, or logs what is wrong with it.
  ///
  /// - Returns: where it stands, if it has no words.
  private func take(
    _ item: Batch.Item, _ reader: DocumentReader, _ log: inout ProblemLog,
    _ keep: (Preparer.Prepared) throws -> Void
  ) throws -> String? {
    switch item {
    case .problem(let problem): log.add(problem)
    case .document(let document, let place, let prepared):
      if case .problem(let problem) = reader.checked(.document(document, place: place)) {
        log.add(problem)
        return nil
      }
      return try lay(document, aside: prepared, keep) ? nil : place
    }
    return nil
  }

  /// Lays a text aside and hands on what was made of it; not where it has no words.
  private func lay(
    _ document: Document, aside prepared: Preparer.Prepared?,
    _ keep: (Preparer.Prepared) throws -> Void
  ) throws -> Bool {
    guard var prepared else { return false }
    prepared.number = try spool.add(document.text)
    try keep(prepared)
    return true
  }

  private static func prepare(_ portions: [DocumentReader.Portion], _ number: Int) -> Batch {
    var preparer = Preparer()
    var batch = Batch(number: number)
    for item in portions.lazy.flatMap({ $0.items() }) {
      switch item {
      case .problem(let problem): batch.items.append(.problem(problem))
      case .document(let document, let place):
        batch.items.append(.document(document, place: place, preparer.prepared(document)))
      }
    }
    return batch
  }

  private func portions(_ reader: DocumentReader) -> [DocumentReader.Portion]? {
    var portions: [DocumentReader.Portion] = []
    var bytes = 0
    while bytes < Self.batchBytes,
      let portion = reader.nextPortion(bytes: Self.batchBytes - bytes)
    {
      switch portion {
      case .item(.document(let document, _)): bytes += document.text.count
      case .item(.problem): bytes += 1
      case .records: bytes += Self.batchBytes
      }
      portions.append(portion)
    }
    return portions.isEmpty ? nil : portions
  }
}
