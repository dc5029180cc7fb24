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
      texts.add(record)
    } else if texts.scratch == nil, keptBytes + text.count <= memory {
      texts.keep(text)
      keptBytes += text.count
    } else {
      texts.scratch = try texts.scratch ?? ScratchFile()
      buffer += text
      texts.places.append(.init(home: .scratch, start: laidAside, count: text.count))
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
  struct Place {
    enum Home: Equatable {
      case memory
      case scratch
      case record(file: UInt16)
    }

    var home: Home
    /// Of a record.
    var check: UInt32 = 0
    /// Its number among those in memory; else its first byte in its file.
    var start: Int
    var count: Int
  }

  var places: [Place] = []
  /// As they came: nothing is copied.
  private var kept: [[UInt8]] = []
  var scratch: ScratchFile?
  var files: [RecordFile] = []

  mutating func keep(_ text: [UInt8]) {
    places.append(Place(home: .memory, start: kept.count, count: text.count))
    kept.append(text)
  }

  mutating func add(_ record: RecordPlace) {
    places.append(
      Place(
        home: .record(file: record.file), check: record.check,
        start: record.range.lowerBound, count: record.range.count))
  }

  func text(_ number: Int) throws -> [UInt8] {
    let place = places[number]
    switch place.home {
    case .memory: return kept[place.start]
    case .scratch: return try scratch?.bytes(at: place.start, count: place.count) ?? []
    case .record(let file):
      return try files[Int(file)].text(
        place.start..<place.start + place.count, check: place.check)
    }
  }
}
