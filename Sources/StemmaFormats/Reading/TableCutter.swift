/// Where the wanted fields stand in the rows of a table.
struct TableColumns: Sendable {
  var dialect: TableDialect
  /// How many columns there are.
  var count: Int
  /// Of the fields in the order of ``FieldNames/all``, their columns.
  var places: [Int?]
  var fields: FieldNames
}

/// Cuts a table with a header, such as a CSV file, into rows.
final class TableCutter: RecordCutter {
  private struct Finder: RecordEndFinder {
    var state: RowState
    private(set) var lines = 0
    /// The quotation marks are against the rule: the row then ends with its first line.
    private(set) var isMalformed = false

    init(separator: UInt8) { state = RowState(separator: separator) }

    mutating func end(of start: Int, in bytes: [UInt8], searched: Int, isOverlong: Bool) -> Int? {
      guard !isMalformed else { return lineEnd(in: bytes, from: searched) }
      for index in searched..<bytes.count {
        let byte = bytes[index]
        if byte == 0x0A { lines += 1 }
        switch state.step(byte) {
        case .within, .cell: break
        case .row: return index + 1
        case .malformed:
          isMalformed = true
          // What has been passed over is looked through again, unless it is gone.
          if !isOverlong { lines = 0 }
          return lineEnd(in: bytes, from: isOverlong ? index : start)
        }
      }
      return nil
    }

    private mutating func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
      guard let end = System.index(of: 0x0A, in: bytes, from: start) else { return nil }
      lines += 1
      return end + 1
    }

    mutating func restart() {
      state = RowState(separator: state.separator)
      lines = 0
      isMalformed = false
    }
  }

  private var buffer: RecordBuffer
  private var finder: Finder
  private let dialect: TableDialect
  private var columns: TableColumns
  /// Lines read so far.
  private var line = 0

  /// Reads the header.
  ///
  /// - Throws: `ReadError` where it cannot be read or has no column of texts.
  init(
    _ stream: any ByteStream, _ dialect: TableDialect, fields: FieldNames, limit: Int
  ) throws(ReadError) {
    self.dialect = dialect
    buffer = RecordBuffer(stream, limit: limit)
    finder = Finder(separator: dialect.separator)
    columns = TableColumns(dialect: dialect, count: 0, places: [], fields: fields)
    guard let header = try next() else { throw ReadError("it is empty") }
    guard case .record(let range, _) = header else {
      if case .problem(let reason, _) = header { throw ReadError("its header: \(reason)") }
      return
    }
    try readHeader(Array(bytes[range]))
  }

  var bytes: [UInt8] { buffer.bytes }
  var offset: Int { buffer.offset }
  var format: RecordFormat { .table(columns) }

  private func readHeader(_ line: [UInt8]) throws(ReadError) {
    let isUTF8 = String(validating: line, as: UTF8.self) != nil
    let names = Self.names(isUTF8 ? line : TextDecoding.windows1252(line), dialect)
    guard let names else { throw ReadError("the quotation marks of its header are not closed") }
    columns.count = names.count
    columns.places = columns.fields.all.map { names.firstIndex(of: $0) }
    guard columns.places[1] == nil else { return }
    let listed = names.prefix(12).map { $0.isEmpty ? "\"\"" : String($0.prefix(30)) }
      .joined(separator: ", ")
    throw ReadError(
      "its header has no column \"\(columns.fields.text)\" but \(listed)\(names.count > 12 ? ", …" : ""); name the column of the text with --text-field"
    )
  }

  private static func names(_ line: [UInt8], _ dialect: TableDialect) -> [String]? {
    line.withUnsafeBytes { bytes in
      TableRow(bytes, dialect).map { row in
        row.cells.indices.map { cell in
          let name = row.text(cell).drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
          return String(decoding: Array(name), as: UTF8.self)
        }
      }
    }
  }

  func next() throws(ReadError) -> RecordPiece? {
    while true {
      finder.restart()
      guard let cut = try buffer.next(&finder) else { return nil }
      let number = line + 1
      line += finder.lines
      if cut.isOverlong {
        let reason =
          cut.isComplete || !finder.state.isOpen
          ? ReadError.tooLarge(limit: buffer.limit).reason
          : "a quotation mark is not closed, so that all behind it is one cell, too large to be read"
        return .problem(reason, number: number)
      }
      var range = cut.range
      if !cut.isComplete, finder.state.isOpen,
        let end = System.index(of: 0x0A, in: bytes, from: range.lowerBound)
      {
        // The quotation mark is never closed: the row is its first line, and then come others.
        range = range.lowerBound..<end + 1
        buffer.rewind(to: end + 1)
        line = number
      }
      if number == 1, bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
        range = range.lowerBound + 3..<range.upperBound
      }
      if bytes[range].contains(where: { $0 > 0x20 && $0 != dialect.separator }) {
        return .record(range, number: number)
      }
    }
  }
}
