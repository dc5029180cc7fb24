internal import StemmaFormats
internal import StemmaKit

/// The documents of a collection, cut and weighed, where pairs of them are given.
struct WeighedCollection: Sendable {
  struct Member: Sendable {
    var head: DocumentHead
    var text: WeighedText
    /// The text as read.
    var bytes: [UInt8]
  }

  private let members: [Member]
  // By bytes: Swift takes canonically equivalent strings for the same.
  private var places: [[UInt8]: Int] = [:]

  init(_ reader: DocumentReader, _ log: inout ProblemLog, _ progress: Progress) {
    progress.begin(.reading)
    var preparer = DocumentPreparer()
    var documents: [(tokenized: TokenizedDocument, bytes: [UInt8])] = []
    // As in a scan, words that the collection is full of tell little.
    var counts = CollectionCounts()
    while let item = reader.next() {
      switch item {
      case .problem(let problem): log.add(problem)
      case .document(let document, _, _):
        let prepared = preparer.tokenize(document)
        places[Array(document.id.utf8)] = documents.count
        documents.append((prepared, document.text))
        counts.add(prepared.tokens.hashes)
        if documents.count % 64 == 0 {
          progress.advance(to: documents.count, share: reader.shareRead)
        }
      }
    }
    progress.advance(to: documents.count, share: 1)
    var weigher = WordWeigher(TermRarity(collection: counts))
    members = documents.map {
      Member(
        head: $0.tokenized.head, text: WeighedText($0.tokenized.tokens, &weigher), bytes: $0.bytes)
    }
    log.add(reader.remarks)
  }

  var count: Int { members.count }

  /// The place of a document; `nil` where no document has this id.
  func place(of id: String) -> Int? { places[Array(id.utf8)] }

  subscript(place: Int) -> Member { members[place] }
}
