internal import StemmaKit

/// Which sentences of two texts belong together.
extension AlignedRows {
  /// Two sentences are linked from so many common words on, and such a share of the shorter one.
  private static let leastCommon = 2
  private static let leastShare = 0.2
  /// A sentence of fewer words belongs to the next.
  private static let leastWords = 4

  /// A word of so many bytes, or a figure, tells that two sentences say the same.
  private static let leastTelling = 4

  /// Parts of at most so many words may say the same in another order.
  private static let mostReordered = 60

  /// Whether enough of the common words of a row tell that its sides say the same, where no passage
  /// does.
  func isTold(_ row: Row) -> Bool {
    row.common.count { isTelling($0.left) } >= Self.leastCommon
  }

  /// Whether two short parts have so many telling words in common, in whatever order.
  func areTold(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard max(a.count, b.count) <= Self.mostReordered else { return false }
    let others = Set(right.hashes[b])
    let telling = Set(a.filter(isTelling).map { left.hashes[$0] })
    let common = telling.count { others.contains($0) }
    return common > Self.leastCommon && Double(common) >= Self.leastShare * Double(telling.count)
  }

  private func isTelling(_ word: Int) -> Bool {
    left.marks[word].contains(.numeral)
      || Int(left.ends[word]) - Int(left.starts[word]) >= Self.leastTelling
  }

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
