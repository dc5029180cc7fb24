/// A document as a scan keeps it: without its text.
public struct PreparedDocument: Sendable {
  public var head: DocumentHead
  /// The number of its text on the shelf.
  public var number: Int
  /// How many tokens the text has.
  public var tokenCount: Int
  /// The same for texts with the same tokens.
  var digest: UInt64
  var sketch: SearchSketch?
}

/// A document cut into tokens.
public struct TokenizedDocument: Sendable {
  public var head: DocumentHead
  public var tokens: Tokens
}

/// Prepares documents; holds scratch space.
public struct DocumentPreparer {
  private var tokenizer = Tokenizer()
  private var sketcher = SearchSketcher()
  private var hashes: [UInt64] = []

  public init() {}

  /// Reads the credit before the text, counts its tokens and sketches it.
  ///
  /// The head's date and source are the record's own, else those of the credit.
  ///
  /// - Parameters:
  ///   - document: a document as read.
  ///   - number: where its text is laid aside.
  public mutating func prepare(_ document: Document, number: Int) -> PreparedDocument {
    let (head, start) = Self.head(document)
    tokenizer.hash(document.text.span, from: start, into: &hashes)
    return PreparedDocument(
      head: head, number: number, tokenCount: hashes.count,
      digest: Shingles.digest(of: hashes), sketch: sketcher.sketch(hashes))
  }

  /// The tokens themselves, which two given texts are compared by.
  public mutating func tokenize(_ document: Document) -> TokenizedDocument {
    let (head, start) = Self.head(document)
    return TokenizedDocument(
      head: head, tokens: tokenizer.tokenize(document.text.span, from: start))
  }

  /// What is known about a document, and where its text begins behind a credit.
  static func head(_ document: Document) -> (DocumentHead, start: Int) {
    var head = DocumentHead(document)
    let credit = Credit(document.text.span)
    head.date = head.date ?? credit?.date
    head.source = head.source ?? credit?.agency
    let start = credit?.end ?? 0
    head.agency = Dateline.agency(document.text.span, from: start)
    return (head, start)
  }
}
