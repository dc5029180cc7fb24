internal import StemmaKit

// Only integer arithmetic and the four exact operations of IEEE 754: the functions of a system's
// mathematical library differ in the last bit from machine to machine, and so would the corpus.

extension SplitMix64 {
  /// A generator for one purpose: the streams of different numbers have nothing in common.
  init(seed: UInt64, stream: UInt64) {
    var outer = SplitMix64(state: seed)
    var inner = SplitMix64(state: outer.next() ^ stream)
    self.init(state: inner.next())
  }

  /// Uniform in 0 ..< `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Uniform in [0, 1).
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// True with the probability of `share`.
  mutating func chance(_ share: Double) -> Bool { unit() < share }

  /// About normal, of mean 0 and variance 1: the sum of twelve uniform variates.
  mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += unit() }
    return sum
  }
}

/// e to the power of `x`, to nine digits for the small `x` of random variates.
func exponential(_ x: Double) -> Double {
  let y = x / 256
  var power = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4)))
  for _ in 0..<8 { power *= power }
  return power
}
