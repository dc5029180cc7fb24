/// That a document stands in a bucket with others behind it.
struct Membership {
  /// Where these, its mates, stand among the members of all buckets.
  fileprivate(set) var first: UInt32
  fileprivate(set) var mates: UInt32
  /// ln(documents / members) in sixteenths for a bucket of words; for one of phrases a count in
  /// ``PhraseCount``.
  fileprivate(set) var weight: Int32
}

/// In which buckets the documents of a range stand.
struct Memberships: Sendable {
  /// Mates are fetched so many buckets before they are read: they lie anywhere in memory.
  private static let ahead = 16

  private let owners: Range<Int>
  /// The buckets of owner *i* are `owned[starts[i] ..< starts[i + 1]]`.
  private let starts: [Int]
  private let owned: [Membership]

  /// - Parameters:
  ///   - owners: the documents meant.
  ///   - members: of the buckets, one behind another.
  /// - Complexity: O(*n*) in the members.
  init(of owners: Range<Int>, in buckets: [Bucket], _ members: [Int32]) {
    self.owners = owners
    starts = Self.starts(of: owners, in: buckets, members)
    var next = starts
    var owned = [Membership](
      repeating: Membership(first: 0, mates: 0, weight: 0), count: starts[owners.count])
    Self.distribute(buckets, members, among: owners, &next, &owned)
    self.owned = owned
  }

  /// Where a document stands.
  subscript(document: Int) -> ArraySlice<Membership> {
    let owner = document - owners.lowerBound
    return owned[starts[owner]..<starts[owner + 1]]
  }

  /// What they take in memory.
  var bytes: Int {
    owned.capacity * MemoryLayout<Membership>.stride + starts.capacity * MemoryLayout<Int>.stride
  }

  /// Where the buckets of each owner begin, and where the last ends.
  private static func starts(
    of owners: Range<Int>, in list: [Bucket], _ members: [Int32]
  ) -> [Int] {
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

  /// Adds what a document shares with each behind it to the weights of these, and sets the first of
  /// `touched` to those whose weight was 0; returns how many they are.
  ///
  /// - Parameters:
  ///   - members: of the buckets.
  ///   - touched: as many as there are documents, and one more.
  func tally(
    _ document: Int, _ members: [Int32], _ weights: inout [Int32], _ touched: inout [Int32]
  ) -> Int {
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
