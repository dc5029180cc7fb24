import Synchronization
import Testing

@testable import StemmaKit

/// Scratch space in memory.
private final class Scratch: ScratchSpace {
  struct Full: Error {}

  private let room: Int
  private let bytes = Mutex<[UInt8]>([])

  init(room: Int = .max) { self.room = room }

  var count: Int { bytes.withLock { $0.count } }

  func append(_ more: UnsafeRawBufferPointer) throws {
    try bytes.withLock {
      guard $0.count + more.count <= room else { throw Full() }
      $0 += more
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws {
    try bytes.withLock {
      guard offset + buffer.count <= $0.count else { throw Full() }
      buffer.copyBytes(from: $0[offset..<offset + buffer.count])
    }
  }
}

@Suite struct SketchRowsTests {
  /// So many rows that two blocks are full and one is open.
  private static let sketches: [SearchSketch] = {
    var random = SplitMix64(state: 4)
    return (0..<9000).map { number in
      SearchSketch(
        keys: (0..<SearchSketch.slots).map { _ in UInt32.random(in: 0...(.max), using: &random) },
        tokenCount: number, wordCount: number / 2)
    }
  }()

  private func rows(memory: Int, _ scratch: Scratch) throws -> SketchRows {
    var rows = SketchRows(memory: memory) { scratch }
    for sketch in Self.sketches { try rows.add(sketch) }
    return rows
  }

  @Test(arguments: [0, 7_000_000, Int.max])
  func `Rows and columns are the same wherever they stand`(memory: Int) throws {
    let scratch = Scratch()
    let rows = try rows(memory: memory, scratch)
    #expect((scratch.count > 0) == (memory < .max))
    #expect(rows.count == 9000)
    for number in [0, 1, 4095, 4096, 8191, 8192, 8999] {
      let (found, expected) = (try rows.sketch(number), Self.sketches[number])
      #expect(found.keys == expected.keys)
      #expect(found.tokenCount == number && found.wordCount == number / 2)
    }
    let columns = try rows.columns(250..<260)
    for (index, column) in columns.enumerated() {
      #expect(column == Self.sketches.map { $0.keys[250 + index] })
    }
  }

  @Test func `What the scratch space throws comes out`() throws {
    #expect(throws: Scratch.Full.self) { try rows(memory: 0, Scratch(room: 1000)) }
  }
}
