/// A stretch of one text that stands, copied or reworded, in another.
public struct Passage: Sendable, Equatable {
  /// Ranges of tokens.
  public var a: Range<Int>
  public var b: Range<Int>
  /// Log-likelihood ratio, in nats: how much better reuse explains the shared words than chance.
  public var score: Float
  /// Whether `a` sums up all of `b`; such a passage is never joined with another.
  public var isSummary: Bool

  public init(a: Range<Int>, b: Range<Int>, score: Float, isSummary: Bool = false) {
    self.a = a
    self.b = b
    self.score = score
    self.isSummary = isSummary
  }
}

/// A passage in bytes of both texts as read.
public struct PassageSpan: Sendable, Equatable {
  public var a: Range<Int>
  public var b: Range<Int>
  public var score: Float

  /// - Parameters:
  ///   - passage: in tokens of both texts.
  ///   - first: the tokens of the text of which `passage.a` tells.
  ///   - second: those of the other.
  public init(_ passage: Passage, _ first: Tokens, _ second: Tokens) {
    a = first.bytes(of: passage.a)
    b = second.bytes(of: passage.b)
    score = passage.score
  }
}

extension Passage {
  /// The byte ranges of the passage in both texts.
  public func bytes(_ first: Tokens, _ second: Tokens) -> (a: Range<Int>, b: Range<Int>) {
    (first.bytes(of: a), second.bytes(of: b))
  }
}
