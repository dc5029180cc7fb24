internal import CKernels
internal import CXXHash

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
  /// - Complexity: O(*m*) for *m* tokens.
  public static func hashes(of tokens: [UInt64], length: Int) -> [UInt64] {
    var result: [UInt64] = []
    hash(tokens, length: length, into: &result)
    return result
  }

  /// Sets `result` to the shingle hashes of a text.
  public static func hash(_ tokens: [UInt64], length: Int, into result: inout [UInt64]) {
    precondition(length >= 1, "a shingle has at least one token")
    let length = min(length, tokens.count)
    let count = tokens.isEmpty ? 0 : tokens.count - length + 1
    if result.count > count { result.removeLast(result.count - count) }
    if result.count < count {
      result.append(contentsOf: repeatElement(0, count: count - result.count))
    }
    guard count > 0 else { return }
    stemma_hash_shingles(
      Instructions.best, tokens, tokens.count, length, multiplier, &result)
  }

  /// A digest of all the tokens of a text: equal for equal tokens in the same order.
  static func digest(of tokens: [UInt64]) -> UInt64 {
    tokens.withUnsafeBytes { stemma_xxh3_64($0.baseAddress, $0.count) }
  }
}
