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
/// One thread at a time reads or lays aside, while the others parse and prepare; what comes of it is
/// the same.
struct Ingest<Preparer: Preparing> {
  /// About so many bytes are prepared at once.
  private static var batchBytes: Int { 1 << 20 }
  /// So many batches may wait for one that was begun before them.
  private static var mostWaiting: Int { 32 }
  let threads: Int
  let spool: TextSpool

  /// What came of an item of the input.
  private enum Item: Sendable {
    case document(Made)
    case problem(InputProblem)
  }

  /// A document that has been prepared. It is held and not copied, which would count anew who holds each
  /// of its strings.
  private final class Made: Sendable {
    /// Without its text, where that can be read again.
    let document: Document
    let place: String
    let record: RecordPlace?
    let prepared: Preparer.Prepared?

    init(_ document: Document, _ place: String, _ record: RecordPlace?, _ preparer: inout Preparer)
    {
      prepared = preparer.prepared(document)
      self.place = place
      self.record = record
      var document = document
      // Its memory, still near, serves for the next.
      if record != nil, prepared != nil { document.text = [] }
      self.document = document
    }
  }

  /// Hands the documents on in the order in which they are read.
  ///
  /// - Throws: `ScratchError` where the texts cannot be laid aside, and what `keep` throws.
  func run(
    _ reader: DocumentReader, _ log: inout ProblemLog, _ progress: Progress,
    keep: (Preparer.Prepared) throws -> Void
  ) throws {
    progress.begin(.reading)
    guard threads > 1 else { return try runAlone(reader, &log, progress, keep: keep) }
    var problems = log
    var count = 0
    var wordless: [String] = []
    try Pipeline(threads: threads, mostWaiting: Self.mostWaiting).run(
      scratch: { Preparer() },
      fetch: { portions(reader).map { (portions: $0, share: reader.shareRead) } },
      make: { (items: Self.prepare($1.portions, &$0), share: $1.share) },
      take: { (items, share) in
        for item in items {
          if let place = try take(item, reader, &problems, keep) { wordless.append(place) }
        }
        count += items.count
        progress.advance(to: count, share: share)
      })
    for place in wordless { problems.add(InputProblem(path: place, reason: "it has no words")) }
    log = problems
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
      case .document(let document, let place, let record):
        if try !lay(document, record, aside: preparer.prepared(document), keep) {
          wordless.append(place)
        }
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
    _ item: Item, _ reader: DocumentReader, _ log: inout ProblemLog,
    _ keep: (Preparer.Prepared) throws -> Void
  ) throws -> String? {
    switch item {
    case .problem(let problem): log.add(problem)
    case .document(let made):
      if let problem = reader.problem(
        with: made.document, at: made.place, hasWords: made.prepared != nil)
      {
        log.add(problem)
        return nil
      }
      let isLaid = try lay(made.document, made.record, aside: made.prepared, keep)
      return isLaid ? nil : made.place
    }
    return nil
  }

  /// Lays a text aside and hands on what was made of it; not where it has no words.
  private func lay(
    _ document: Document, _ record: RecordPlace?, aside prepared: Preparer.Prepared?,
    _ keep: (Preparer.Prepared) throws -> Void
  ) throws -> Bool {
    guard var prepared else { return false }
    prepared.number = try spool.add(document.text, record: record)
    try keep(prepared)
    return true
  }

  private static func prepare(
    _ portions: [DocumentReader.Portion], _ preparer: inout Preparer
  ) -> [Item] {
    var made: [Item] = []
    for portion in portions {
      portion.forEachItem { item in
        switch item {
        case .problem(let problem): made.append(.problem(problem))
        case .document(let document, let place, let record):
          made.append(.document(Made(document, place, record, &preparer)))
        }
      }
    }
    return made
  }

  private func portions(_ reader: DocumentReader) -> [DocumentReader.Portion]? {
    var portions: [DocumentReader.Portion] = []
    var bytes = 0
    while bytes < Self.batchBytes,
      let portion = reader.nextPortion(bytes: Self.batchBytes - bytes)
    {
      switch portion {
      case .item(.document(let document, _, _)): bytes += document.text.count
      case .item(.problem): bytes += 1
      case .records: bytes += Self.batchBytes
      }
      portions.append(portion)
    }
    return portions.isEmpty ? nil : portions
  }
}
