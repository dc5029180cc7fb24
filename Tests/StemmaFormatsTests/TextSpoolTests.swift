import Foundation
import StemmaKit
import Testing

@testable import StemmaFormats

@Suite struct TextSpoolTests {
  /// Texts of random bytes and of some sizes, the same for a seed.
  private static func texts(_ sizes: [Int], seed: UInt64) -> [[UInt8]] {
    var state = seed
    return sizes.map { size in
      (0..<size).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
    }
  }

  /// Some of everything: empty texts at the ends and in a row, and one larger than a piece.
  private static let mixed = texts(
    [0, 5, 0, 0, 1, 300, 70_000, 0, (1 << 20) + 17, 3, 0, 2500, 900_000, 900_000, 1, 0], seed: 1)

  private func shelf(_ texts: [[UInt8]], memory: Int) throws -> any TextShelf {
    let spool = TextSpool(memory: memory)
    for (number, text) in texts.enumerated() { #expect(try spool.add(text) == number) }
    return try spool.finish()
  }

  // In memory whole, in the file from the first text on, and all between.
  @Test(arguments: [0, 1, 5, 306, 100_000, 1 << 20, 3 << 20, .max])
  func `Texts come out as they went in, wherever they lie`(memory: Int) throws {
    let shelf = try shelf(Self.mixed, memory: memory)
    for number in Self.mixed.indices {
      #expect(try shelf.text(number) == Self.mixed[number], "text \(number)")
    }
    // In any order, and again.
    for number in Self.mixed.indices.reversed() {
      #expect(try shelf.text(number) == Self.mixed[number], "text \(number), again")
    }
  }

  @Test(arguments: [0, 1000, .max])
  func `Many small texts come out as they went in`(memory: Int) throws {
    let texts = Self.texts((0..<20_000).map { $0 * 7 % 190 }, seed: 2)
    // More than a piece, so that the file is written several times.
    try #require(texts.reduce(0) { $0 + $1.count } > 3 << 19)
    let shelf = try shelf(texts, memory: memory)
    let wrong = try texts.indices.filter { try shelf.text($0) != texts[$0] }
    #expect(wrong == [])
  }

  @Test(arguments: [0, .max])
  func `Empty texts alone and no texts at all are laid aside too`(memory: Int) throws {
    let shelf = try shelf([[], [], []], memory: memory)
    for number in 0..<3 { #expect(try shelf.text(number) == []) }
    _ = try self.shelf([], memory: memory)
  }

  @Test(arguments: [0, .max])
  func `Several threads read at once`(memory: Int) async throws {
    let texts = Self.texts((0..<600).map { $0 * 131 % 9000 }, seed: 3)
    let shelf = try shelf(texts, memory: memory)
    let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
      for reader in 1...8 {
        group.addTask {
          // Each in another order.
          let order = texts.indices.map { $0 * (2 * reader * 3 + 1) % 600 }
          return try order.count { try shelf.text($0) != texts[$0] }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test func `Two spools have files of their own`() throws {
    let texts = [Self.texts([10, 2000, 30], seed: 4), Self.texts([10, 2000, 30], seed: 5)]
    let spools = [TextSpool(memory: 0), TextSpool(memory: 0)]
    for number in 0..<3 {
      for (spool, texts) in zip(spools, texts) { _ = try spool.add(texts[number]) }
    }
    for (spool, texts) in zip(spools, texts) {
      let shelf = try spool.finish()
      for number in 0..<3 { #expect(try shelf.text(number) == texts[number]) }
    }
  }

  @Test func `A folder that is not there is named by the error`() async {
    // The variable is the process's: it is set in one of its own.
    await #expect(processExitsWith: .success) {
      setenv("TMPDIR", "/nowhere/at all", 1)
      let spool = TextSpool(memory: 10)
      #expect(throws: Never.self) { try spool.add([1, 2, 3]) }
      let more = [UInt8](repeating: 4, count: 8)
      let error = #expect(throws: ScratchError.self) { try spool.add(more) }
      let sentence = error.map { "\($0)" } ?? ""
      #expect(sentence.contains("/nowhere/at all"), "\(sentence)")
      #expect(sentence.contains("No such file or directory"), "\(sentence)")
      #expect(sentence.contains("TMPDIR"), "\(sentence)")
    }
  }

  @Test func `Texts that stay in memory need no folder`() async {
    await #expect(processExitsWith: .success) {
      setenv("TMPDIR", "/nowhere/at all", 1)
      let spool = TextSpool(memory: 10)
      _ = try spool.add([1, 2, 3])
      _ = try spool.add([UInt8](repeating: 4, count: 7))
      #expect(try spool.finish().text(1) == [4, 4, 4, 4, 4, 4, 4])
    }
  }

  @Test func `Without the variable, or with an empty one, it is the system's folder`() async {
    await #expect(processExitsWith: .success) {
      setenv("TMPDIR", "", 1)
      #expect(ScratchFile.folder == "/tmp")
      unsetenv("TMPDIR")
      #expect(ScratchFile.folder == "/tmp")
    }
  }

  @Test func `The file has no name`() async {
    await #expect(processExitsWith: .success) {
      let folder = FileManager.default.temporaryDirectory.path + "/stemma-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      setenv("TMPDIR", folder, 1)
      let spool = TextSpool(memory: 0)
      _ = try spool.add([1, 2, 3])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
      // It is there all the same, even when the folder is gone.
      try FileManager.default.removeItem(atPath: folder)
      #expect(try spool.finish().text(0) == [1, 2, 3])
    }
  }
}
