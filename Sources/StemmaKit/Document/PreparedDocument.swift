/// A document as the scan keeps it: without its text.
public struct PreparedDocument: Sendable {
  public var head: DocumentHead
  public var tokens: Tokens
  var sketch: SearchSketch?
}

/// Prepares documents; holds scratch space.
public struct DocumentPreparer {
  private var tokenizer = Tokenizer()
  private var sketcher = SearchSketcher()

  public init() {}

  /// Reads the credit before the text, cuts the text into tokens and sketches it.
  ///
  /// The head's date and source are the record's own, else those of the credit.
  public mutating func prepare(_ document: Document) -> PreparedDocument {
    var prepared = tokenize(document)
    prepared.sketch = sketcher.sketch(prepared.tokens)
    return prepared
  }

  /// The same without the sketch, which two given texts do not need.
  public mutating func tokenize(_ document: Document) -> PreparedDocument {
    var head = DocumentHead(document)
    let credit = Credit(document.text.span)
    head.date = head.date ?? credit?.date
    head.source = head.source ?? credit?.agency
    let tokens = tokenizer.tokenize(document.text.span, from: credit?.end ?? 0)
    return PreparedDocument(head: head, tokens: tokens, sketch: nil)
  }
}

/// Lets documents of the same text share one copy of its tokens, so that a text that a hundred
/// thousand files repeat is held once.
public struct TextPool {
  private var byDigest: [UInt64: Tokens] = [:]

  public init() {}

  /// The document, with the tokens of an earlier one where they are the same in every respect.
  public mutating func pooled(_ document: PreparedDocument) -> PreparedDocument {
    let tokens = document.tokens
    guard tokens.count > 0 else { return document }
    let digest = Shingles.hash(ofAll: tokens.hashes)
    guard let known = byDigest[digest], known == tokens else {
      byDigest[digest] = tokens
      return document
    }
    var document = document
    document.tokens = known
    return document
  }
}
