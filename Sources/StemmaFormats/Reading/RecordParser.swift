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

/// Parses records: JSON objects of which some fields are wanted.
final class RecordParser {
  let fields: FieldNames
  private let parser: OpaquePointer
  private let padding = stemma_record_padding()

  /// What came of a record: a document, with a remark on it or not, or a problem.
  struct Parsed {
    var item: InputItem
    var remark: InputProblem?
  }

  init(fields: FieldNames) throws(ReadError) {
    self.fields = fields
    let names = fields.all.flatMap { Array($0.utf8CString) }
    guard let made = stemma_record_parser_create(names, fields.all.count) else {
      throw ReadError("there is no memory to read it")
    }
    parser = made
  }

  deinit { stemma_record_parser_destroy(parser) }

  /// Reads the record that stands in a range of `bytes`.
  ///
  /// - Parameter place: where it stands in the input.
  func parse(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, place: String) -> Parsed {
    let record = UnsafeRawBufferPointer(rebasing: bytes[range])
    if isUTF8(record) {
      // The parser reads a little behind the record; mostly there is that much.
      if range.upperBound + padding <= bytes.count { return Parsed(item: item(record, place)) }
      return Parsed(item: padded(Array(record)) { item($0, place) })
    }
    let decoded = padded(TextDecoding.windows1252(Array(record))) { item($0, place) }
    guard case .document = decoded else { return Parsed(item: decoded) }
    let remark = "it is not valid UTF-8; read as Windows-1252, so convert it if that is wrong"
    return Parsed(
      item: decoded, remark: InputProblem(path: place, reason: remark, isLeftOut: false))
  }

  private func padded(
    _ record: [UInt8], _ body: (UnsafeRawBufferPointer) -> InputItem
  ) -> InputItem {
    (record + repeatElement(0x20, count: padding)).withUnsafeBytes {
      body(UnsafeRawBufferPointer(rebasing: $0[..<record.count]))
    }
  }

  private func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    stemma_record_is_utf8(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
  }

  /// What a record says, of which as many bytes as the padding behind can be read.
  private func item(_ record: UnsafeRawBufferPointer, _ place: String) -> InputItem {
    var values = [stemma_record_value](
      repeating: stemma_record_value(bytes: nil, count: 0, is_string: false),
      count: fields.all.count)
    var mistyped: UInt64 = 0
    let error = stemma_record_parse(
      parser, record.baseAddress?.assumingMemoryBound(to: CChar.self), record.count, &values,
      &mistyped)
    // Values may point into the record.
    return item(error.map { Self.clause(String(cString: $0)) }, values, mistyped, place)
  }

  /// The parser's sentence as part of ours.
  private static func clause(_ sentence: String) -> String {
    let words = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    let isAcronym = words.hasPrefix("JSON") || words.hasPrefix("UTF")
    return isAcronym ? String(words) : words.prefix(1).lowercased() + words.dropFirst()
  }

  private func item(
    _ error: String?, _ values: [stemma_record_value], _ mistyped: UInt64, _ place: String
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
    return .document(document, place: place)
  }
}
