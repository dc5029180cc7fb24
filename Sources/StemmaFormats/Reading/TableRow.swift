/// How the cells of a table are parted.
struct TableDialect: Sendable, Equatable {
  var separator: UInt8
  /// A quotation mark that is not closed as RFC 4180 wants it is a character like any other.
  ///
  /// So in tab-separated files, of which many do not quote at all.
  var isForgiving: Bool

  static let comma = TableDialect(separator: UInt8(ascii: ","), isForgiving: false)
  static let semicolon = TableDialect(separator: UInt8(ascii: ";"), isForgiving: false)
  static let tab = TableDialect(separator: 0x09, isForgiving: true)
}

/// Goes through a row byte by byte and tells cells from one another (RFC 4180).
struct RowState {
  enum Step {
    case within
    /// The byte ends a cell.
    case cell
    /// The byte ends the row.
    case row
    /// Something stands behind a closing quotation mark.
    case malformed
  }

  private enum Place {
    case begin, plain, quoted, quote
  }

  let separator: UInt8
  private var place = Place.begin

  init(separator: UInt8) { self.separator = separator }

  /// Within a quoted cell.
  var isOpen: Bool { place == .quoted }

  mutating func step(_ byte: UInt8) -> Step {
    if place == .quoted {
      if byte == UInt8(ascii: "\"") { place = .quote }
      return .within
    }
    switch byte {
    case separator:
      place = .begin
      return .cell
    case 0x0A:
      place = .begin
      return .row
    case UInt8(ascii: "\""):
      // Doubled, it is one of the text.
      if place != .plain { place = .quoted }
      return .within
    default:
      if place == .quote {
        // A carriage return may come before the line end.
        return byte == 0x0D ? .within : .malformed
      }
      place = .plain
      return .within
    }
  }
}

/// The cells of one row.
struct TableRow {
  private let bytes: UnsafeRawBufferPointer
  private(set) var cells: [Range<Int>] = []
  /// Its quotation marks are characters like others.
  private var isLiteral = false

  /// - Parameter bytes: the row with its line end or without.
  /// - Returns: `nil` where its quotation marks are against the rule.
  init?(_ bytes: UnsafeRawBufferPointer, _ dialect: TableDialect) {
    self.bytes = bytes
    var end = bytes.count
    if end > 0, bytes[end - 1] == 0x0A { end -= 1 }
    if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    var state = RowState(separator: dialect.separator)
    var start = 0
    var isMalformed = false
    loop: for index in 0..<end {
      switch state.step(bytes[index]) {
      case .within: break
      case .cell:
        cells.append(start..<index)
        start = index + 1
      case .row, .malformed:
        isMalformed = true
        break loop
      }
    }
    if isMalformed || state.isOpen {
      guard dialect.isForgiving else { return nil }
      cells = Self.literal(bytes, end, dialect.separator)
      isLiteral = true
    } else {
      cells.append(start..<end)
    }
  }

  private static func literal(
    _ bytes: UnsafeRawBufferPointer, _ end: Int, _ separator: UInt8
  ) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = 0
    for index in 0..<end where bytes[index] == separator {
      cells.append(start..<index)
      start = index + 1
    }
    return cells + [start..<end]
  }

  /// What stands in a cell, without the quotation marks that are there for the format.
  func text(_ cell: Int) -> [UInt8] {
    let cell = bytes[cells[cell]]
    guard !isLiteral, cell.first == UInt8(ascii: "\"") else { return Array(cell) }
    var text: [UInt8] = []
    text.reserveCapacity(cell.count)
    var isQuote = false
    for byte in cell.dropFirst() {
      // Of two in a row the second is the text's; a single one closes.
      if byte == UInt8(ascii: "\""), !isQuote {
        isQuote = true
        continue
      }
      isQuote = false
      text.append(byte)
    }
    return text
  }
}
