/// The texts of a collection, laid aside until they are wanted again, by number.
///
/// A scan looks at every text once and then at those of which pairs are to be compared; in between
/// nothing holds them all in memory.
public protocol TextShelf: Sendable {
  /// The text as read.
  ///
  /// - Throws: where it cannot be had any more; a scan then ends with that error.
  func text(_ number: Int) throws -> [UInt8]
}

/// A shelf for texts that are in memory anyway.
public struct TextsInMemory: TextShelf {
  private let texts: [[UInt8]]

  public init(_ texts: [[UInt8]]) { self.texts = texts }

  public func text(_ number: Int) -> [UInt8] { texts[number] }
}

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

  /// What a reader sees first: the first line, cut to a hundred characters.
  func title(_ number: Int) throws -> String { DocumentHead.firstLine(try shelf.text(number)) }
}
