/// The heights of common subsequences, as the steps where they rise: what Hunt and Szymanski (CACM
/// 1977) call thresholds, for items that weigh differently.
///
/// The height at a cell is the weight of the heaviest subsequence that ends before it; it never falls
/// from left to right. A bit marks each cell where it rises, and beside it stands the height from
/// there on. Of near-copies the steps lie close together up to where the search has come and none
/// behind, so that both a look back and a rise take a step or two.
///
/// Functions over spans, since a value would check its arrays at each call.
enum HeightSteps {
  /// With more cells than this a look back may pass over many empty words; a tree is better then.
  static let mostCells = 4096

  /// Words of bits for so many places.
  static func words(places: Int) -> Int { (places + 1) / 64 + 1 }

  /// No step but the one at cell 0, of height 0.
  @inline(__always)
  static func clear(
    _ bits: inout MutableSpan<UInt64>, _ heights: inout MutableSpan<Int32>, places: Int
  ) {
    fill(&bits, words(places: places), with: 0)
    bits[0] = 1
    heights[0] = 0
  }

  /// The step whose height holds at a cell.
  @inline(__always)
  static func step(_ bits: borrowing MutableSpan<UInt64>, at cell: Int) -> Int {
    var word = cell >> 6
    var found = bits[word] & (.max >> UInt64(63 &- (cell & 63)))
    while found == 0 {
      word &-= 1
      found = bits[word]
    }
    return word &* 64 &+ 63 &- found.leadingZeroBitCount
  }

  /// Raises the height from a cell on; false where it is as great already.
  ///
  /// - Parameters:
  ///   - before: the step at the cell before this one.
  ///   - end: no step stands in this word of bits or behind.
  @inline(__always)
  static func raise(
    _ bits: inout MutableSpan<UInt64>, _ heights: inout MutableSpan<Int32>, from cell: Int,
    to height: Int32, before: Int, end: inout Int
  ) -> Bool {
    var word = cell >> 6
    let own = 1 << UInt64(cell & 63) as UInt64
    let known = bits[word]
    if heights[known & own == 0 ? before : cell] >= height { return false }
    bits[word] = known | own
    heights[cell] = height
    end = max(end, word &+ 1)
    // Steps behind that are no higher are none any more.
    var rest = known & ((.max << 1) << UInt64(cell & 63))
    while true {
      while rest == 0 {
        word &+= 1
        guard word < end else { return true }
        rest = bits[word]
      }
      let next = word &* 64 &+ rest.trailingZeroBitCount
      guard heights[next] <= height else { return true }
      bits[word] &= ~(rest & (0 &- rest))
      rest &= rest &- 1
    }
  }
}
