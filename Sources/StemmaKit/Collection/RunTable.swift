/// In how many texts each run of words stands, and whether they are of one house.
///
/// A table with open addressing, at most half full: of 6 bytes a cell, since only 16 bits of a hash
/// are kept beside what its place says of it. Two runs pass for one with a chance of some 2^-16.
struct RunTable {
  /// Who publishes a text, by number; what is beyond the last number is not told apart.
  struct House: Equatable {
    fileprivate var number: UInt16
    /// A house that is none: texts of it are not of one. All its bits are 0, so that an empty table is
    /// memory as the system gives it.
    static let unknown = House(number: 0)

    /// - Parameter index: from 0.
    init(_ index: Int) { number = index < Int(UInt16.max) ? UInt16(index + 1) : 0 }

    private init(number: UInt16) { self.number = number }
  }

  /// What is known of a run.
  struct Count {
    /// More than 65,535 are not told apart.
    fileprivate(set) var texts: UInt16 = 0
    fileprivate var check: UInt16 = 0
    fileprivate var house = House.unknown

    var isOfOneHouse: Bool { house != .unknown }

    fileprivate mutating func add(_ other: House) {
      if texts == 0 || house != other { house = texts == 0 ? other : .unknown }
      if texts < .max { texts += 1 }
    }
  }

  /// Where so many cells in a row are taken, as hardly ever but on purpose, runs pass for one.
  private static let mostProbed = 64

  private let bits: UInt64
  private var cells: [Count]

  /// - Parameter runs: how many distinct runs will be counted at most.
  init(runs: Int) {
    var bits: UInt64 = 8
    while 1 << bits < 2 * runs { bits += 1 }
    self.bits = bits
    cells = [Count](repeating: Count(), count: 1 << bits)
  }

  /// A cell is fetched so many runs before it is read: the table is larger than the caches.
  private static let ahead = 24

  /// Counts runs for one more text, each of them once.
  mutating func add(_ runs: [UInt64], of house: House) {
    let bits = bits
    let runs = runs.span
    var cells = cells.mutableSpan
    for index in 0..<min(Self.ahead, runs.count) {
      cells.span.prefetch(Self.firstPlace(of: runs[index], bits).cell)
    }
    var index = 0
    while index < runs.count {
      if index &+ Self.ahead < runs.count {
        cells.span.prefetch(Self.firstPlace(of: runs[index &+ Self.ahead], bits).cell)
      }
      let (cell, check) = Self.place(of: runs[index], bits, cells.span)
      cells[cell].check = check
      cells[cell].add(house)
      index += 1
    }
  }

  /// What is known of each of some runs.
  func counts(_ runs: [UInt64]) -> [Count] {
    var counts: [Count] = []
    counts.reserveCapacity(runs.count)
    _ = first(runs) {
      counts.append($0)
      return false
    }
    return counts
  }

  /// What is known of the first of some runs of which this is so.
  @inline(__always)
  func first(_ runs: [UInt64], where isSo: (Count) -> Bool) -> Count? {
    let (runs, cells) = (runs.span, cells.span)
    for index in 0..<min(Self.ahead, runs.count) {
      cells.prefetch(Self.firstPlace(of: runs[index], bits).cell)
    }
    for index in runs.indices {
      if index &+ Self.ahead < runs.count {
        cells.prefetch(Self.firstPlace(of: runs[index &+ Self.ahead], bits).cell)
      }
      let count = cells[Self.place(of: runs[index], bits, cells).cell]
      if isSo(count) { return count }
    }
    return nil
  }

  /// What is known of a run; of one that was never counted, no text.
  subscript(run: UInt64) -> Count { cells[Self.place(of: run, bits, cells.span).cell] }

  /// The cell that a run has where no other has taken it, and what tells it from others there.
  @inline(__always)
  private static func firstPlace(of run: UInt64, _ bits: UInt64) -> (cell: Int, check: UInt16) {
    let mixed = run &* Shingles.multiplier
    return (Int(mixed >> (64 - bits)), UInt16(truncatingIfNeeded: mixed >> (48 - bits)))
  }

  /// The cell that a run has or would have.
  @inline(__always)
  private static func place(of run: UInt64, _ bits: UInt64, _ cells: Span<Count>) -> (
    cell: Int, check: UInt16
  ) {
    var (cell, check) = firstPlace(of: run, bits)
    for _ in 0..<mostProbed {
      if cells[cell].texts == 0 || cells[cell].check == check { break }
      cell = (cell &+ 1) & (cells.count &- 1)
    }
    return (cell, check)
  }
}
