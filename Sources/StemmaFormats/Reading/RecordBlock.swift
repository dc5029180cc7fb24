internal import StemmaKit

/// Records as they are written, to be parsed by another thread than the one that reads them.
public struct RecordBlock: Sendable {
  private enum Entry: Sendable {
    /// The bytes in the block, where they begin in the stream, and the number of the record.
    case record(Range<Int>, offset: Int, number: Int)
    case problem(InputProblem)
  }

  private let path: String
  private let format: RecordFormat
  private let fields: FieldNames
  private let file: UInt16?
  private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// - Parameters:
  ///   - file: its number, where the records can be read again.
  ///   - bytes: about so many there will be.
  init(
    path: String, format: RecordFormat, fields: FieldNames, file: UInt16?, bytes: Int
  ) {
    self.path = path
    self.format = format
    self.fields = fields
    self.file = file
    self.bytes.reserveCapacity(bytes + bytes / 64)
  }

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ record: ArraySlice<UInt8>, at offset: Int, number: Int) {
    let start = bytes.count
    bytes += record
    entries.append(.record(start..<bytes.count, offset: offset, number: number))
  }

  mutating func add(_ problem: InputProblem) { entries.append(.problem(problem)) }

  /// Hands on what the records hold, in order.
  func forEachItem(_ body: (InputItem) -> Void) {
    let parser: any RecordParsing
    do throws(ReadError) {
      parser = try format.parser(fields)
    } catch {
      return body(.problem(InputProblem(path: path, reason: error.reason)))
    }
    bytes.withUnsafeBytes { bytes in
      for entry in entries {
        switch entry {
        case .problem(let problem): body(.problem(problem))
        case .record(let range, let offset, let number):
          let parsed = parser.parse(bytes, range, place: format.place(path, number))
          if let remark = parsed.remark { body(.problem(remark)) }
          let record = UnsafeRawBufferPointer(rebasing: bytes[range])
          body(parsed.item(file.map { RecordPlace(record, at: offset, of: $0) }))
        }
      }
    }
  }
}
