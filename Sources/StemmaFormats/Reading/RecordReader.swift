internal import StemmaKit

/// Reads records: one document each.
final class RecordReader {
  private let path: String
  private let fields: FieldNames
  private let cutter: any RecordCutter
  private let format: RecordFormat
  private let parser: any RecordParsing
  private var isAtEnd = false
  /// A document whose remark was handed on first.
  private var held: InputItem?

  init(path: String, _ cutter: any RecordCutter, fields: FieldNames) throws(ReadError) {
    self.path = path
    self.fields = fields
    self.cutter = cutter
    format = cutter.format
    parser = try format.parser(fields)
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
      let parsed = cutter.bytes.withUnsafeBytes {
        parser.parse($0, range, place: format.place(path, number))
      }
      guard let remark = parsed.remark else { return parsed.item }
      held = parsed.item
      return .problem(remark)
    case nil: return nil
    }
  }

  /// Records to be parsed elsewhere, of about so many bytes, with the problems that reading them has
  /// met; `nil` at the end.
  func nextBlock(bytes: Int) -> RecordBlock? {
    var block = RecordBlock(path: path, format: format, fields: fields)
    while block.bytes.count < bytes, let piece = nextPiece() {
      switch piece {
      case .problem(let problem): block.add(problem)
      case .record(let range, let number): block.add(cutter.bytes[range], number: number)
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
