internal import StemmaKit

/// The work that is timed, a function each: what to change where the library's kernels change.
///
/// A value with scratch space, one a thread.
struct Kernels {
  static let shingleLength = 5
  static let slots = 256

  private var tokenizer = Tokenizer()
  private var sketcher = Sketcher(slotCount: slots)
  private var textSketcher = TextSketcher(slotCount: slots, shingleLength: shingleLength)

  mutating func tokenise(_ text: [UInt8]) -> Tokens { tokenizer.tokenize(text.span) }

  mutating func hash(_ tokens: Tokens) -> [UInt64] {
    Shingles.hashes(of: tokens.hashes, length: Self.shingleLength)
  }

  mutating func sketch(_ shingles: [UInt64]) -> Signature? { sketcher.signature(of: shingles) }

  /// All at once, as programs do that want signatures alone: words without their places.
  mutating func signature(_ text: [UInt8]) -> Signature? {
    textSketcher.signature(of: text.span)
  }
}
