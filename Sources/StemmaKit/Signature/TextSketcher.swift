/// Makes signatures from texts.
///
/// A value with scratch space: make one a thread and use it for many texts.
public struct TextSketcher {
  private let shingleLength: Int
  private var tokenizer = Tokenizer()
  private var sketcher: Sketcher
  private var tokens: [UInt64] = []
  private var shingles: [UInt64] = []

  /// - Parameters:
  ///   - slotCount: the number of slots of a signature, *k*.
  ///   - shingleLength: tokens a shingle, *n*.
  public init(slotCount: Int = 256, shingleLength: Int = 5) {
    self.shingleLength = shingleLength
    sketcher = Sketcher(slotCount: slotCount)
  }

  /// The signature of the text from byte `start` on; `nil` where it has no tokens.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  public mutating func signature(of text: Span<UInt8>, from start: Int = 0) -> Signature? {
    tokenizer.hash(text, from: start, into: &tokens)
    Shingles.hash(tokens, length: shingleLength, into: &shingles)
    return sketcher.signature(of: shingles)
  }
}
