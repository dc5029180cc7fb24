/// The posting lists of the sampled shingles of a collection.
///
/// Buckets of one document or of more than the cap hold no pairs. Of a larger bucket of phrases the
/// first document is paired with each other one: so a text that a thousand outlets copied is found
/// with a thousand pairs, not with half a million. What a hundredth of a collection shares is common
/// matter: a notice, a boilerplate; it tells only of texts that are the same for a good part.
struct Buckets: Sendable {
  private struct Bucket {
    var start: Int
    var count: Int32
    /// ln(documents / count) in sixteenths for a bucket of words; for one of phrases a count in
    /// ``PhraseCount``.
    var weight: Int32
    /// Only pairs with the first member count.
    var isStar: Bool
  }

  /// What fewer documents than this share is never common matter.
  static let leastCommon = 1000

  /// Buckets are fetched so many before they are read, and their members half as many: they lie
  /// anywhere in memory.
  private static let ahead = 24

  /// What a bucket and its members take in memory at most, for each member.
  static let mostBytesPerMember = 20

  /// So many slots of a row lie in one line of the caches, and are taken out together.
  private static let slotsOfLine = 16

  /// That a document stands in a bucket.
  struct Membership {
    fileprivate var bucket: Int32
    /// Its place among the members of the bucket.
    fileprivate var place: Int32
  }

  private var list: [Bucket] = []
  /// The documents of each bucket, in order.
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
  init(
    _ rows: SketchRows, _ documents: [Int32], owners: Range<Int>, part: CandidateSearch.Part,
    cap: Int, threads: Int, memory: Int = 0
  ) throws {
    self.owners = owners
    starts = [Int](repeating: 0, count: owners.count + 1)
    // So many columns at once: they take a twelfth of what all rows take. Rows in scratch space are
    // read through for them, so that they are as many as may be.
    let most = rows.isLaidAside ? memory / (4 * max(1, rows.count)) : 0
    let step = max(32, min(part.slots.count, most))
    for first in stride(from: part.slots.lowerBound, to: part.slots.upperBound, by: step) {
      let slots = first..<min(part.slots.upperBound, first + step)
      let found: [Groups]
      if rows.isLaidAside {
        let columns = try rows.columns(slots)
        found = parallelChunks(columns.count, threads: threads, chunk: 1) { range in
          range.map { Self.groups(columns[$0], documents, owners: owners, part: part, cap: cap) }
        }
      } else {
        found = try parallelChunks(slots.count, threads: threads, chunk: Self.slotsOfLine) {
          (range) throws(any Error) -> [Groups] in
          try rows.columns(first + range.lowerBound..<first + range.upperBound).map {
            Self.groups($0, documents, owners: owners, part: part, cap: cap)
          }
        }
      }
      for groups in found { add(groups, of: documents.count, part: part, cap: cap) }
    }
    for document in owners.indices {
      starts[document - owners.lowerBound + 1] += starts[document - owners.lowerBound]
    }
    var next = starts
    owned = [Membership](
      repeating: Membership(bucket: 0, place: 0), count: starts[owners.count])
    Self.distribute(list, members, among: owners, &next, &owned)
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
    var number = 0
    while number < list.count {
      let bucket = list[number]
      var place = 0
      while place < Int(bucket.count) {
        let index = bucket.start &+ place
        // The members of all buckets lie one behind another.
        if index &+ ahead < members.count {
          let owner = Int(members[index &+ ahead]) &- owners.lowerBound
          if owner >= 0, owner < owners.count { owned.span.prefetch(next[owner]) }
        }
        let owner = Int(members[index]) &- owners.lowerBound
        if owner >= 0, owner < owners.count {
          owned[next[owner]] = Membership(
            bucket: Int32(truncatingIfNeeded: number), place: Int32(truncatingIfNeeded: place))
          next[owner] &+= 1
        }
        place += 1
      }
      number += 1
    }
  }

  /// What they take in memory, with the room that lists keep for more.
  var bytes: Int {
    list.capacity * MemoryLayout<Bucket>.stride + members.capacity * MemoryLayout<Int32>.stride
      + owned.capacity * MemoryLayout<Membership>.stride + starts.capacity
      * MemoryLayout<Int>.stride
  }

  /// The buckets of sketches that are all in memory.
  init(_ sketches: [SearchSketch], part: CandidateSearch.Part, cap: Int, threads: Int) throws {
    try self.init(
      SketchRows(sketches), sketches.indices.map { Int32($0) }, owners: sketches.indices,
      part: part, cap: cap, threads: threads)
  }

  private mutating func add(
    _ groups: Groups, of documents: Int, part: CandidateSearch.Part, cap: Int
  ) {
    var start = members.count
    for count in groups.counts {
      let ratio = Float(documents) / Float(count)
      let isStar = Int(count) > cap
      let isCommon = Int(count) > max(Self.leastCommon, documents / 100)
      let weight =
        part == .words
        ? max(1, Int32(naturalLogarithm(ratio) * 16))
        : PhraseCount.one(documents: Int(count), isStar: isStar, isCommon: isCommon)
      list.append(Bucket(start: start, count: count, weight: weight, isStar: isStar))
      start += Int(count)
    }
    members += groups.members
    for member in groups.members where owners.contains(Int(member)) {
      starts[Int(member) - owners.lowerBound + 1] += 1
    }
  }

  /// Documents that share a key in one slot, group by group.
  private struct Groups: Sendable {
    var members: [Int32] = []
    var counts: [Int32] = []
  }

  private static func groups(
    _ column: [UInt32], _ documents: [Int32], owners: Range<Int>, part: CandidateSearch.Part,
    cap: Int
  ) -> Groups {
    var keyed: [UInt64] = []
    keyed.reserveCapacity(documents.count)
    for (document, row) in documents.enumerated() {
      keyed.append(UInt64(column[Int(row)]) << 32 | UInt64(document))
    }
    if part == .words { CommonKeys.drop(from: &keyed, above: cap) }
    RepeatedKeys.keep(in: &keyed)
    RadixSort.sortByHighHalf(&keyed)
    var groups = Groups()
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end] >> 32 == keyed[start] >> 32 { end += 1 }
      if end - start > 1, end - start <= cap || part == .phrases,
        keyed[start..<end].contains(where: { owners.contains(Int($0 & 0xFFFF_FFFF)) })
      {
        for index in start..<end {
          groups.members.append(Int32(truncatingIfNeeded: keyed[index] & 0xFFFF_FFFF))
        }
        groups.counts.append(Int32(truncatingIfNeeded: end - start))
      }
      start = end
    }
    return groups
  }

  /// Where a document stands.
  func memberships(of document: Int) -> ArraySlice<Membership> {
    let owner = document - owners.lowerBound
    return owned[starts[owner]..<starts[owner + 1]]
  }

  func weight(of membership: Membership) -> Int32 { list[Int(membership.bucket)].weight }

  /// The documents behind one in a bucket that it is paired with.
  func mates(of membership: Membership) -> ArraySlice<Int32> {
    let bucket = list[Int(membership.bucket)]
    let end = bucket.start + Int(bucket.count)
    if bucket.isStar, membership.place > 0 { return members[end..<end] }
    return members[bucket.start + Int(membership.place) + 1..<end]
  }

  /// Adds what a document shares with each behind it to the weights of these, and sets the first of
  /// `touched` to those whose weight was 0; returns how many they are.
  ///
  /// - Parameter touched: as many as there are documents, and one more.
  func tally(_ document: Int, _ weights: inout [Int32], _ touched: inout [Int32]) -> Int {
    let owner = document - owners.lowerBound
    let (list, members, owned) = (list.span, members.span, owned.span)
    var weights = weights.mutableSpan
    var touched = touched.mutableSpan
    let end = starts[owner + 1]
    var count = 0
    for index in starts[owner]..<end {
      if index + Self.ahead < end {
        list.prefetch(Int(owned[index + Self.ahead].bucket))
        let soon = owned[index + Self.ahead / 2]
        members.prefetch(list[Int(soon.bucket)].start &+ Int(soon.place) &+ 1)
      }
      let bucket = list[Int(owned[index].bucket)]
      let place = Int(owned[index].place)
      if bucket.isStar, place > 0 { continue }
      let end = bucket.start &+ Int(bucket.count)
      var next = bucket.start &+ place &+ 1
      while next < end {
        let other = members[next]
        let weight = weights[Int(other)]
        // Written always, and moved on where it is new: no branch to guess wrong.
        touched[count] = other
        count &+= weight == 0 ? 1 : 0
        weights[Int(other)] = weight &+ bucket.weight
        next += 1
      }
    }
    return count
  }
}
