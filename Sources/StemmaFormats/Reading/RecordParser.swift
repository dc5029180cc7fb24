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

/// What came of a record: a document, with a remark on it or not, or a problem.
struct ParsedRecord {
  var item: InputItem
  var remark: InputProblem?

  /// - Parameter isLegacy: it was read as Windows-1252.
  init(_ item: InputItem, place: String, isLegacy: Bool) {
    self.item = item
    guard isLegacy, case .document = item else { return }
    let reason = "it is not valid UTF-8; read as Windows-1252, so convert it if that is wrong"
    remark = InputProblem(path: place, reason: reason, isLeftOut: false)
  }

  /// The item, with the record from which its text can be had again.
  func item(_ record: RecordPlace?) -> InputItem {
    guard case .document(let document, let place, _) = item else { return item }
    return .document(document, place: place, record: record)
  }
}

/// Makes documents of records.
protocol RecordParsing {
  /// Reads the record that stands in a range of `bytes`.
  ///
  /// - Parameter place: where it stands in the input.
  func parse(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, place: String) -> ParsedRecord
  /// Only the text of a record that has been parsed before; `nil` where there is none.
  func text(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> [UInt8]?
}

extension RecordFormat {
  func parser(_ fields: FieldNames) throws(ReadError) -> any RecordParsing {
    if case .table(let columns) = self { return TableRowParser(columns) }
    return try RecordParser(fields: fields, noun: noun)
  }
}

/// Parses JSON objects of which some fields are wanted.
final class RecordParser: RecordParsing {
  private let fields: FieldNames
  /// What a record is called in messages.
  private let noun: String
  private let parser: OpaquePointer
  /// So many bytes behind a record are read, whatever they are.
  static let padding = stemma_record_padding()
  /// What the fields hold of the record that is being parsed.
  private var values: [stemma_record_value]

  init(fields: FieldNames, noun: String) throws(ReadError) {
    self.fields = fields
    self.noun = noun
    let names = fields.all.flatMap { Array($0.utf8CString) }
    guard let made = stemma_record_parser_create(names, fields.all.count) else {
      throw ReadError("there is no memory to read it")
    }
    parser = made
    values = [stemma_record_value](
      repeating: stemma_record_value(bytes: nil, count: 0, is_string: false),
      count: fields.all.count)
  }

  deinit { stemma_record_parser_destroy(parser) }

  func parse(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, place: String) -> ParsedRecord {
    let (item, isLegacy) = withRecord(bytes, range) { self.item($0, place) }
    return ParsedRecord(item, place: place, isLegacy: isLegacy)
  }

  func text(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> [UInt8]? {
    withRecord(bytes, range) { record -> [UInt8]? in
      var mistyped: UInt64 = 0
      return fill(record, &mistyped) == nil && values[1].is_string ? self.bytes(1) : nil
    }.result
  }

  /// Hands on a record as UTF-8, of which as many bytes as the padding behind can be read.
  private func withRecord<Result>(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> (result: Result, isLegacy: Bool) {
    let record = UnsafeRawBufferPointer(rebasing: bytes[range])
    guard isUTF8(record) else {
      return (padded(TextDecoding.windows1252(Array(record)), body), true)
    }
    // Mostly there is that much behind it.
    let hasPadding = range.upperBound + Self.padding <= bytes.count
    return (hasPadding ? body(record) : padded(Array(record), body), false)
  }

  private func padded<Result>(
    _ record: [UInt8], _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    (record + repeatElement(0x20, count: Self.padding)).withUnsafeBytes {
      body(UnsafeRawBufferPointer(rebasing: $0[..<record.count]))
    }
  }

  private func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    stemma_record_is_utf8(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
  }

  /// Sets the values, which may point into the record.
  ///
  /// - Returns: what is wrong with it.
  private func fill(
    _ record: UnsafeRawBufferPointer, _ mistyped: inout UInt64
  ) -> UnsafePointer<CChar>? {
    stemma_record_parse(
      parser, record.baseAddress?.assumingMemoryBound(to: CChar.self), record.count, &values,
      &mistyped)
  }

  private func bytes(_ index: Int) -> [UInt8]? {
    values[index].bytes.map { pointer in
      Array(UnsafeRawBufferPointer(start: pointer, count: values[index].count))
    }
  }

  /// What a record says.
  private func item(_ record: UnsafeRawBufferPointer, _ place: String) -> InputItem {
    var mistyped: UInt64 = 0
    let error = fill(record, &mistyped)
    return item(error.map { Self.clause(String(cString: $0)) }, mistyped, place)
  }

  /// The parser's sentence as part of ours.
  private static func clause(_ sentence: String) -> String {
    let words = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    let isAcronym = words.hasPrefix("JSON") || words.hasPrefix("UTF")
    return isAcronym ? String(words) : words.prefix(1).lowercased() + words.dropFirst()
  }

  private func item(
    _ error: String?, _ mistyped: UInt64, _ place: String
  ) -> InputItem {
    func string(_ index: Int) -> String? {
      values[index].bytes.map { pointer in
        String(
          decoding: UnsafeRawBufferPointer(start: pointer, count: values[index].count),
          as: UTF8.self)
      }
    }
    if let error {
      return .problem(InputProblem(path: place, reason: "\(noun) is not a JSON record: \(error)"))
    }
    guard values[1].is_string, let text = bytes(1) else {
      let reason =
        mistyped & 2 != 0 || values[1].bytes != nil
        ? "the field \"\(fields.text)\" is not a string"
        : "it has no field \"\(fields.text)\"; name the field of the text with --text-field"
      return .problem(InputProblem(path: place, reason: reason))
    }
    var document = Document(id: string(0) ?? place, text: text)
    document.title = string(2).flatMap(Document.told)
    document.date(written: mistyped & 8 != 0 ? "{…}" : string(3))
    document.source = string(4).flatMap(Document.told)
    document.url = string(5)
    return .document(document, place: place)
  }
}

extension Document {
  /// A title or an outlet; `nil` where the field holds blanks alone.
  static func told(_ text: String) -> String? { text.utf8.contains { $0 > 0x20 } ? text : nil }

  /// Takes a date as a source writes it, or notes that it could not be read.
  mutating func date(written text: String?) {
    guard let text, text.utf8.contains(where: { $0 > 0x20 }) else { return }
    date = PublicationDate(text)
    if date == nil { unreadDate = String(text.prefix(40)) }
  }
}
