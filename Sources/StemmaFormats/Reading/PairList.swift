/// A list of pairs of documents, one a line: the first two columns of a tab-separated file, or of a
/// .csv file.
public struct PairList: Sendable {
  public struct Row: Sendable, Equatable {
    public var a: String
    public var b: String
    public var line: Int
  }

  public var rows: [Row]
  public var problems: [InputProblem]

  /// - Parameter isKnown: whether an id is a document's; a first line of two unknown ids is a header.
  public init(path: String, limit: Int = 1 << 30, isKnown: (String) -> Bool) {
    rows = []
    problems = []
    do throws(ReadError) {
      let stream: any ByteStream = try path == "-" ? FileStream() : FileStream(RawPath(path))
      let kind = FileKind(name: path)
      let bytes = try kind.unpacked(stream).readAll(limit: limit)
      let table = kind.family == .table
      for (line, columns) in table ? Self.cells(bytes) : Self.columns(bytes) {
        if columns == [""] { continue }
        let place = "\(path):\(line)"
        guard columns.count >= 2 else {
          let reason =
            table
            ? "the row has no two cells, or its quotation marks do not match"
            : "the line has no two columns with a tab between"
          problems.append(InputProblem(path: place, reason: reason))
          continue
        }
        let unknown = columns[..<2].filter { !isKnown($0) }
        if unknown.isEmpty {
          rows.append(Row(a: columns[0], b: columns[1], line: line))
        } else if line > 1 || unknown.count == 1 {
          problems.append(
            InputProblem(path: place, reason: "there is no document of this id: \"\(unknown[0])\""))
        }
      }
    } catch {
      problems.append(InputProblem(path: path, reason: error.reason))
    }
  }

  /// The columns of each line, and its number.
  private static func columns(_ bytes: [UInt8]) -> [(line: Int, columns: [String])] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map { index, text in
      let columns = text.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
      }
      return (index + 1, columns)
    }
  }

  /// The cells of each row, none where it is malformed, and the number of its first line.
  private static func cells(_ bytes: [UInt8]) -> [(line: Int, columns: [String])] {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? bytes.dropFirst(3) : bytes[...]
    let dialect = FileKind.dialect(bytes)
    var found: [(line: Int, columns: [String])] = []
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
      found.append((line, columns ?? []))
      line += bytes[start..<end].count { $0 == 0x0A }
      start = end
    }
    return found
  }
}
