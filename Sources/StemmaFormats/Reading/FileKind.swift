/// What a file holds and how it is packed, told by its name, else by its first bytes.
struct FileKind: Equatable {
  enum Content {
    case text
    case html
    case records
  }

  enum Packing {
    case none
    case gzip
    case zstd
  }

  /// `nil` where the name does not tell.
  var content: Content?
  var packing: Packing

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
    default: content = nil
    }
  }

  /// Whether a scan of a folder reads such a file: a document each, so no record files.
  var isDocument: Bool { content == .text || content == .html }

  /// What the first bytes of unnamed input look like.
  static func content(of head: [UInt8]) -> Content {
    let start = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    if start.first == UInt8(ascii: "{") { return .records }
    let lower = String(decoding: start.prefix(64), as: UTF8.self).lowercased()
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
