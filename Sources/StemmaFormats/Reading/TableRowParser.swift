internal import CSIMDJSON
internal import StemmaKit

/// Makes documents of the rows of a table.
struct TableRowParser: RecordParsing {
  private let columns: TableColumns

  init(_ columns: TableColumns) { self.columns = columns }

  func parse(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, place: String) -> ParsedRecord {
    let row = UnsafeRawBufferPointer(rebasing: bytes[range])
    if stemma_record_is_utf8(row.baseAddress?.assumingMemoryBound(to: CChar.self), row.count) {
      return ParsedRecord(item(row, place), place: place, isLegacy: false)
    }
    let decoded = TextDecoding.windows1252(Array(row)).withUnsafeBytes { item($0, place) }
    return ParsedRecord(decoded, place: place, isLegacy: true)
  }

  func text(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> [UInt8]? {
    guard case .document(let document, _, _) = parse(bytes, range, place: "").item else {
      return nil
    }
    return document.text
  }

  private func item(_ bytes: UnsafeRawBufferPointer, _ place: String) -> InputItem {
    guard let row = TableRow(bytes, columns.dialect) else {
      return .problem(
        InputProblem(
          path: place,
          reason:
            "its quotation marks do not match; round a cell there is one before and one behind, and within it each is doubled"
        ))
    }
    guard row.cells.count == columns.count else {
      let separator =
        switch columns.dialect.separator {
        case 0x09: "tab"
        case UInt8(ascii: ";"): "semicolon"
        default: "comma"
        }
      let cells = row.cells.count == 1 ? "1 cell" : "\(row.cells.count) cells"
      return .problem(
        InputProblem(
          path: place,
          reason:
            "it has \(cells) where the header has \(columns.count); a cell with a \(separator) or a line end in it needs quotation marks round it"
        ))
    }
    func text(_ field: Int) -> [UInt8]? {
      columns.places[field].map { row.text($0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    func string(_ field: Int) -> String? { text(field).map { String(decoding: $0, as: UTF8.self) } }
    var document = Document(id: string(0) ?? place, text: text(1) ?? [])
    document.title = string(2).flatMap(Document.told)
    document.date(written: string(3))
    document.source = string(4).flatMap(Document.told)
    document.url = string(5)
    return .document(document, place: place)
  }
}
