/// What stands in one text at the place of something in the other.
struct Opposites {
  /// How sure it is that two things stand at the same place.
  enum Ground: Int, Comparable {
    /// Their sentences tell the same.
    case sentence
    /// They lie between the same words, with a few others.
    case place
    /// The same words stand directly before and behind them.
    case frame

    static func < (left: Ground, right: Ground) -> Bool { left.rawValue < right.rawValue }
  }

  let links: SentenceLinks
  let a: Tokens
  let b: Tokens

  /// Between matching words there may be so many tokens beside the thing itself.
  private static let mostBetween = 6

  /// The ground on which two ranges of tokens stand opposite each other; `nil` where there is none.
  ///
  /// - Complexity: O(log *n*) a link of the sentence.
  func ground(_ x: Range<Int>, _ y: Range<Int>) -> Ground? {
    let sentence = links.sentencesA.number(ofToken: x.lowerBound)
    let other = links.sentencesB.number(ofToken: y.lowerBound)
    guard let number = links.ofA[sentence].first(where: { links.links[$0].b == other }) else {
      return nil
    }
    let link = links.links[number]
    let matches = link.matches
    // The last match before x and the first behind it.
    let behind = matches.partitioningIndex { Int($0.a) >= x.upperBound }
    let from = matches.partitioningIndex { Int($0.a) >= x.lowerBound }
    let before = from > 0 ? matches[from - 1] : nil
    let next = behind < matches.count ? matches[behind] : nil
    // What matches within x must lie within y: parts of a number may be the same.
    guard matches[from..<behind].allSatisfy({ y.contains(Int($0.b)) }) else { return .sentence }
    let rangeA = links.sentencesA.ranges[link.a]
    let rangeB = links.sentencesB.ranges[link.b]
    let startA = before.map { Int($0.a) + 1 } ?? rangeA.lowerBound
    let startB = before.map { Int($0.b) + 1 } ?? rangeB.lowerBound
    let gapA = startA..<(next.map { Int($0.a) } ?? rangeA.upperBound)
    let gapB = startB..<(next.map { Int($0.b) } ?? rangeB.upperBound)
    guard before != nil || next != nil, gapB.lowerBound <= y.lowerBound,
      y.upperBound <= gapB.upperBound, x.upperBound <= gapA.upperBound
    else { return .sentence }
    // Where a sentence begins or ends with it, half of the frame is missing.
    if gapA == x, gapB == y { return before != nil && next != nil ? .frame : .place }
    let isNear =
      gapA.count <= x.count + Self.mostBetween && gapB.count <= y.count + Self.mostBetween
    return isNear && before != nil && next != nil ? .place : .sentence
  }

  /// Whether the sentences of two ranges of tokens are the same word for word but for these.
  func isAllElseSame(_ x: Range<Int>, _ y: Range<Int>) -> Bool {
    let sentence = links.sentencesA.number(ofToken: x.lowerBound)
    let other = links.sentencesB.number(ofToken: y.lowerBound)
    let (rangeA, rangeB) = (links.sentencesA.ranges[sentence], links.sentencesB.ranges[other])
    return x.upperBound <= rangeA.upperBound && y.upperBound <= rangeB.upperBound
      && a.hashes[rangeA.lowerBound..<x.lowerBound] == b.hashes[rangeB.lowerBound..<y.lowerBound]
      && a.hashes[x.upperBound..<rangeA.upperBound] == b.hashes[y.upperBound..<rangeB.upperBound]
  }

  /// Whether a token of the first text is the same word as one of the second.
  func areSame(_ x: Int, _ y: Int) -> Bool {
    a.hashes.indices.contains(x) && b.hashes.indices.contains(y) && a.hashes[x] == b.hashes[y]
  }

  /// The tokens of the second text in sentences linked with that of a token of the first.
  func sentencesOpposite(a token: Int) -> [Range<Int>] {
    links.ofA[links.sentencesA.number(ofToken: token)].map {
      links.sentencesB.ranges[links.links[$0].b]
    }
  }

  func sentencesOpposite(b token: Int) -> [Range<Int>] {
    links.ofB[links.sentencesB.number(ofToken: token)].map {
      links.sentencesA.ranges[links.links[$0].a]
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index from which on the elements are as asked, in a collection where they are so from
  /// some index on.
  func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
