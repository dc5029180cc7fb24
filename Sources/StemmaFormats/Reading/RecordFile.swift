internal import CXXHash
internal import StemmaKit
internal import Synchronization

/// A record that can be read again where it stands.
///
/// A plain value: threads that held the file itself would contend for counting who holds it.
public struct RecordPlace: Sendable {
  /// Its number in ``RecordFiles``.
  let file: UInt16
  /// Of its bytes, so that it shows where they have changed.
  let check: UInt32
  /// Of its bytes in the file.
  let range: Range<Int>

  init(_ record: UnsafeRawBufferPointer, at offset: Int, of file: UInt16) {
    self.file = file
    check = RecordFile.check(record)
    range = offset..<offset + record.count
  }
}

/// The files of a reader whose records can be read again. They stay open.
public final class RecordFiles: Sendable {
  /// Far fewer than systems allow.
  private static let most = 64
  private let held = Mutex<[RecordFile]>([])

  public init() {}

  /// - Returns: the number of the file; `nil` where there are too many.
  func add(_ file: RecordFile) -> UInt16? {
    held.withLock { held in
      guard held.count < Self.most else { return nil }
      held.append(file)
      return UInt16(held.count - 1)
    }
  }

  var all: [RecordFile] { held.withLock { $0 } }
}

/// An open file of records, whose texts need not be laid aside, since they can be read again.
final class RecordFile: Sendable {
  /// As messages call it.
  let path: String
  private let file: OpenFile
  private let format: RecordFormat
  private let fields: FieldNames
  private let parsers = Mutex<[Lent]>([])

  /// A parser, which one thread at a time has.
  private struct Lent: @unchecked Sendable { let parser: any RecordParsing }

  init(path: String, _ file: OpenFile, format: RecordFormat, fields: FieldNames) {
    self.path = path
    self.file = file
    self.format = format
    self.fields = fields
  }

  static func check(_ record: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: stemma_xxh3_64(record.baseAddress, record.count))
  }

  /// The text of a record, read once more.
  ///
  /// - Throws: ``ScratchError`` where the record is no longer there, or the file cannot be read.
  func text(_ record: RecordPlace) throws(ScratchError) -> [UInt8] {
    let count = record.range.count
    // The parser reads a little behind the record.
    let size = count + RecordParser.padding
    let text = withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) {
      bytes -> Result<[UInt8]?, SystemError> in
      bytes.initializeMemory(as: UInt8.self, repeating: 0x20)
      let written = UnsafeMutableRawBufferPointer(rebasing: bytes[..<count])
      return Result { () throws(SystemError) in
        let read = try System.read(file.descriptor, into: written, at: record.range.lowerBound)
        guard read == count, Self.check(UnsafeRawBufferPointer(written)) == record.check,
          let lent = borrow()
        else { return nil }
        defer { parsers.withLock { $0.append(lent) } }
        return lent.parser.text(UnsafeRawBufferPointer(bytes), 0..<count)
      }
    }
    switch text {
    case .success(let text?): return text
    case .success(nil): throw ScratchError(changed: path)
    case .failure(let error): throw ScratchError(path, error)
    }
  }

  private func borrow() -> Lent? {
    if let lent = parsers.withLock({ $0.popLast() }) { return lent }
    return (try? format.parser(fields)).map { Lent(parser: $0) }
  }
}
