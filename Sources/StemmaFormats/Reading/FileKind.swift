/// What a file holds and how it is packed, told by its name, else by its first bytes.
struct FileKind: Equatable {
  enum Content: Equatable {
    case text
    case html
    /// JSON Lines.
    case records
    /// One JSON value after the other, over as many lines as they take.
    case objects
    /// A JSON array.
    case array
    case table(TableDialect)
  }

  enum Packing {
    case none
    case gzip
    case zstd
  }

  /// `nil` where the name does not tell, or not all.
  var content: Content?
  /// What the name tells where the first bytes tell the rest.
  var family: Family?
  var packing: Packing

  /// Kinds of which there are several.
  enum Family {
    case json
    case table
  }

  init(name: String) {
    var name = name.lowercased()[...]
    packing = .none
    if name.hasSuffix(".gz") {
      packing = .gzip
      name = name.dropLast(3)
    } else if name.hasSuffix(".zst") {
      packing = .zstd
      name = name.dropLast(4)
    }
    switch name.lastIndex(of: ".").map({ name[$0...] }) {
    case ".txt", ".text", ".md", ".markdown": content = .text
    case ".html", ".htm", ".xhtml": content = .html
    case ".jsonl", ".ndjson": content = .records
    case ".tsv", ".tab": content = .table(.tab)
    case ".csv": family = .table
    case ".json": family = .json
    default: content = nil
    }
  }

  /// Whether a scan of a folder reads such a file: a document each, so no record files.
  var isDocument: Bool { content == .text || content == .html }

  /// What the first bytes of input look like whose name does not tell.
  func content(of head: [UInt8], fields: FieldNames) -> Content {
    switch family {
    case .json: Self.json(head) ?? .records
    case .table: .table(Self.dialect(head[...]))
    case nil: Self.json(head) ?? Self.table(head, fields) ?? Self.prose(head)
    }
  }

  private static func start(_ head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
  }

  private static func json(_ head: [UInt8]) -> Content? {
    let start = start(head[...])
    let next = start.dropFirst().first { $0 > 0x20 }
    switch start.first {
    case UInt8(ascii: "["):
      // A text may begin with a bracket, too.
      return next == UInt8(ascii: "{") || next == UInt8(ascii: "]") ? .array : nil
    case UInt8(ascii: "{"):
      // Written for people, an object goes over many lines; else there is one a line.
      return start.dropFirst().first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } == 0x0A
        ? .objects : .records
    default: return nil
    }
  }

  /// The dialect of a table by its header: tabs or semicolons only where it has no comma.
  static func dialect(_ head: ArraySlice<UInt8>) -> TableDialect {
    let header = start(head).prefix { $0 != 0x0A }
    return [.comma, .semicolon, .tab].first { header.contains($0.separator) } ?? .comma
  }

  /// A table where the first line names the text and one more of the fields: no prose does.
  private static func table(_ head: [UInt8], _ fields: FieldNames) -> Content? {
    let dialect = dialect(head[...])
    let header = start(head[...]).prefix { $0 != 0x0A && $0 != 0x0D }
    let names = header.split(separator: dialect.separator).map {
      String(decoding: $0, as: UTF8.self).filter { $0 != "\"" && $0 != " " }
    }
    let known = fields.all.count { names.contains($0) }
    return known >= 2 && names.contains(fields.text) ? .table(dialect) : nil
  }

  private static func prose(_ head: [UInt8]) -> Content {
    let lower = String(decoding: start(head[...]).prefix(64), as: UTF8.self).lowercased()
    return lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html") ? .html : .text
  }

  func unpacked(_ stream: any ByteStream) throws(ReadError) -> any ByteStream {
    switch packing {
    case .none: stream
    case .gzip: try GzipStream(stream)
    case .zstd: try ZstdStream(stream)
    }
  }
}
