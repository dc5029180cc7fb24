/// Runs of *n* consecutive tokens, as 64-bit hashes.
public enum Shingles {
  /// The multiplier of the shingle hash: the odd integer nearest to 2^64 divided by the golden
  /// ratio.
  static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The shingle hashes of a text, in text order, repeated ones included.
  ///
  /// A text of fewer than `length` tokens, but at least one, has one shingle of all its tokens:
  /// so short texts are compared with each other and never share an empty set. The rule is in
  /// docs/signature.md.
  ///
  /// - Complexity: O(*m* · `length`) for *m* tokens.
  public static func hashes(of tokens: [UInt64], length: Int) -> [UInt64] {
    precondition(length >= 1, "a shingle has at least one token")
    guard tokens.count > length else {
      return tokens.isEmpty ? [] : [combine(tokens.span, 0..<tokens.count)]
    }
    if length == 1 { return tokens }
    var result: [UInt64] = []
    result.reserveCapacity(tokens.count - length + 1)
    let span = tokens.span
    for start in 0...(tokens.count - length) {
      result.append(combine(span, start..<start + length))
    }
    return result
  }

  @inline(__always)
  private static func combine(_ tokens: Span<UInt64>, _ range: Range<Int>) -> UInt64 {
    var hash = tokens[range.lowerBound]
    var index = range.lowerBound + 1
    while index < range.upperBound {
      hash = hash &* multiplier &+ tokens[index]
      index += 1
    }
    return hash
  }
}
