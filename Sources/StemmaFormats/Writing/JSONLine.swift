/// A report of which a scan has many: as JSON it is written without an encoder, which takes twenty
/// times as long.
///
/// What is written is what ``JSONReport/line(_:inSnakeCase:)`` makes of the same report.
protocol JSONLineReport: Encodable {
  /// Writes the fields in the order of their names.
  func fields(of line: inout JSONLine) throws
}

extension JSONLineReport {
  /// The report as one line.
  func line() throws -> [UInt8] {
    var line = JSONLine()
    try line.object { try fields(of: &$0) }
    return line.bytes + [0x0A]
  }
}

/// Compact JSON, written piece by piece.
struct JSONLine {
  private(set) var bytes: [UInt8] = []
  /// What is written next is the first of its object or list.
  private var isFirst = true

  private mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func begin(_ bracket: UInt8) {
    bytes.append(bracket)
    isFirst = true
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  /// - Parameter name: with nothing in it that has to be escaped.
  private mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    write(name)
    write("\":")
  }

  mutating func object(_ fields: (inout JSONLine) throws -> Void) rethrows {
    begin(UInt8(ascii: "{"))
    try fields(&self)
    end(UInt8(ascii: "}"))
  }

  mutating func object(_ name: StaticString, _ fields: (inout JSONLine) throws -> Void) rethrows {
    self.name(name)
    try object(fields)
  }

  mutating func list<Item>(
    _ name: StaticString, _ items: [Item], _ item: (inout JSONLine, Item) throws -> Void
  ) rethrows {
    self.name(name)
    begin(UInt8(ascii: "["))
    for next in items {
      separate()
      try item(&self, next)
    }
    end(UInt8(ascii: "]"))
  }

  mutating func field(_ name: StaticString, _ value: String?) {
    self.name(name)
    if let value { self.value(value) } else { write("null") }
  }

  mutating func field(_ name: StaticString, _ value: Int?) {
    self.name(name)
    if let value { self.value(value) } else { write("null") }
  }

  mutating func field(_ name: StaticString, _ value: Bool) {
    self.name(name)
    write(value ? "true" : "false")
  }

  /// - Parameter value: a finite one.
  mutating func field(_ name: StaticString, _ value: Double) {
    self.name(name)
    var digits = value.description
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    bytes += digits.utf8
  }

  /// A field of which there are few, by the encoder.
  mutating func field(_ name: StaticString, encoded value: some Encodable) throws {
    self.name(name)
    bytes += try JSONReport.line(value).dropLast()
  }

  mutating func value(_ value: Int) { bytes += value.description.utf8 }

  mutating func value(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { text in
      var done = 0
      for (index, byte) in text.enumerated() where Self.isEscaped(byte) {
        bytes.append(contentsOf: text[done..<index])
        escape(byte)
        done = index + 1
      }
      bytes.append(contentsOf: text[done...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x08: write("\\b")
    case 0x09: write("\\t")
    case 0x0A: write("\\n")
    case 0x0C: write("\\f")
    case 0x0D: write("\\r")
    case ..<0x20:
      write(byte < 0x10 ? "\\u000" : "\\u001")
      bytes += String(byte & 0xF, radix: 16).utf8
    default: bytes += [UInt8(ascii: "\\"), byte]
    }
  }
}
