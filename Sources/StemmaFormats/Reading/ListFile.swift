/// The rows of a list in columns: of a tab-separated file or of a .csv file, packed or not; blank
/// lines are passed over.
struct ListFile {
  struct Row {
    var columns: [String]
    /// Of the row's first line.
    var line: Int
  }

  let rows: [Row]
  private let isTable: Bool

  /// - Parameters:
  ///   - path: of the file; `-` for standard input.
  ///   - limit: bytes that it may have.
  init(path: String, limit: Int) throws(ReadError) {
    let stream = FileStream(try path == "-" ? OpenFile() : OpenFile(RawPath(path)))
    let kind = FileKind(name: path)
    let bytes = try kind.unpacked(stream).readAll(limit: limit)
    isTable = kind.family == .table
    let all = isTable ? Self.cells(bytes) : Self.columns(bytes)
    rows = all.filter { $0.columns != [""] }
  }

  /// What is wrong with a row of less than two columns.
  var tooShort: String {
    isTable
      ? "the row has no two cells, or its quotation marks do not match"
      : "the line has no two columns with a tab between"
  }

  /// The columns of each line, and its number.
  private static func columns(_ bytes: [UInt8]) -> [Row] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map { index, text in
      let columns = text.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
      }
      return Row(columns: columns, line: index + 1)
    }
  }

  /// The cells of each row, none where it is malformed, and the number of its first line.
  private static func cells(_ bytes: [UInt8]) -> [Row] {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? bytes.dropFirst(3) : bytes[...]
    let dialect = FileKind.dialect(bytes)
    var found: [Row] = []
    var line = 1
    var start = bytes.startIndex
    while start < bytes.endIndex {
      var state = RowState(separator: dialect.separator)
      var end = start
      while end < bytes.endIndex {
        let step = state.step(bytes[end])
        end += 1
        if step == .row { break }
        // Whatever the quotation marks open, the row is its first line.
        if step == .malformed || end == bytes.endIndex && state.isOpen {
          end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
          break
        }
      }
      let columns = bytes[start..<end].withUnsafeBytes { row in
        TableRow(row, dialect).map { row in
          row.cells.indices.map { String(decoding: row.text($0), as: UTF8.self) }
        }
      }
      found.append(Row(columns: columns ?? [], line: line))
      line += bytes[start..<end].count { $0 == 0x0A }
      start = end
    }
    return found
  }
}
