/// The search sketches of a collection, a row each: in memory, or in scratch space where they are
/// many.
public struct SketchRows: Sendable {
  private static let rowBytes = SearchSketch.slots * 4
  /// Keys in a line of the caches, which are fetched together.
  static let slotsOfLine = 16
  /// Rows a block: 6 MB.
  private static let blockRows = 4096

  private let memory: Int
  private let makeScratch: (@Sendable () throws -> any ScratchSpace)?
  private var scratch: (any ScratchSpace)?
  /// Full blocks of rows that are in memory, then the open one.
  private var blocks: [[UInt32]] = [[]]
  /// Rows that stand in scratch space.
  private var laidAside = 0
  private var tokenCounts: [UInt32] = []
  private var wordCounts: [UInt32] = []

  /// - Parameters:
  ///   - memory: bytes that the rows may take there.
  ///   - makeScratch: asked for room where they take more; `nil` where there is none.
  public init(
    memory: Int = .max, makeScratch: (@Sendable () throws -> any ScratchSpace)? = nil
  ) {
    self.memory = memory
    self.makeScratch = makeScratch
  }

  init(_ sketches: [SearchSketch]) {
    self.init()
    for sketch in sketches { add(inMemory: sketch) }
  }

  public var count: Int { tokenCounts.count }

  /// Whether some rows stand in scratch space.
  var isLaidAside: Bool { laidAside > 0 }

  /// - Throws: what the scratch space throws.
  mutating func add(_ sketch: SearchSketch) throws {
    add(inMemory: sketch)
    let inMemory = (count - laidAside) * Self.rowBytes
    guard let makeScratch, (count - laidAside) % Self.blockRows == 0, inMemory > memory else {
      return
    }
    let scratch = try scratch ?? makeScratch()
    self.scratch = scratch
    for block in blocks { try block.withUnsafeBytes { try scratch.append($0) } }
    laidAside = count
    blocks = [[]]
  }

  private mutating func add(inMemory sketch: SearchSketch) {
    if blocks[blocks.count - 1].count == Self.blockRows * SearchSketch.slots { blocks.append([]) }
    let last = blocks.count - 1
    if blocks[last].isEmpty {
      blocks[last].reserveCapacity(Self.blockRows * SearchSketch.slots)
    }
    blocks[last] += sketch.keys
    tokenCounts.append(UInt32(clamping: sketch.tokenCount))
    wordCounts.append(UInt32(clamping: sketch.wordCount))
  }

  /// The sketch of one document.
  func sketch(_ row: Int) throws -> SearchSketch {
    SearchSketch(
      keys: try keys(row), tokenCount: Int(tokenCounts[row]),
      wordCount: Int(wordCounts[row]))
  }

  private func keys(_ row: Int) throws -> ArraySlice<UInt32> {
    if row >= laidAside {
      let (block, place) = (row - laidAside).quotientAndRemainder(dividingBy: Self.blockRows)
      let start = place * SearchSketch.slots
      return blocks[block][start..<start + SearchSketch.slots]
    }
    return try read(bytes: Self.rowBytes, at: row * Self.rowBytes)[...]
  }

  /// Makes ready that a row is read soon, if it is in memory.
  func prefetch(_ row: Int) {
    guard row >= laidAside else { return }
    let (block, place) = (row - laidAside).quotientAndRemainder(dividingBy: Self.blockRows)
    let rows = blocks[block]
    let keys = rows.span
    let start = place * SearchSketch.slots
    for line in stride(from: start, to: start + SearchSketch.slots, by: Self.slotsOfLine) {
      keys.prefetch(line)
    }
  }

  private func read(bytes: Int, at offset: Int) throws -> [UInt32] {
    var failure: (any Error)?
    let keys = [UInt32](unsafeUninitializedCapacity: bytes / 4) { buffer, filled in
      do {
        try scratch?.read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
        filled = bytes / 4
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return keys
  }

  /// What the rows hold in some slots: an array for each slot, a key for each row.
  ///
  /// - Complexity: O(*n* · *k*) where rows stand in scratch space, which is read through.
  func columns(_ slots: Range<Int>) throws -> [[UInt32]] {
    var columns = slots.map { _ in [UInt32](repeating: 0, count: count) }
    for first in stride(from: 0, to: laidAside, by: Self.blockRows) {
      let rows = min(Self.blockRows, laidAside - first)
      let block = try read(bytes: rows * Self.rowBytes, at: first * Self.rowBytes)
      Self.take(block, slots, at: first, into: &columns)
    }
    for (number, block) in blocks.enumerated() {
      Self.take(block, slots, at: laidAside + number * Self.blockRows, into: &columns)
    }
    return columns
  }

  /// Slots are taken out of so many rows at a time, which then are in the nearest cache, while the
  /// next are fetched: rows lie too far apart for a processor to foresee.
  private static let tile = 64

  private static func take(
    _ block: [UInt32], _ slots: Range<Int>, at first: Int, into columns: inout [[UInt32]]
  ) {
    let count = block.count / SearchSketch.slots
    let block = block.span
    for begin in stride(from: 0, to: count, by: tile) {
      let rows = begin..<min(count, begin + tile)
      for index in columns.indices {
        let slot = slots.lowerBound + index
        let isFirst = index == 0 || slot % slotsOfLine == 0
        var column = columns[index].mutableSpan
        for row in rows {
          let place = row &* SearchSketch.slots &+ slot
          if isFirst { block.prefetch(place &+ tile &* SearchSketch.slots) }
          column[first &+ row] = block[place]
        }
      }
    }
  }
}
