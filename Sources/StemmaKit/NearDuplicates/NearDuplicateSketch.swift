/// A small signature of the word 5-grams of a text, for the search for near-duplicates.
///
/// Slots are the low 16 bits of sampled shingle hashes: two different ones look equal once in 65,536
/// times.
struct NearDuplicateSketch: Sendable {
  static let slots = 128
  static let shingleLength = 5

  var keys: [UInt16]
}

/// A document as the search for near-duplicates keeps it.
public struct SketchedDocument: Sendable {
  public var head: DocumentHead
  /// The number of its text on the shelf.
  public var number: Int
  /// The same for texts with the same tokens.
  var digest: UInt64
  var sketch: NearDuplicateSketch
}

/// Prepares documents for the search; holds scratch space.
public struct NearDuplicateSketcher {
  private var tokenizer = Tokenizer()
  private var sketcher = Sketcher(slotCount: NearDuplicateSketch.slots)
  private var tokens: [UInt64] = []
  private var shingles: [UInt64] = []
  private var slots = [UInt64](repeating: 0, count: NearDuplicateSketch.slots)

  public init() {}

  /// - Parameters:
  ///   - document: a document as read.
  ///   - number: where its text is laid aside.
  /// - Returns: `nil` where the text has no words.
  public mutating func sketch(_ document: Document, number: Int) -> SketchedDocument? {
    let (head, start) = DocumentPreparer.head(document)
    tokenizer.hash(document.text.span, from: start, into: &tokens)
    guard !tokens.isEmpty else { return nil }
    Shingles.hash(tokens, length: NearDuplicateSketch.shingleLength, into: &shingles)
    sketcher.sketch(shingles, into: &slots)
    let keys = slots.map { UInt16(truncatingIfNeeded: $0) }
    return SketchedDocument(
      head: head, number: number, digest: Shingles.digest(of: tokens),
      sketch: NearDuplicateSketch(keys: keys))
  }
}
