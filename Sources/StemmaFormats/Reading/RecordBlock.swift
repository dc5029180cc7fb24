internal import StemmaKit

/// Records as they are written, to be parsed by another thread than the one that reads them.
public struct RecordBlock: Sendable {
  private enum Entry: Sendable {
    case record(Range<Int>, number: Int)
    case problem(InputProblem)
  }

  private let path: String
  private let format: RecordFormat
  private let fields: FieldNames
  private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []

  init(path: String, format: RecordFormat, fields: FieldNames) {
    self.path = path
    self.format = format
    self.fields = fields
  }

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ record: ArraySlice<UInt8>, number: Int) {
    let start = bytes.count
    bytes += record
    entries.append(.record(start..<bytes.count, number: number))
  }

  mutating func add(_ problem: InputProblem) { entries.append(.problem(problem)) }

  /// What the records hold, in order.
  public func items() -> [InputItem] {
    let parser: any RecordParsing
    do throws(ReadError) {
      parser = try format.parser(fields)
    } catch {
      return [.problem(InputProblem(path: path, reason: error.reason))]
    }
    var items: [InputItem] = []
    bytes.withUnsafeBytes { bytes in
      for entry in entries {
        switch entry {
        case .problem(let problem): items.append(.problem(problem))
        case .record(let range, let number):
          let parsed = parser.parse(bytes, range, place: format.place(path, number))
          if let remark = parsed.remark { items.append(.problem(remark)) }
          items.append(parsed.item)
        }
      }
    }
    return items
  }
}
