public import StemmaKit

/// Lays texts aside while a collection is read: in memory at first, in a temporary file where they
/// grow large.
///
/// The file has no name from its beginning, so that it is gone with the program, however that ends.
public final class TextSpool {
  /// Texts of so many bytes together stay in memory.
  private let memory: Int
  /// What is to be written at once.
  private static let piece = 1 << 20

  private var ends: [Int] = []
  private var buffer: [UInt8] = []
  private var file: ScratchFile?

  public init(memory: Int = 64 << 20) { self.memory = memory }

  /// Lays a text aside; returns its number: 0, 1, 2 ...
  ///
  /// - Throws: ``ScratchError`` where the temporary file cannot be written.
  public func add(_ text: [UInt8]) throws -> Int {
    ends.append((ends.last ?? 0) + text.count)
    buffer += text
    if buffer.count > (file == nil ? memory : Self.piece) { try write() }
    return ends.count - 1
  }

  private func write() throws {
    let file = try file ?? ScratchFile()
    self.file = file
    try buffer.withUnsafeBytes { bytes in try file.append(bytes) }
    buffer = []
    buffer.reserveCapacity(Self.piece + Self.piece / 4)
  }

  /// The texts, of which there can be no more then.
  public func finish() throws -> some TextShelf {
    if file != nil { try write() }
    return SpooledTexts(ends: ends, bytes: buffer, file: file)
  }
}

private struct SpooledTexts: TextShelf {
  let ends: [Int]
  let bytes: [UInt8]
  let file: ScratchFile?

  func text(_ number: Int) throws -> [UInt8] {
    let start = number == 0 ? 0 : ends[number - 1]
    guard let file else { return Array(bytes[start..<ends[number]]) }
    return try file.bytes(at: start, count: ends[number] - start)
  }
}
