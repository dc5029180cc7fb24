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

  /// So many cells are fetched at once: the table is larger than the caches.
  private static let few = 32

  /// Counts runs for one more text, each of them once.
  mutating func add(_ runs: [UInt64], of house: House) {
    for first in stride(from: 0, to: runs.count, by: Self.few) {
      for run in fetched(runs, from: first) { add(run, of: house) }
    }
  }

  /// What is known of each of some runs.
  func counts(_ runs: [UInt64]) -> [Count] {
    var counts: [Count] = []
    counts.reserveCapacity(runs.count)
    for first in stride(from: 0, to: runs.count, by: Self.few) {
      for run in fetched(runs, from: first) { counts.append(self[run]) }
    }
    return counts
  }

  /// A few of some runs, of which the cells are on their way.
  private func fetched(_ runs: [UInt64], from first: Int) -> ArraySlice<UInt64> {
    let some = runs[first..<min(runs.count, first + Self.few)]
    for run in some { cells.span.prefetch(firstPlace(of: run).cell) }
    return some
  }

  private mutating func add(_ run: UInt64, of house: House) {
    let (cell, check) = place(of: run)
    cells[cell].check = check
    cells[cell].add(house)
  }

  /// What is known of a run; of one that was never counted, no text.
  subscript(run: UInt64) -> Count { cells[place(of: run).cell] }

  /// The cell that a run has where no other has taken it, and what tells it from others there.
  @inline(__always)
  private func firstPlace(of run: UInt64) -> (cell: Int, check: UInt16) {
    let mixed = run &* Shingles.multiplier
    return (Int(mixed >> (64 - bits)), UInt16(truncatingIfNeeded: mixed >> (48 - bits)))
  }

  /// The cell that a run has or would have.
  private func place(of run: UInt64) -> (cell: Int, check: UInt16) {
    var (cell, check) = firstPlace(of: run)
    for _ in 0..<Self.mostProbed {
      if cells[cell].texts == 0 || cells[cell].check == check { break }
      cell = (cell + 1) & (cells.count - 1)
    }
    return (cell, check)
  }
}
