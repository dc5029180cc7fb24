internal import StemmaKit

/// Reads records: one document each.
final class RecordReader {
  private let path: String
  private let fields: FieldNames
  private let cutter: any RecordCutter
  private let format: RecordFormat
  private let parser: any RecordParsing
  /// Where records can be read again, the number of their file.
  private let file: UInt16?
  private var isAtEnd = false
  /// A document whose remark was handed on first.
  private var held: InputItem?

  /// - Parameters:
  ///   - file: what the cutter cuts, where it can be read again.
  ///   - files: holds it.
  init(
    path: String, _ cutter: any RecordCutter, fields: FieldNames, file: OpenFile? = nil,
    among files: RecordFiles = RecordFiles()
  ) throws(ReadError) {
    self.path = path
    self.fields = fields
    self.cutter = cutter
    format = cutter.format
    parser = try format.parser(fields)
    let format = format
    self.file = file.flatMap {
      files.add(RecordFile(path: path, $0, format: format, fields: fields))
    }
  }

  /// The next record, or a problem with it; `nil` at the end.
  func next() -> InputItem? {
    if let item = held {
      held = nil
      return item
    }
    switch nextPiece() {
    case .problem(let problem): return .problem(problem)
    case .record(let range, let number):
      let (item, remark) = cutter.bytes.withUnsafeBytes { bytes in
        let parsed = parser.parse(bytes, range, place: format.place(path, number))
        let place = file.map {
          RecordPlace(
            UnsafeRawBufferPointer(rebasing: bytes[range]),
            at: cutter.offset + range.lowerBound, of: $0)
        }
        return (parsed.item(place), parsed.remark)
      }
      guard let remark else { return item }
      held = item
      return .problem(remark)
    case nil: return nil
    }
  }

  /// Records to be parsed elsewhere, of about so many bytes, with the problems that reading them has
  /// met; `nil` at the end.
  func nextBlock(bytes: Int) -> RecordBlock? {
    var block = RecordBlock(path: path, format: format, fields: fields, file: file, bytes: bytes)
    while block.bytes.count < bytes, let piece = nextPiece() {
      switch piece {
      case .problem(let problem): block.add(problem)
      case .record(let range, let number):
        block.add(
          cutter.bytes[range], at: cutter.offset + range.lowerBound, number: number)
      }
    }
    return block.isEmpty ? nil : block
  }

  private enum Piece {
    case record(Range<Int>, number: Int)
    case problem(InputProblem)
  }

  private func nextPiece() -> Piece? {
    guard !isAtEnd else { return nil }
    do throws(ReadError) {
      switch try cutter.next() {
      case .record(let range, let number): return .record(range, number: number)
      case .problem(let reason, let number):
        return .problem(InputProblem(path: format.place(path, number), reason: reason))
      case nil: return nil
      }
    } catch {
      isAtEnd = true
      return .problem(InputProblem(path: path, reason: error.reason))
    }
  }
}
