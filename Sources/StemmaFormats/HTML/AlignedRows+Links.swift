internal import StemmaKit

/// Which sentences of two texts belong together.
extension AlignedRows {
  /// Two sentences are linked from so many common words on, and such a share of the shorter one.
  private static let leastCommon = 2
  private static let leastShare = 0.2
  /// A sentence of fewer words belongs to the next.
  private static let leastWords = 4

  /// The sentences of a stretch of tokens.
  static func sentences(_ tokens: Tokens, _ range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.dropFirst() where tokens.marks[index].contains(.sentenceStart) {
      // A dateline, or an abbreviation that looks like an end.
      if index - start < leastWords { continue }
      sentences.append(start..<index)
      start = index
    }
    sentences.append(start..<range.upperBound)
    return sentences
  }

  /// Groups of sentences that belong together, in order, as indices of sentences.
  ///
  /// Links never cross, since common words stand in the same order; so a group is a range.
  static func links(
    _ left: [Range<Int>], _ right: [Range<Int>], _ common: [(left: Int, right: Int)]
  ) -> [(left: Range<Int>, right: Range<Int>)] {
    var counts: [(left: Int, right: Int, count: Int)] = []
    var place = (0, 0)
    for pair in common {
      while pair.left >= left[place.0].upperBound { place.0 += 1 }
      while pair.right >= right[place.1].upperBound { place.1 += 1 }
      if let last = counts.last, (last.left, last.right) == place {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((place.0, place.1, 1))
      }
    }
    var groups: [(left: Range<Int>, right: Range<Int>)] = []
    for (x, y, count) in counts {
      let shorter = min(left[x].count, right[y].count)
      guard count >= min(leastCommon, shorter), Double(count) >= leastShare * Double(shorter)
      else { continue }
      if let last = groups.last, last.left.upperBound > x || last.right.upperBound > y {
        groups[groups.count - 1] = (last.left.lowerBound..<x + 1, last.right.lowerBound..<y + 1)
      } else {
        groups.append((x..<x + 1, y..<y + 1))
      }
    }
    return groups
  }
}
