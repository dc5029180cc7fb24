internal import StemmaKit

/// Two texts laid beside each other, sentence by sentence, in the order of the right one.
///
/// Within a passage the words that both sides have in the same order link sentences; what is linked
/// stands in one row. So a reader sees at each sentence what became of it.
struct AlignedRows {
  /// What stands beside each other, or alone.
  struct Row {
    /// Tokens; `nil` where the other side alone has something.
    var left: Range<Int>?
    var right: Range<Int>?
    /// The words that both have in order, as tokens of each side.
    var common: [(left: Int, right: Int)] = []
    /// The left part stands elsewhere in its text than between its neighbours here.
    var isMoved = false
    /// Both sides say the same with few words in the same order.
    var isReordered = false
  }

  /// Parts that no passage links are the same, moved, where so many words and such a share of the
  /// shorter one are common.
  private static let leastMoved = 8
  private static let leastMovedShare = 0.5
  /// So many comparisons of such parts are made.
  private static let mostComparisons = 400

  /// So many words of one side times those of the other are looked through for what stands alone on
  /// both at one place.
  private static let mostNeighbours = 40_000

  let left: Tokens
  let right: Tokens
  private(set) var rows: [Row] = []

  /// - Parameter passages: where the texts agree, as tokens: `a` of the left text, `b` of the right.
  init(_ left: Tokens, _ right: Tokens, passages: [Passage]) {
    self.left = left
    self.right = right
    let passages = Self.disjoint(passages)
    guard !passages.isEmpty else {
      rows = [Row(left: 0..<left.count, right: 0..<right.count)]
      return
    }
    let gaps = Self.gaps(passages, left.count)
    for gap in gaps where gap.after == nil { append(Row(left: gap.range)) }
    var position = 0
    var farthest = 0
    for (index, passage) in passages.enumerated() {
      append(Row(right: position..<passage.b.lowerBound))
      let isMoved = passage.a.lowerBound < farthest
      for var row in linked(passage) {
        row.isMoved = isMoved && row.left != nil && row.right != nil
        append(row)
      }
      for gap in gaps where gap.after == index { append(Row(left: gap.range)) }
      position = passage.b.upperBound
      farthest = max(farthest, passage.a.upperBound)
    }
    append(Row(right: position..<right.count))
    linkMoved()
    linkNeighbours()
  }

  /// Adds a row; what one side alone has is joined with such a part before it.
  private mutating func append(_ row: Row) {
    if row.left?.isEmpty ?? true, row.right?.isEmpty ?? true { return }
    if let last = rows.last {
      if row.right == nil, last.right == nil, last.left?.upperBound == row.left?.lowerBound {
        rows[rows.count - 1].left = joined(last.left, row.left)
        return
      }
      if row.left == nil, last.left == nil, last.right?.upperBound == row.right?.lowerBound {
        rows[rows.count - 1].right = joined(last.right, row.right)
        return
      }
    }
    rows.append(row)
  }

  private func joined(_ first: Range<Int>?, _ second: Range<Int>?) -> Range<Int>? {
    guard let first, let second else { return first ?? second }
    return first.lowerBound..<second.upperBound
  }

  /// Links what stands alone on the right with what stands alone on the left, somewhere else.
  private mutating func linkMoved() {
    func long(_ range: Range<Int>?) -> Range<Int>? {
      range.flatMap { $0.count >= Self.leastMoved ? $0 : nil }
    }
    var free = rows.compactMap { $0.right == nil ? long($0.left) : nil }
    let sought = rows.compactMap { $0.left == nil ? long($0.right) : nil }
    guard free.count * sought.count <= Self.mostComparisons else { return }
    var found: [Range<Int>: [Row]] = [:]
    var taken: Set<Range<Int>> = []
    for range in sought {
      guard let origin = origin(of: range, among: free) else { continue }
      let linked = linked(Passage(a: origin, b: range, score: 0))
      guard linked.contains(where: { $0.left != nil && $0.right != nil }) else { continue }
      free.removeAll { $0 == origin }
      taken.insert(origin)
      found[range] = linked.map { row in
        var row = row
        row.isMoved = row.left != nil && row.right != nil
        return row
      }
    }
    rows = rows.flatMap { row -> [Row] in
      if row.right == nil, let left = row.left, taken.contains(left) { return [] }
      if row.left == nil, let right = row.right, let moved = found[right] { return moved }
      return [row]
    }
  }

  /// Links what stands alone on both sides at one place, as far as sentences of it have words in common:
  /// the rewording was too free for a passage.
  private mutating func linkNeighbours() {
    var all: [Row] = []
    for row in rows {
      guard let last = all.last, (last.left == nil) != (last.right == nil),
        (row.left == nil) != (row.right == nil), (last.left == nil) != (row.left == nil),
        let a = last.left ?? row.left, let b = last.right ?? row.right,
        a.count * b.count <= Self.mostNeighbours
      else {
        all.append(row)
        continue
      }
      let linked = linked(Passage(a: a, b: b, score: 0))
      if linked.contains(where: isTold) {
        all.removeLast()
        all += linked.flatMap { row in
          isTold(row) ? [row] : [Row(left: row.left), Row(right: row.right)]
        }.filter { $0.left != nil || $0.right != nil }
      } else if areTold(a, b) {
        all.removeLast()
        all.append(Row(left: a, right: b, isReordered: true))
      } else {
        all.append(row)
      }
    }
    rows = all
  }

  /// The part of the left text that says what this one of the right says.
  private func origin(of range: Range<Int>, among parts: [Range<Int>]) -> Range<Int>? {
    let words = Set(right.hashes[range])
    let counts = parts.map { part -> Int in
      let least = Self.leastMovedShare * Double(min(range.count, part.count))
      let inBoth = left.hashes[part].count { words.contains($0) }
      guard inBoth >= Self.leastMoved, Double(inBoth) >= least else { return 0 }
      let difference = PassageDifference(Passage(a: part, b: range, score: 0), left, right)
      let common = difference.isCommonInB.count { $0 }
      return common >= Self.leastMoved && Double(common) >= least ? common : 0
    }
    let best = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) }
    return best.flatMap { counts[$0] > 0 ? parts[$0] : nil }
  }

  /// The passages in the order of the right text, cut so that none overlaps another on either side:
  /// each word stands in one row.
  private static func disjoint(_ passages: [Passage]) -> [Passage] {
    var position = 0
    let inLeft = passages.sorted {
      ($0.a.lowerBound, $1.a.upperBound, $0.b.lowerBound)
        < ($1.a.lowerBound, $0.a.upperBound, $1.b.lowerBound)
    }.compactMap { passage in
      let kept = cut(passage.a, from: &position)
      return kept.map { Passage(a: $0, b: passage.b, score: passage.score) }
    }
    position = 0
    return inLeft.sorted {
      ($0.b.lowerBound, $1.b.upperBound, $0.a.lowerBound)
        < ($1.b.lowerBound, $0.b.upperBound, $1.a.lowerBound)
    }.compactMap { passage in
      let kept = cut(passage.b, from: &position)
      return kept.map { Passage(a: passage.a, b: $0, score: passage.score) }
    }
  }

  /// What of a range lies behind a position, which moves to its end; `nil` where nothing does.
  private static func cut(_ range: Range<Int>, from position: inout Int) -> Range<Int>? {
    guard range.upperBound > position else { return nil }
    let kept = max(position, range.lowerBound)..<range.upperBound
    position = range.upperBound
    return kept
  }

  /// What the passages leave of the left text, each with the passage that stands before it there.
  private static func gaps(
    _ passages: [Passage], _ count: Int
  ) -> [(range: Range<Int>, after: Int?)] {
    let order = passages.indices.sorted {
      (passages[$0].a.lowerBound, $0) < (passages[$1].a.lowerBound, $1)
    }
    var gaps: [(range: Range<Int>, after: Int?)] = []
    var position = 0
    var last: Int?
    for index in order {
      let range = passages[index].a
      if range.lowerBound > position { gaps.append((position..<range.lowerBound, last)) }
      if range.upperBound > position { (position, last) = (range.upperBound, index) }
    }
    if position < count { gaps.append((position..<count, last)) }
    return gaps
  }

  /// The rows of one passage.
  private func linked(_ passage: Passage) -> [Row] {
    let difference = PassageDifference(passage, left, right)
    let common = zip(
      difference.isCommonInA.indices.filter { difference.isCommonInA[$0] },
      difference.isCommonInB.indices.filter { difference.isCommonInB[$0] }
    ).map { (left: passage.a.lowerBound + $0, right: passage.b.lowerBound + $1) }
    let sentences = (Self.sentences(left, passage.a), Self.sentences(right, passage.b))
    var rows: [Row] = []
    var next = (left: 0, right: 0)
    func pass(left end: Int, right endRight: Int) {
      if next.left < end {
        rows.append(
          Row(left: sentences.0[next.left].lowerBound..<sentences.0[end - 1].upperBound))
      }
      if next.right < endRight {
        rows.append(
          Row(right: sentences.1[next.right].lowerBound..<sentences.1[endRight - 1].upperBound))
      }
    }
    for link in Self.links(sentences.0, sentences.1, common) {
      pass(left: link.left.lowerBound, right: link.right.lowerBound)
      let range = (
        sentences.0[link.left.lowerBound]
          .lowerBound..<sentences.0[link.left.upperBound - 1]
          .upperBound,
        sentences.1[link.right.lowerBound]
          .lowerBound..<sentences.1[link.right.upperBound - 1]
          .upperBound
      )
      rows.append(
        Row(
          left: range.0, right: range.1,
          common: common.filter { range.0.contains($0.left) && range.1.contains($0.right) }))
      next = (link.left.upperBound, link.right.upperBound)
    }
    pass(left: sentences.0.count, right: sentences.1.count)
    return rows
  }
}
