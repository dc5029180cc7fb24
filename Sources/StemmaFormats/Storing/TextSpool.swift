public import StemmaKit

/// Lays texts aside while a collection is read: the first ones in memory, the rest in a temporary
/// file.
///
/// The file has no name from its beginning, so that it is gone with the program, however that ends.
public final class TextSpool {
  /// Texts of so many bytes together stay in memory: writing and reading a file takes longer than
  /// all else that is done to a text.
  private let memory: Int
  /// What is laid aside at once.
  private static let piece = 1 << 20

  /// The first texts, as they came: nothing is copied.
  private var kept: [[UInt8]] = []
  private var keptBytes = 0
  /// Where each of the others ends in the file.
  private var ends: [Int] = []
  private var buffer: [UInt8] = []
  private var file: ScratchFile?

  public init(memory: Int = 192 << 20) { self.memory = memory }

  /// Lays a text aside; returns its number: 0, 1, 2 ...
  ///
  /// - Throws: ``ScratchError`` where the temporary file cannot be written.
  public func add(_ text: [UInt8]) throws -> Int {
    if file == nil, keptBytes + text.count <= memory {
      kept.append(text)
      keptBytes += text.count
    } else {
      file = try file ?? ScratchFile()
      buffer += text
      ends.append((ends.last ?? 0) + text.count)
      if buffer.count > Self.piece { try write() }
    }
    return kept.count + ends.count - 1
  }

  private func write() throws {
    try buffer.withUnsafeBytes { bytes in try file?.append(bytes) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// The texts, of which there can be no more then.
  public func finish() throws -> some TextShelf {
    try write()
    return SpooledTexts(kept: kept, ends: ends, file: file)
  }
}

private struct SpooledTexts: TextShelf {
  let kept: [[UInt8]]
  let ends: [Int]
  let file: ScratchFile?

  func text(_ number: Int) throws -> [UInt8] {
    if number < kept.count { return kept[number] }
    let place = number - kept.count
    let start = place == 0 ? 0 : ends[place - 1]
    return try file?.bytes(at: start, count: ends[place] - start) ?? []
  }
}
