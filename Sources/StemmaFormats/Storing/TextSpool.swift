public import StemmaKit

/// Lays texts aside while a collection is read: those that can be read again stay where they are, of
/// others the first in memory, the rest in a temporary file.
///
/// The file has no name from its beginning, so that it is gone with the program, however that ends.
public final class TextSpool {
  /// Texts of so many bytes together stay in memory: writing and reading a file takes longer than
  /// all else that is done to a text.
  private let memory: Int
  /// What is laid aside at once.
  private static let piece = 1 << 20

  private var texts = SpooledTexts()
  private var keptBytes = 0
  /// What goes to the temporary file next.
  private var buffer: [UInt8] = []
  /// How many bytes went there, or will.
  private var laidAside = 0

  private let records: RecordFiles

  /// - Parameter records: the files of the reader from which the texts come.
  public init(memory: Int = 192 << 20, records: RecordFiles = RecordFiles()) {
    self.memory = memory
    self.records = records
  }

  /// Lays a text aside; returns its number: 0, 1, 2 ...
  ///
  /// - Parameter record: from which it can be had again; then the text itself is not looked at.
  /// - Throws: ``ScratchError`` where the temporary file cannot be written.
  public func add(_ text: [UInt8], record: RecordPlace? = nil) throws -> Int {
    if let record {
      texts.places.append(.record(record))
    } else if texts.scratch == nil, keptBytes + text.count <= memory {
      texts.places.append(.memory(texts.kept.count))
      texts.kept.append(text)
      keptBytes += text.count
    } else {
      texts.scratch = try texts.scratch ?? ScratchFile()
      buffer += text
      texts.places.append(.scratch(laidAside..<laidAside + text.count))
      laidAside += text.count
      if buffer.count > Self.piece { try write() }
    }
    return texts.places.count - 1
  }

  private func write() throws {
    try buffer.withUnsafeBytes { bytes in try texts.scratch?.append(bytes) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// The texts, of which there can be no more then.
  public func finish() throws -> some TextShelf {
    try write()
    texts.files = records.all
    return texts
  }
}

private struct SpooledTexts: TextShelf {
  /// Where a text is.
  enum Place {
    /// Its number among those that are kept.
    case memory(Int)
    /// Its bytes in the temporary file.
    case scratch(Range<Int>)
    case record(RecordPlace)
  }

  var places: [Place] = []
  /// As they came: nothing is copied.
  var kept: [[UInt8]] = []
  var scratch: ScratchFile?
  var files: [RecordFile] = []

  func text(_ number: Int) throws -> [UInt8] {
    switch places[number] {
    case .memory(let index): kept[index]
    case .scratch(let range): try scratch?.bytes(at: range.lowerBound, count: range.count) ?? []
    case .record(let record): try files[Int(record.file)].text(record)
    }
  }
}
