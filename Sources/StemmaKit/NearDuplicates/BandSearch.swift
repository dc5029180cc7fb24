/// Finds the pairs of sketches that are likely to be at least as alike as a threshold.
///
/// Documents with the same key in a band are a bucket. All pairs of a small bucket are looked at. A
/// large one is either many copies of one text, of which it is enough to pair each with the first;
/// or the key is of matter that many texts have in common, and what is alike beyond that shows in
/// slots that few documents share: such documents are looked at again by each two slots.
struct BandSearch: Sendable {
  /// Of a bucket of at most so many documents all pairs are looked at.
  static let cap = 128
  /// A pair is looked at closely from so many standard errors below the threshold on: of the pairs
  /// just at it one in seven hundred is lost, of closer ones fewer.
  private static let errors = 3.0

  private let table: SketchTable
  /// The row of each document.
  private let rows: [Int32]
  /// The document of each row.
  private let documents: [Int32]
  /// Equal for texts with the same tokens, by document.
  private let digests: [UInt64]
  private let banding: Banding
  private let leastEqual: Int
  private let threads: Int

  /// - Parameters:
  ///   - rows: where in the table the sketch of each document stands.
  ///   - digests: one a document; equal for texts with the same tokens.
  ///   - threshold: the least Jaccard resemblance, above 0 to 1.
  init(
    _ table: SketchTable, _ rows: [Int32], _ digests: [UInt64], threshold: Double, threads: Int
  ) {
    self.table = table
    self.rows = rows
    self.digests = digests
    var documents = rows
    for (document, row) in rows.enumerated() { documents[Int(row)] = Int32(document) }
    self.documents = documents
    self.threads = threads
    banding = Banding(threshold: threshold)
    let slots = Double(NearDuplicateSketch.slots)
    let error = (threshold * (1 - threshold) / slots).squareRoot()
    leastEqual = max(1, Int((slots * (threshold - Self.errors * error)).rounded(.up)))
  }

  /// The likely pairs, in order, each once.
  ///
  /// - Complexity: O(*b* · *n*) for *n* documents and *b* bands, and the pairs of small buckets.
  func candidates() -> [Candidate] {
    let found = parallelChunks(banding.bands, threads: threads, chunk: 1) { bands in
      bands.map { band in
        search(banding.rows * band..<banding.rows * (band + 1), among: nil)
      }
    }
    var flooded = [Bool](repeating: false, count: table.count)
    var isFlooded = false
    for bucket in found {
      for document in bucket.flooded {
        flooded[Int(document)] = true
        isFlooded = true
      }
    }
    var pairs = found.flatMap(\.pairs) + repeated()
    if isFlooded {
      let documents = (0..<table.count).filter { flooded[$0] }.map { UInt32($0) }
      // Two slots a key: one of them held by few is enough to bring a pair together, and two are
      // seldom equal by chance.
      pairs += parallelChunks(NearDuplicateSketch.slots - 1, threads: threads, chunk: 1) { slots in
        slots.flatMap { search($0..<$0 + 2, among: documents).pairs }
      }
    }
    pairs.sort()
    var unique: [Candidate] = []
    var last: UInt64?
    for pair in pairs where pair != last {
      unique.append(Candidate(a: Int(pair >> 32), b: Int(pair & 0xFFFF_FFFF)))
      last = pair
    }
    return unique
  }

  /// Documents of the same text, each with the first: in a crowd of texts that are nearly the same,
  /// bands do not tell them apart.
  private func repeated() -> [UInt64] {
    var keyed = digests.enumerated().map { $1 & ~0xFFFF_FFFF | UInt64($0) }
    RepeatedKeys.keep(in: &keyed)
    let order = keyed.map { $0 & 0xFFFF_FFFF }.sorted {
      (digests[Int($0)], $0) < (digests[Int($1)], $1)
    }
    var first = 0
    var pairs: [UInt64] = []
    for index in order.indices.dropFirst() {
      if digests[Int(order[index])] == digests[Int(order[first])] {
        pairs.append(order[first] << 32 | order[index])
      } else {
        first = index
      }
    }
    return pairs
  }

  /// What one band brings: likely pairs as `a << 32 | b`, and the documents of large buckets.
  private struct Found: Sendable {
    var pairs: [UInt64] = []
    var flooded: [UInt32] = []
  }

  private func row(_ document: UInt64) -> Int { Int(rows[Int(document)]) }

  private func search(_ slots: Range<Int>, among some: [UInt32]?) -> Found {
    var keyed =
      some.map { documents in
        documents.map { UInt64(table.key(row(UInt64($0)), slots)) << 32 | UInt64($0) }
      } ?? table.keyed(slots, documents)
    RepeatedKeys.keep(in: &keyed)
    RadixSort.sortByHighHalf(&keyed)
    var found = Found()
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end] >> 32 == keyed[start] >> 32 { end += 1 }
      if end - start > 1 {
        // Rows stand in the order in which documents were read, their numbers go by their ids.
        keyed.withUnsafeMutableBufferPointer { keyed in
          if (start + 1..<end).contains(where: { keyed[$0] < keyed[$0 - 1] }) {
            keyed[start..<end].sort()
          }
        }
        add(keyed[start..<end], isSecondLook: some != nil, to: &found)
      }
      start = end
    }
    return found
  }

  private func add(
    _ bucket: ArraySlice<UInt64>, isSecondLook: Bool, to found: inout Found
  ) {
    let isLarge = bucket.count > Self.cap
    if isLarge, isSecondLook { return }
    for first in isLarge ? bucket.startIndex..<bucket.startIndex + 1 : bucket.indices {
      for second in first + 1..<bucket.endIndex {
        let a = bucket[first] & 0xFFFF_FFFF
        let b = bucket[second] & 0xFFFF_FFFF
        if table.equalSlots(row(a), row(b)) >= leastEqual { found.pairs.append(a << 32 | b) }
      }
    }
    if isLarge {
      for entry in bucket { found.flooded.append(UInt32(truncatingIfNeeded: entry)) }
    }
  }
}
