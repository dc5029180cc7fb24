internal import CSIMDJSON
internal import StemmaKit

/// The names of the fields of a record.
public struct FieldNames: Sendable, Equatable {
  public var id = "id"
  public var text = "text"
  public var title = "title"
  public var date = "date"
  public var source = "source"
  public var url = "url"

  public init() {}

  var all: [String] { [id, text, title, date, source, url] }
}

/// Reads JSON Lines: one document a line.
final class RecordReader {
  private let path: String
  private let stream: any ByteStream
  private let limit: Int
  private let fields: FieldNames
  private let parser: OpaquePointer
  private let padding = stemma_record_padding()
  private var buffer: [UInt8] = []
  private var position = 0
  private var line = 0
  private var isAtEnd = false
  /// The line being read is larger than the limit.
  private var isOverlong = false
  /// A document whose remark was handed on first.
  private var held: InputItem?

  init(path: String, stream: any ByteStream, fields: FieldNames, limit: Int) throws(ReadError) {
    self.path = path
    self.stream = stream
    self.fields = fields
    self.limit = limit
    let names = fields.all.flatMap { Array($0.utf8CString) }
    guard let made = stemma_record_parser_create(names, fields.all.count) else {
      throw ReadError("there is no memory to read it")
    }
    parser = made
  }

  deinit { stemma_record_parser_destroy(parser) }

  /// The next record, or a problem with it; `nil` at the end.
  func next() -> InputItem? {
    if let item = held {
      held = nil
      return item
    }
    while true {
      do throws(ReadError) {
        guard let range = try nextLine() else { return nil }
        let isBlank = buffer[range].allSatisfy { $0 <= 0x20 }
        if !isBlank, !isOverlong { return parse(range) }
      } catch {
        isAtEnd = true
        buffer = []
        position = 0
        return .problem(InputProblem(path: path, reason: error.reason))
      }
      if isOverlong {
        isOverlong = false
        return .problem(
          InputProblem(path: place, reason: ReadError.tooLarge(limit: limit).reason))
      }
    }
  }

  /// The place in the buffer of the next line, with padding behind; `nil` at the end.
  private func nextLine() throws(ReadError) -> Range<Int>? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        line += 1
        let range = start(of: position, in: buffer)..<end
        position = end + 1
        return range
      }
      searched = buffer.count
      if buffer.count - position > limit {
        // The line is left out; what has been read of it goes, the rest is read over.
        isOverlong = true
        buffer.removeAll(keepingCapacity: true)
        (position, searched) = (0, 0)
      }
      if isAtEnd {
        guard position < buffer.count || isOverlong else { return nil }
        line += 1
        let range = start(of: position, in: buffer)..<buffer.count
        position = buffer.count
        return range
      }
      // Drop what has been read before reading on.
      if position > 1 << 20 || position == buffer.count {
        buffer.removeSubrange(..<position)
        searched -= position
        position = 0
      }
      if try !stream.read(into: &buffer) { isAtEnd = true }
    }
  }

  /// Behind a byte-order mark, which the first line may begin with.
  private func start(of line: Int, in buffer: [UInt8]) -> Int {
    let hasMark = self.line == 1 && buffer[line...].starts(with: [0xEF, 0xBB, 0xBF])
    return hasMark ? line + 3 : line
  }

  private var place: String { "\(path):\(line)" }

  private func parse(_ range: Range<Int>) -> InputItem {
    // The parser reads a little behind the record; mostly the buffer has that much.
    if range.upperBound + padding <= buffer.count {
      return buffer.withUnsafeBytes { parse($0, range) }
    }
    return (buffer[range] + repeatElement(0x20, count: padding)).withUnsafeBytes {
      parse($0, 0..<range.count)
    }
  }

  private func parse(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> InputItem {
    let record = UnsafeRawBufferPointer(rebasing: bytes[range])
    // Well-formed UTF-8 is checked by the parser too, but what is wrong with a record that is not
    // must not depend on where it is found.
    guard !isUTF8(record) else { return item(record, remark: nil) }
    let decoded = TextDecoding.windows1252(Array(record))
    return (decoded + repeatElement(0x20, count: padding)).withUnsafeBytes {
      item(
        UnsafeRawBufferPointer(rebasing: $0[..<decoded.count]),
        remark: "it is not valid UTF-8; read as Windows-1252, so convert it if that is wrong")
    }
  }

  private func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    stemma_record_is_utf8(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
  }

  /// What a record says, of which as many bytes as the padding behind can be read.
  private func item(_ record: UnsafeRawBufferPointer, remark: String?) -> InputItem {
    var values = [stemma_record_value](
      repeating: stemma_record_value(bytes: nil, count: 0, is_string: false),
      count: fields.all.count)
    var mistyped: UInt64 = 0
    let error = stemma_record_parse(
      parser, record.baseAddress?.assumingMemoryBound(to: CChar.self), record.count, &values,
      &mistyped)
    // Values may point into the record.
    return item(error.map { Self.clause(String(cString: $0)) }, values, mistyped, remark)
  }

  /// The parser's sentence as part of ours.
  private static func clause(_ sentence: String) -> String {
    let words = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    let isAcronym = words.hasPrefix("JSON") || words.hasPrefix("UTF")
    return isAcronym ? String(words) : words.prefix(1).lowercased() + words.dropFirst()
  }

  private func item(
    _ error: String?, _ values: [stemma_record_value], _ mistyped: UInt64, _ remark: String?
  ) -> InputItem {
    func bytes(_ index: Int) -> [UInt8]? {
      values[index].bytes.map { pointer in
        Array(UnsafeRawBufferPointer(start: pointer, count: values[index].count))
      }
    }
    func string(_ index: Int) -> String? {
      bytes(index).map { String(decoding: $0, as: UTF8.self) }
    }
    if let error {
      return .problem(InputProblem(path: place, reason: "the line is not a JSON record: \(error)"))
    }
    guard values[1].is_string, let text = bytes(1) else {
      let reason =
        mistyped & 2 != 0 || values[1].bytes != nil
        ? "the field \"\(fields.text)\" is not a string"
        : "it has no field \"\(fields.text)\"; name the field of the text with --text-field"
      return .problem(InputProblem(path: place, reason: reason))
    }
    var document = Document(id: string(0) ?? place, text: text)
    document.title = string(2)
    document.date = string(3).flatMap { PublicationDate($0) }
    document.source = string(4)
    document.url = string(5)
    guard let remark else { return .document(document, place: place) }
    held = .document(document, place: place)
    return .problem(InputProblem(path: place, reason: remark, isLeftOut: false))
  }
}
