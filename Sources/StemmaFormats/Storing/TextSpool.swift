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

  /// Where each text ends, counted over all.
  private var ends: [Int] = []
  private var kept = KeptTexts()
  private var buffer: [UInt8] = []
  private var file: ScratchFile?

  public init(memory: Int = 192 << 20) { self.memory = memory }

  /// Lays a text aside; returns its number: 0, 1, 2 ...
  ///
  /// - Throws: ``ScratchError`` where the temporary file cannot be written.
  public func add(_ text: [UInt8]) throws -> Int {
    ends.append((ends.last ?? 0) + text.count)
    if file == nil, kept.count + text.count <= memory {
      kept.add(text, piece: Self.piece)
    } else {
      file = try file ?? ScratchFile()
      buffer += text
      if buffer.count > Self.piece { try write() }
    }
    return ends.count - 1
  }

  private func write() throws {
    try buffer.withUnsafeBytes { bytes in try file?.append(bytes) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// The texts, of which there can be no more then.
  public func finish() throws -> some TextShelf {
    try write()
    return SpooledTexts(ends: ends, kept: kept, file: file)
  }
}

/// Texts in memory, in pieces, so that nothing is copied where they grow.
private struct KeptTexts: Sendable {
  private(set) var count = 0
  private var pieces: [[UInt8]] = []
  /// What stands before each piece.
  private var starts: [Int] = []

  mutating func add(_ text: [UInt8], piece: Int) {
    let last = pieces.count - 1
    if last < 0 || pieces[last].count + text.count > piece {
      starts.append(count)
      pieces.append([])
      pieces[last + 1].reserveCapacity(max(piece, text.count))
    }
    pieces[pieces.count - 1] += text
    count += text.count
  }

  func bytes(_ range: Range<Int>) -> [UInt8] {
    guard !range.isEmpty else { return [] }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= range.lowerBound { low = middle } else { high = middle }
    }
    let start = range.lowerBound - starts[low]
    return Array(pieces[low][start..<start + range.count])
  }
}

private struct SpooledTexts: TextShelf {
  let ends: [Int]
  let kept: KeptTexts
  let file: ScratchFile?

  func text(_ number: Int) throws -> [UInt8] {
    let range = (number == 0 ? 0 : ends[number - 1])..<ends[number]
    if range.upperBound <= kept.count { return kept.bytes(range) }
    return try file?.bytes(at: range.lowerBound - kept.count, count: range.count) ?? []
  }
}
