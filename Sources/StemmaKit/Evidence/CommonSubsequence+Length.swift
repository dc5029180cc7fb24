extension CommonSubsequence {
  /// The length of the longest common subsequence of two sequences of token hashes.
  ///
  /// Bit-parallel: Hyyrö, Bit-Parallel LCS-length Computation Revisited (AWOCA 2004), after
  /// Crochemore and others (IPL 2001). A bit stands for a token of one sequence, an addition for
  /// all comparisons of up to 64 of them with a token of the other. What both sequences begin and
  /// end with is counted, and what one of them lacks is left out, beforehand.
  ///
  /// - Complexity: O(*n* + *m*) expected, and O(*n* *m* / 64) additions of the tokens that both
  ///   have; O(*n* + *m*) memory.
  public static func length(_ a: [UInt64], _ b: [UInt64]) -> Int {
    let (a, b) = a.count <= b.count ? (a, b) : (b, a)
    var begin = 0
    var (endA, endB) = (a.count, b.count)
    do {
      let (a, b) = (a.span, b.span)
      while begin < endA, a[begin] == b[begin] { begin += 1 }
      while endA > begin, a[endA - 1] == b[endB - 1] { (endA, endB) = (endA - 1, endB - 1) }
    }
    let ends = begin + a.count - endA
    guard endA > begin, endB > begin else { return ends }
    return ends + CommonTokens(a[begin..<endA], b[begin..<endB]).length()
  }
}

/// The tokens of two sequences that stand in both, by small ids.
private struct CommonTokens {
  private let a: [Int32]
  private let b: [Int32]
  /// How many ids there are.
  private let ids: Int

  /// Bits that are worked on at once: four words, so that the processor begins with one token of
  /// the second sequence before it is done with the one before.
  private static let strip = 256

  init(_ first: ArraySlice<UInt64>, _ second: ArraySlice<UInt64>) {
    let vocabulary = PairVocabulary(Array(first), Array(second))
    // Ids of the first sequence come first: those behind stand in the second only.
    ids = vocabulary.countOfA
    a = Self.kept(vocabulary.a, where: vocabulary.countB)
    b = Self.kept(vocabulary.b, where: vocabulary.countA)
  }

  /// The items that stand in the other sequence, too.
  private static func kept(_ items: [Int32], where others: [Int32]) -> [Int32] {
    var result = items
    var kept = 0
    do {
      let (items, others) = (items.span, others.span)
      var result = result.mutableSpan
      var index = 0
      while index < items.count {
        result[kept] = items[index]
        kept &+= others[Int(items[index])] > 0 ? 1 : 0
        index += 1
      }
    }
    result.removeLast(items.count - kept)
    return result
  }

  func length() -> Int {
    var masks = [UInt64](repeating: 0, count: 4 * ids)
    // What each token of the second sequence carries over from one strip to the next.
    var carries = [UInt64](repeating: 0, count: a.count > Self.strip ? b.count : 0)
    var length = 0
    var begin = 0
    while begin < a.count {
      let end = min(begin + Self.strip, a.count)
      mark(begin..<end, isFirst: begin == 0, in: &masks)
      length += zeros(masks, &carries)
      begin = end
    }
    return length
  }

  /// Sets the bits of each id: the places of a strip where it stands.
  private func mark(_ range: Range<Int>, isFirst: Bool, in masks: inout [UInt64]) {
    let a = a.span
    var masks = masks.mutableSpan
    if !isFirst { fill(&masks, masks.count, with: 0) }
    var place = 0
    while place < range.count {
      masks[4 &* Int(a[range.lowerBound &+ place]) &+ place >> 6] |= 1 << UInt64(place & 63)
      place += 1
    }
  }

  /// How many places of a strip a longest common subsequence adds to that of the places before.
  private func zeros(_ masks: [UInt64], _ carries: inout [UInt64]) -> Int {
    let (masks, b) = (masks.span, b.span)
    var carries = carries.mutableSpan
    let isCarried = carries.count > 0
    var (v0, v1, v2, v3): (UInt64, UInt64, UInt64, UInt64) = (.max, .max, .max, .max)
    var index = 0
    while index < b.count {
      let base = 4 &* Int(b[index])
      var carry = isCarried ? carries[index] : 0
      v0 = Self.step(v0, masks[base], &carry)
      v1 = Self.step(v1, masks[base &+ 1], &carry)
      v2 = Self.step(v2, masks[base &+ 2], &carry)
      v3 = Self.step(v3, masks[base &+ 3], &carry)
      if isCarried { carries[index] = carry }
      index += 1
    }
    return 256 - v0.nonzeroBitCount - v1.nonzeroBitCount - v2.nonzeroBitCount - v3.nonzeroBitCount
  }

  @inline(__always)
  private static func step(_ value: UInt64, _ mask: UInt64, _ carry: inout UInt64) -> UInt64 {
    let matches = value & mask
    let (sum, over) = value.addingReportingOverflow(matches)
    let (all, overByCarry) = sum.addingReportingOverflow(carry)
    carry = over || overByCarry ? 1 : 0
    return all | value & ~mask
  }
}
