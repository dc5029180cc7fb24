/// The posting lists of the sampled shingles of a collection.
///
/// Buckets of one document or of more than the cap hold no pairs. Of a larger bucket of phrases the
/// first document is paired with each other one: so a text that a thousand outlets copied is found
/// with a thousand pairs, not with half a million. What a hundredth of a collection shares is common
/// matter: a notice, a boilerplate; it tells only of texts that are the same for a good part.
struct Buckets: Sendable {
  /// What fewer documents than this share is never common matter.
  static let leastCommon = 1000

  /// Mates are fetched so many buckets before they are read: they lie anywhere in memory.
  private static let ahead = 16

  /// What a bucket and its members take in memory at most, for each member.
  static let mostBytesPerMember = 20

  /// That a document stands in a bucket with others behind it.
  struct Membership {
    /// Where these, its mates, stand among all members.
    fileprivate var first: UInt32
    fileprivate var mates: UInt32
    /// ln(documents / members) in sixteenths for a bucket of words; for one of phrases a count in
    /// ``PhraseCount``.
    fileprivate(set) var weight: Int32
  }

  /// The documents of each bucket, in order, one bucket behind another.
  private var members: [Int32] = []
  /// The documents whose buckets these are.
  private let owners: Range<Int>
  /// The buckets of owner *i* are `owned[starts[i] ..< starts[i + 1]]`.
  private var starts: [Int] = []
  private var owned: [Membership] = []

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
    var list: [Bucket] = []
    for first in stride(from: part.slots.lowerBound, to: part.slots.upperBound, by: step) {
      let slots = first..<min(part.slots.upperBound, first + step)
      let found: [Groups]
      if rows.isLaidAside {
        let columns = try rows.columns(slots)
        found = parallelChunks(columns.count, threads: threads, chunk: 1) { range in
          range.map { Groups(columns[$0], documents, owners: owners, part: part, cap: cap) }
        }
      } else {
        found = try parallelChunks(slots.count, threads: threads, chunk: SketchRows.slotsOfLine) {
          (range) throws(any Error) -> [Groups] in
          try rows.columns(first + range.lowerBound..<first + range.upperBound).map {
            Groups($0, documents, owners: owners, part: part, cap: cap)
          }
        }
      }
      for groups in found {
        members += groups.members
        list += groups.buckets
      }
    }
    precondition(members.count <= UInt32.max, "more members than can be numbered")
    starts = Self.starts(list, members, owners)
    var next = starts
    owned = [Membership](
      repeating: Membership(first: 0, mates: 0, weight: 0), count: starts[owners.count])
    Self.distribute(list, members, among: owners, &next, &owned)
  }

  /// The buckets of sketches that are all in memory.
  init(_ sketches: [SearchSketch], part: CandidateSearch.Part, cap: Int, threads: Int) throws {
    try self.init(
      SketchRows(sketches), sketches.indices.map { Int32($0) }, owners: sketches.indices,
      part: part, cap: cap, threads: threads)
  }

  /// Where the buckets of each owner begin, and where the last ends.
  private static func starts(_ list: [Bucket], _ members: [Int32], _ owners: Range<Int>) -> [Int] {
    var counts = [Int](repeating: 0, count: owners.count + 1)
    var starts = counts.mutableSpan
    let (list, members) = (list.span, members.span)
    var (number, first) = (0, 0)
    while number < list.count {
      var index = first
      while index < first &+ list[number].paired {
        let owner = Int(members[index]) &- owners.lowerBound
        if owner >= 0, owner < owners.count { starts[owner &+ 1] &+= 1 }
        index += 1
      }
      first += list[number].count
      number += 1
    }
    for owner in 0..<owners.count { starts[owner + 1] += starts[owner] }
    return counts
  }

  /// Notes with each owner the buckets that it stands in.
  ///
  /// - Parameter next: where the first of each owner is put; behind its last, at the end.
  private static func distribute(
    _ list: [Bucket], _ members: [Int32], among owners: Range<Int>, _ next: inout [Int],
    _ owned: inout [Membership]
  ) {
    let (list, members) = (list.span, members.span)
    var next = next.mutableSpan
    var owned = owned.mutableSpan
    var (number, first) = (0, 0)
    while number < list.count {
      let bucket = list[number]
      let end = first &+ bucket.count
      var index = first
      while index < first &+ bucket.paired {
        if index &+ ahead < members.count {
          let owner = Int(members[index &+ ahead]) &- owners.lowerBound
          if owner >= 0, owner < owners.count { owned.span.prefetch(next[owner]) }
        }
        let owner = Int(members[index]) &- owners.lowerBound
        if owner >= 0, owner < owners.count {
          owned[next[owner]] = Membership(
            first: UInt32(truncatingIfNeeded: index &+ 1),
            mates: UInt32(truncatingIfNeeded: end &- index &- 1), weight: bucket.weight)
          next[owner] &+= 1
        }
        index += 1
      }
      first = end
      number += 1
    }
  }

  /// What they take in memory, with the room that lists keep for more.
  var bytes: Int {
    members.capacity * MemoryLayout<Int32>.stride
      + owned.capacity * MemoryLayout<Membership>.stride
      + starts.capacity * MemoryLayout<Int>.stride
  }

  /// Where a document stands and has mates.
  func memberships(of document: Int) -> ArraySlice<Membership> {
    let owner = document - owners.lowerBound
    return owned[starts[owner]..<starts[owner + 1]]
  }

  /// The documents behind one in a bucket that it is paired with.
  func mates(of membership: Membership) -> ArraySlice<Int32> {
    members[Int(membership.first)..<Int(membership.first) + Int(membership.mates)]
  }

  /// Adds what a document shares with each behind it to the weights of these, and sets the first of
  /// `touched` to those whose weight was 0; returns how many they are.
  ///
  /// - Parameter touched: as many as there are documents, and one more.
  func tally(_ document: Int, _ weights: inout [Int32], _ touched: inout [Int32]) -> Int {
    let owner = document - owners.lowerBound
    let (members, owned) = (members.span, owned.span)
    var weights = weights.mutableSpan
    var touched = touched.mutableSpan
    let end = starts[owner + 1]
    var count = 0
    // Those of the next document, too: it is the next that is asked for.
    for index in starts[owner]..<min(owned.count, starts[owner] + Self.ahead) {
      members.prefetch(Int(owned[index].first))
    }
    for index in starts[owner]..<end {
      if index + Self.ahead < owned.count {
        members.prefetch(Int(owned[index + Self.ahead].first))
      }
      let membership = owned[index]
      var next = Int(membership.first)
      let last = next &+ Int(membership.mates)
      while next < last {
        let other = members[next]
        let weight = weights[Int(other)]
        // Written always, and moved on where it is new: no branch to guess wrong.
        touched[count] = other
        count &+= weight == 0 ? 1 : 0
        weights[Int(other)] = weight &+ membership.weight
        next += 1
      }
    }
    return count
  }
}

/// Documents that share a key in one slot.
private struct Bucket {
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
