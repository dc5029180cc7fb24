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
    let common = CommonTokens(a, begin..<endA, b, begin..<endB)
    return ends + common.length()
  }
}

/// The tokens of two sequences that stand in both, by small ids.
private struct CommonTokens {
  private let a: [Int32]
  private let b: [Int32]
  /// How many items of each are kept, and how many ids there are.
  private let countA: Int
  private let countB: Int
  private let ids: Int

  /// Bits that are worked on at once: four words, so that the processor begins with one token of
  /// the second sequence before it is done with the one before.
  private static let strip = 256

  init(_ first: [UInt64], _ rangeA: Range<Int>, _ second: [UInt64], _ rangeB: Range<Int>) {
    var ofA = [Int32](repeating: 0, count: rangeA.count)
    var ofB = [Int32](repeating: 0, count: rangeB.count)
    var size = 16
    while size < 2 * rangeA.count { size *= 2 }
    let mask = size - 1
    var slots = [Int32](repeating: -1, count: size)
    var hashes = [UInt64](repeating: 0, count: rangeA.count)
    var presence = [UInt8](repeating: 0, count: rangeA.count)
    var table = slots.mutableSpan
    var known = hashes.mutableSpan
    var isShared = presence.mutableSpan
    let (first, second) = (first.span, second.span)
    var idsA = ofA.mutableSpan
    var next = 0
    var index = rangeA.lowerBound
    while index < rangeA.upperBound {
      let hash = first[index]
      var slot = Int(truncatingIfNeeded: (hash &* Shingles.multiplier) >> 20) & mask
      var id = table[slot]
      while id >= 0, known[Int(id)] != hash {
        slot = (slot &+ 1) & mask
        id = table[slot]
      }
      if id < 0 {
        id = Int32(truncatingIfNeeded: next)
        table[slot] = id
        known[next] = hash
        next += 1
      }
      idsA[index &- rangeA.lowerBound] = id
      index += 1
    }
    ids = next
    var idsB = ofB.mutableSpan
    var kept = 0
    index = rangeB.lowerBound
    while index < rangeB.upperBound {
      let hash = second[index]
      var slot = Int(truncatingIfNeeded: (hash &* Shingles.multiplier) >> 20) & mask
      var id = table[slot]
      while id >= 0, known[Int(id)] != hash {
        slot = (slot &+ 1) & mask
        id = table[slot]
      }
      if id >= 0 {
        idsB[kept] = id
        isShared[Int(id)] = 1
        kept += 1
      }
      index += 1
    }
    let (allA, keptB) = (idsA.count, kept)
    kept = 0
    index = 0
    while index < allA {
      let id = idsA[index]
      idsA[kept] = id
      kept &+= Int(isShared[Int(id)])
      index += 1
    }
    (countA, countB) = (kept, keptB)
    (a, b) = (ofA, ofB)
  }

  func length() -> Int {
    var masks = [UInt64](repeating: 0, count: 4 * ids)
    // What each token of the second sequence carries over from one strip to the next.
    var carries = [UInt64](repeating: 0, count: countA > Self.strip ? countB : 0)
    var length = 0
    var begin = 0
    while begin < countA {
      let end = min(begin + Self.strip, countA)
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
    while index < countB {
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
