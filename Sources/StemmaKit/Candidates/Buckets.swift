/// The posting lists of the sampled shingles of a collection.
///
/// Buckets of one document or of more than the cap hold no pairs. Of a larger bucket of phrases the
/// first document is paired with each other one: so a text that a thousand outlets copied is found
/// with a thousand pairs, not with half a million. What a hundredth of a collection shares is common
/// matter: a notice, a boilerplate; it tells only of texts that are the same for a good part.
struct Buckets: Sendable {
  /// What fewer documents than this share is never common matter.
  static let leastCommon = 1000

  /// What a bucket and its members take in memory at most, for each member.
  static let mostBytesPerMember = 20

  /// The documents of each bucket, in order, one bucket behind another.
  private let members: [Int32]
  /// The documents whose buckets these are.
  private let owners: Range<Int>
  /// Where these stand, so many a part.
  private let memberships: [Memberships]
  private let ownersOfPart: Int

  /// As many parts at most: for each all members are gone over.
  private static let mostParts = 8

  /// - Parameters:
  ///   - documents: the rows of the documents, which are then meant by their place in this list.
  ///   - owners: the documents whose pairs with those behind them are wanted.
  ///   - memory: bytes that columns may take beside the buckets.
  /// - Precondition: no more than 2^32 members.
  init(
    _ rows: SketchRows, _ documents: [Int32], owners: Range<Int>, part: CandidateSearch.Part,
    cap: Int, threads: Int, memory: Int = 0
  ) throws {
    self.owners = owners
    // So many columns at once: they take a twelfth of what all rows take. Rows in scratch space are
    // read through for them, so that they are as many as may be.
    let most = rows.isLaidAside ? memory / (4 * max(1, rows.count)) : 0
    let step = max(32, min(part.slots.count, most))
    var groups: [Groups] = []
    for first in stride(from: part.slots.lowerBound, to: part.slots.upperBound, by: step) {
      let slots = first..<min(part.slots.upperBound, first + step)
      if rows.isLaidAside {
        let columns = try rows.columns(slots)
        groups += parallelChunks(columns.count, threads: threads, chunk: 1) { range in
          range.map { Groups(columns[$0], documents, owners: owners, part: part, cap: cap) }
        }
      } else {
        groups += try parallelChunks(slots.count, threads: threads, chunk: SketchRows.slotsOfLine) {
          (range) throws(any Error) -> [Groups] in
          try rows.columns(first + range.lowerBound..<first + range.upperBound).map {
            Groups($0, documents, owners: owners, part: part, cap: cap)
          }
        }
      }
    }
    members = joined(groups.map(\.members), threads: threads)
    let list = joined(groups.map(\.buckets), threads: threads)
    precondition(members.count <= UInt32.max, "more members than can be numbered")
    let parts = max(1, min(threads, Self.mostParts))
    let size = max(1, (owners.count + parts - 1) / parts)
    let (buckets, all) = (list, members)
    ownersOfPart = size
    memberships = parallelChunks(owners.count, threads: threads, chunk: size) { range in
      let part = owners.lowerBound + range.lowerBound..<owners.lowerBound + range.upperBound
      return [Memberships(of: part, in: buckets, all)]
    }
  }

  /// The buckets of sketches that are all in memory.
  init(_ sketches: [SearchSketch], part: CandidateSearch.Part, cap: Int, threads: Int) throws {
    try self.init(
      SketchRows(sketches), sketches.indices.map { Int32($0) }, owners: sketches.indices,
      part: part, cap: cap, threads: threads)
  }

  /// What they take in memory, with the room that lists keep for more.
  var bytes: Int {
    memberships.reduce(members.capacity * MemoryLayout<Int32>.stride) { $0 + $1.bytes }
  }

  /// Where a document stands and has mates.
  func memberships(of document: Int) -> ArraySlice<Membership> {
    memberships[part(of: document)][document]
  }

  private func part(of document: Int) -> Int { (document - owners.lowerBound) / ownersOfPart }

  /// The documents behind one in a bucket that it is paired with.
  func mates(of membership: Membership) -> ArraySlice<Int32> {
    members[Int(membership.first)..<Int(membership.first) + Int(membership.mates)]
  }

  /// Adds what a document shares with each behind it to the weights of these, and sets the first of
  /// `touched` to those whose weight was 0; returns how many they are.
  ///
  /// - Parameter touched: as many as there are documents, and one more.
  func tally(_ document: Int, _ weights: inout [Int32], _ touched: inout [Int32]) -> Int {
    memberships[part(of: document)].tally(document, members, &weights, &touched)
  }
}

/// Documents that share a key in one slot.
struct Bucket: Sendable {
  private let size: Int32
  /// What to share it weighs.
  let weight: Int32
  /// Only pairs with the first member count.
  private let isStar: Bool

  var count: Int { Int(size) }
  /// How many of the members are paired with those behind them.
  var paired: Int { isStar ? 1 : count - 1 }

  init(count: Int, of documents: Int, part: CandidateSearch.Part, cap: Int) {
    size = Int32(truncatingIfNeeded: count)
    isStar = count > cap
    let isCommon = count > max(Buckets.leastCommon, documents / 100)
    weight =
      part == .words
      ? max(1, Int32(naturalLogarithm(Float(documents) / Float(count)) * 16))
      : PhraseCount.one(documents: count, isStar: isStar, isCommon: isCommon)
  }
}

/// The buckets of one slot.
private struct Groups: Sendable {
  /// Of all buckets, one behind another.
  private(set) var members: [Int32] = []
  private(set) var buckets: [Bucket] = []

  init(
    _ column: [UInt32], _ documents: [Int32], owners: Range<Int>, part: CandidateSearch.Part,
    cap: Int
  ) {
    var keyed = Self.keyed(column, documents)
    if part == .words { CommonKeys.drop(from: &keyed, above: cap) }
    RepeatedKeys.keep(in: &keyed)
    RadixSort.sortByHighHalf(&keyed)
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end] >> 32 == keyed[start] >> 32 { end += 1 }
      if end - start > 1, end - start <= cap || part == .phrases,
        keyed[start..<end].contains(where: { owners.contains(Int($0 & 0xFFFF_FFFF)) })
      {
        for index in start..<end {
          members.append(Int32(truncatingIfNeeded: keyed[index] & 0xFFFF_FFFF))
        }
        buckets.append(Bucket(count: end - start, of: documents.count, part: part, cap: cap))
      }
      start = end
    }
  }

  /// The key of each document, above its place in the list.
  private static func keyed(_ column: [UInt32], _ documents: [Int32]) -> [UInt64] {
    var keyed = [UInt64](repeating: 0, count: documents.count)
    var entries = keyed.mutableSpan
    let (column, documents) = (column.span, documents.span)
    var document = 0
    while document < documents.count {
      let key = column[Int(documents[document])]
      entries[document] = UInt64(key) << 32 | UInt64(truncatingIfNeeded: document)
      document += 1
    }
    return keyed
  }
}
