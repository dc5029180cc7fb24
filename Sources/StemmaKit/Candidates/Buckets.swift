/// The posting lists of the sampled shingles of a collection.
///
/// Buckets of one document or of more than the cap hold no pairs. Of a larger bucket of phrases the
/// first document is paired with each other one: so a text that a thousand outlets copied is found
/// with a thousand pairs, not with half a million.
struct Buckets: Sendable {
  private struct Bucket {
    var start: Int
    var count: Int
    /// ln(documents / count) in sixteenths for a bucket of words, 1 for one of phrases.
    var weight: Int32
    /// Only pairs with the first member count.
    var isStar: Bool
  }

  private var list: [Bucket] = []
  /// The documents of each bucket, in order.
  private var members: [Int32] = []
  /// The buckets of document *i* are `owned[starts[i] ..< starts[i + 1]]`.
  private var starts: [Int] = []
  private var owned: [Int32] = []

  init(_ sketches: [SearchSketch], part: CandidateSearch.Part, cap: Int, threads: Int) {
    let first = part.slots.lowerBound
    let slots = parallelChunks(part.slots.count, threads: threads, chunk: 8) { range in
      range.map { Self.groups(sketches, slot: first + $0, part: part, cap: cap) }
    }
    let documents = sketches.count
    starts = [Int](repeating: 0, count: documents + 1)
    for groups in slots {
      var start = members.count
      for count in groups.counts {
        let ratio = Float(documents) / Float(count)
        let weight = part == .words ? max(1, Int32(naturalLogarithm(ratio) * 16)) : 1
        list.append(Bucket(start: start, count: count, weight: weight, isStar: count > cap))
        start += count
      }
      members += groups.members
      for member in groups.members { starts[Int(member) + 1] += 1 }
    }
    for document in 0..<documents { starts[document + 1] += starts[document] }
    var next = starts
    owned = [Int32](repeating: 0, count: members.count)
    for (number, bucket) in list.enumerated() {
      for index in bucket.start..<bucket.start + bucket.count {
        let document = Int(members[index])
        owned[next[document]] = Int32(truncatingIfNeeded: number)
        next[document] += 1
      }
    }
  }

  /// The documents that share a key in one slot, group by group.
  private static func groups(
    _ sketches: [SearchSketch], slot: Int, part: CandidateSearch.Part, cap: Int
  ) -> (members: [Int32], counts: [Int]) {
    var keyed: [UInt64] = []
    keyed.reserveCapacity(sketches.count)
    for (document, sketch) in sketches.enumerated() {
      keyed.append(UInt64(sketch.keys[slot]) << 32 | UInt64(document))
    }
    RadixSort.sortByHighHalf(&keyed)
    var members: [Int32] = []
    var counts: [Int] = []
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end] >> 32 == keyed[start] >> 32 { end += 1 }
      if end - start > 1, end - start <= cap || part == .phrases {
        members += keyed[start..<end].map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
        counts.append(end - start)
      }
      start = end
    }
    return (members, counts)
  }

  func buckets(of document: Int) -> ArraySlice<Int32> {
    owned[starts[document]..<starts[document + 1]]
  }

  func weight(of bucket: Int32) -> Int32 { list[Int(bucket)].weight }

  /// The documents behind `document` in a bucket that it is paired with.
  func mates(of document: Int, in bucket: Int32) -> ArraySlice<Int32> {
    let bucket = list[Int(bucket)]
    let all = members[bucket.start..<bucket.start + bucket.count]
    if bucket.isStar { return all.first.map(Int.init) == document ? all.dropFirst() : [] }
    var low = all.startIndex
    var high = all.endIndex
    while low < high {
      let middle = (low + high) / 2
      if all[middle] <= document { low = middle + 1 } else { high = middle }
    }
    return all[low...]
  }
}
