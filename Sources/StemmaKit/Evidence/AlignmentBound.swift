/// An upper bound for ``LocalAlignment``, found by looking at each text once.
///
/// It aligns the first text with a second one of which only this is known: which pairs and triples
/// of neighbours it has. Words that follow each other in an alignment without a mismatch or a gap
/// are neighbours in both texts; everything else costs at least a gap. The neighbours are kept as
/// bits by their hash, so that a few too many are believed: the bound may be too high, never too
/// low.
struct AlignmentBound {
  private var bits: [UInt64] = []

  /// - Parameter scores: what two equal words score, by id; 0 for words that one text lacks.
  /// - Complexity: O(*n* + *m*).
  mutating func score(_ a: [Int32], _ b: [Int32], scores: [Int32]) -> Int {
    // 64 bits and more a token of the second text: two or three in a hundred are believed falsely.
    var width: UInt32 = 8
    while 1 << width < b.count, width < 20 { width += 1 }
    let words = 1 << Int(width)
    bits.grow(to: 2 * words)
    var bits = bits.mutableSpan
    fill(&bits, 2 * words, with: 0)
    let shift = 32 - (width + 6)
    let (first, second, scores) = (a.span, b.span, scores.span)
    var (x, y): (Int32, Int32) = (-1, -1)
    var index = 0
    while index < second.count {
      let z = second[index]
      let pair = Self.hash(y, z)
      let triple = Self.hash(x, pair)
      let (pairBit, tripleBit) = (Int(pair >> shift), Int(triple >> shift))
      bits[pairBit >> 6] |= 1 << UInt64(pairBit & 63)
      bits[words &+ (tripleBit >> 6)] |= 1 << UInt64(tripleBit & 63)
      (x, y) = (y, z)
      index += 1
    }
    // Best scores of an alignment whose last word is the one before: in a run of one, of two, of
    // three or more words; and one that has skipped words since.
    let none = -(1 << 24)
    var (one, two, three, skipped) = (none, none, none, none)
    var best = 0
    (x, y) = (-1, -1)
    index = 0
    while index < first.count {
      let z = first[index]
      let match = Int(scores[Int(z)])
      let pair = Self.hash(y, z)
      let triple = Self.hash(x, pair)
      let (pairBit, tripleBit) = (Int(pair >> shift), Int(triple >> shift))
      let isPair = (bits[pairBit >> 6] >> UInt64(pairBit & 63)) & 1 != 0
      let isTriple = (bits[words &+ (tripleBit >> 6)] >> UInt64(tripleBit & 63)) & 1 != 0
      let before = max(one, max(two, three))
      let gap = Int(LocalAlignment.gap)
      let fresh = max(0, max(before - gap, skipped))
      let isMatch = match > 0
      let nextTwo = isMatch && isPair ? one + match : none
      let nextThree = isMatch && isTriple ? max(two, three) + match : none
      skipped = max(skipped, before) - gap
      one = isMatch ? fresh + match : none
      two = nextTwo
      three = nextThree
      best = max(best, max(one, max(two, three)))
      (x, y) = (y, z)
      index += 1
    }
    return min(best, LocalAlignment.enough)
  }

  @inline(__always)
  private static func hash(_ x: Int32, _ y: Int32) -> UInt32 {
    (UInt32(bitPattern: x) &* 0x9E37_79B1 &+ UInt32(bitPattern: y)) &* 0x85EB_CA6B
  }

  @inline(__always)
  private static func hash(_ x: Int32, _ pair: UInt32) -> UInt32 {
    (pair ^ UInt32(bitPattern: x) &* 0xC2B2_AE35) &* 0x27D4_EB2F
  }
}
