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

  /// The runs are counted in so many parts, by their hashes: a part stays within the caches of a
  /// processor while it is filled, and each is filled by one thread.
  static let parts = 1 << partBits
  private static let partBits: UInt64 = 6

  private let filled: [Part]

  /// Counts the runs of texts.
  ///
  /// - Parameters:
  ///   - portions: the runs.
  ///   - houses: of each text, by number.
  /// - Complexity: O(*n*) in the runs.
  init(_ portions: [RunPortion], houses: [House], threads: Int) {
    filled = parallelChunks(Self.parts, threads: threads, chunk: 1) { range in
      range.map { number in
        var part = Part(runs: portions.reduce(0) { $0 + $1.count(in: number) })
        for portion in portions { part.add(portion, number, houses) }
        return part
      }
    }
  }

  /// The numbers of the texts that have a run of which this is so.
  ///
  /// - Parameter portions: those that were counted.
  func texts(
    _ portions: [RunPortion], threads: Int, where isSo: @Sendable (Count) -> Bool
  ) -> Set<Int> {
    Set(
      parallelChunks(Self.parts, threads: threads, chunk: 1) { range in
        range.flatMap { number in
          portions.flatMap { filled[number].texts($0, number, where: isSo) }
        }
      })
  }

  /// What is known of each of some runs.
  func counts(_ runs: [UInt64]) -> [Count] { runs.map { self[$0] } }

  /// What is known of a run; of one that was never counted, no text.
  subscript(run: UInt64) -> Count { filled[Self.part(of: run)][run] }

  /// The part that counts a run.
  @inline(__always)
  static func part(of run: UInt64) -> Int { Int(mixed(run) >> (64 - partBits)) }

  @inline(__always)
  private static func mixed(_ run: UInt64) -> UInt64 { run &* Shingles.multiplier }

  /// The runs of one part.
  private struct Part {
    /// Where so many cells in a row are taken, as hardly ever but on purpose, runs pass for one.
    private static let mostProbed = 64

    private let bits: UInt64
    private var cells: [Count]

    /// - Parameter runs: how many distinct runs will be counted at most.
    init(runs: Int) {
      var bits: UInt64 = 4
      while 1 << bits < 2 * runs { bits += 1 }
      self.bits = bits
      cells = [Count](repeating: Count(), count: 1 << bits)
    }

    mutating func add(_ portion: RunPortion, _ number: Int, _ houses: [House]) {
      let (bits, houses) = (bits, houses.span)
      var cells = cells.mutableSpan
      portion.forEach(in: number) { run, text in
        let (cell, check) = Self.place(of: run, bits, cells.span)
        cells[cell].check = check
        cells[cell].add(houses[text])
      }
    }

    /// The texts of a portion that have a run of which this is so, each once or more.
    func texts(_ portion: RunPortion, _ number: Int, where isSo: (Count) -> Bool) -> [Int] {
      let cells = cells.span
      var found: [Int] = []
      portion.forEach(in: number) { run, text in
        if isSo(cells[Self.place(of: run, bits, cells).cell]) { found.append(text) }
      }
      return found
    }

    subscript(run: UInt64) -> Count { cells[Self.place(of: run, bits, cells.span).cell] }

    /// The cell that a run has or would have, and what tells it from others there.
    @inline(__always)
    private static func place(of run: UInt64, _ bits: UInt64, _ cells: Span<Count>) -> (
      cell: Int, check: UInt16
    ) {
      let mixed = RunTable.mixed(run) << partBits
      var cell = Int(mixed >> (64 - bits))
      let check = UInt16(truncatingIfNeeded: mixed >> (48 - bits))
      for _ in 0..<mostProbed {
        if cells[cell].texts == 0 || cells[cell].check == check { break }
        cell = (cell &+ 1) & (cells.count &- 1)
      }
      return (cell, check)
    }
  }
}
