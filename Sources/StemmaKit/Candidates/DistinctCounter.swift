/// Counts the different words of a text, nearly: linear counting (Whang, Vander-Zanden and Taylor, ACM
/// TODS 1990). A bit for each word, by its hash; how many bits are set tells how many words there are,
/// those included that share a bit.
///
/// It takes a fifth of the time of a set, and is off by far less than the sketches beside which it is
/// used.
struct DistinctCounter {
  private static let bits = 1 << 15
  private var words = [UInt64](repeating: 0, count: bits / 64)

  /// How many different hashes there are, to 2 % up to 50,000; never told to be more than 364,000.
  ///
  /// - Complexity: O(*n*).
  mutating func count(_ hashes: [UInt64]) -> Int {
    let set = Self.mark(hashes, in: &words)
    let free = max(0.5, Float(Self.bits - set))
    let all = Float(Self.bits)
    return max(set, Int(all * naturalLogarithm(all / free) + 0.5))
  }

  /// Sets the bit of each hash; how many bits are set then.
  private static func mark(_ hashes: [UInt64], in words: inout [UInt64]) -> Int {
    let hashes = hashes.span
    var words = words.mutableSpan
    fill(&words, words.count, with: 0)
    var (index, set) = (0, 0)
    while index < hashes.count {
      let bit = hashes[index] & UInt64(bits - 1)
      let place = Int(truncatingIfNeeded: bit >> 6)
      let word = words[place]
      set &+= Int(truncatingIfNeeded: ~word >> (bit & 63) & 1)
      words[place] = word | 1 << (bit & 63)
      index += 1
    }
    return set
  }
}
