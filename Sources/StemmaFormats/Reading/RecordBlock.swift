internal import StemmaKit

/// Lines of records, to be parsed by another thread than the one that reads them.
public struct RecordBlock: Sendable {
  private enum Entry: Sendable {
    case line(Range<Int>, number: Int)
    case problem(InputProblem)
  }

  private let path: String
  private let fields: FieldNames
  private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []

  init(path: String, fields: FieldNames) {
    self.path = path
    self.fields = fields
  }

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ line: ArraySlice<UInt8>, line number: Int) {
    let start = bytes.count
    bytes += line
    entries.append(.line(start..<bytes.count, number: number))
  }

  mutating func add(_ problem: InputProblem) { entries.append(.problem(problem)) }

  /// What the lines hold, in order.
  public func items() -> [InputItem] {
    let parser: RecordParser
    do throws(ReadError) {
      parser = try RecordParser(fields: fields)
    } catch {
      return [.problem(InputProblem(path: path, reason: error.reason))]
    }
    var items: [InputItem] = []
    bytes.withUnsafeBytes { bytes in
      for entry in entries {
        switch entry {
        case .problem(let problem): items.append(.problem(problem))
        case .line(let range, let number):
          guard bytes[range].contains(where: { $0 > 0x20 }) else { continue }
          let parsed = parser.parse(bytes, range, place: "\(path):\(number)")
          if let remark = parsed.remark { items.append(.problem(remark)) }
          items.append(parsed.item)
        }
      }
    }
    return items
  }
}
