/// Takes texts from a shelf and cuts them; holds scratch space.
struct TextLoader {
  private let shelf: any TextShelf
  private var tokenizer = Tokenizer()

  init(_ shelf: any TextShelf) { self.shelf = shelf }

  /// The tokens of the text behind its credit.
  mutating func tokens(_ number: Int) throws -> Tokens {
    let text = try shelf.text(number)
    return tokenizer.tokenize(text.span, from: Credit(text.span)?.end ?? 0)
  }

  /// Sets `hashes` to their hashes.
  mutating func hash(_ number: Int, into hashes: inout [UInt64]) throws {
    let text = try shelf.text(number)
    tokenizer.hash(text.span, from: Credit(text.span)?.end ?? 0, into: &hashes)
  }
}
