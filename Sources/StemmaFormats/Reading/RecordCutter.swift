/// Cuts a stream into records, and says where each stands; parsing them is another's work.
protocol RecordCutter: AnyObject {
  /// What the ranges are in.
  var bytes: [UInt8] { get }
  /// Where they begin in the stream.
  var offset: Int { get }
  /// How the records are written.
  var format: RecordFormat { get }
  /// `nil` at the end.
  func next() throws(ReadError) -> RecordPiece?
}

/// A record, or a reason why there is none, and the number of its place.
enum RecordPiece {
  case record(Range<Int>, number: Int)
  case problem(String, number: Int)
}

/// How records are written, and how they are called in messages.
enum RecordFormat: Sendable {
  /// A JSON object a line.
  case lines
  /// JSON objects of several lines.
  case objects
  /// A JSON array of objects.
  case array
  /// Rows of cells under a header.
  case table(TableColumns)

  /// Where a record stands: its line, or as `jq` counts the elements of an array.
  func place(_ path: String, _ number: Int) -> String {
    if case .array = self { "\(path)[\(number)]" } else { "\(path):\(number)" }
  }

  /// What a record of this form is called.
  var noun: String { if case .lines = self { "the line" } else { "it" } }
}

/// Cuts JSON Lines.
final class LineCutter: RecordCutter {
  private struct Finder: RecordEndFinder {
    func end(of start: Int, in bytes: [UInt8], searched: Int, isOverlong: Bool) -> Int? {
      System.index(of: 0x0A, in: bytes, from: searched).map { $0 + 1 }
    }
  }

  private var buffer: RecordBuffer
  private var finder = Finder()
  private var line = 0

  init(_ stream: any ByteStream, limit: Int) { buffer = RecordBuffer(stream, limit: limit) }

  var bytes: [UInt8] { buffer.bytes }
  var offset: Int { buffer.offset }
  var format: RecordFormat { .lines }

  func next() throws(ReadError) -> RecordPiece? {
    while let cut = try buffer.next(&finder) {
      line += 1
      if cut.isOverlong {
        return .problem(ReadError.tooLarge(limit: buffer.limit).reason, number: line)
      }
      var range = cut.range
      if cut.isComplete { range = range.lowerBound..<range.upperBound - 1 }
      // A byte-order mark may begin the first line.
      if line == 1, bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
        range = range.lowerBound + 3..<range.upperBound
      }
      if bytes[range].contains(where: { $0 > 0x20 }) { return .record(range, number: line) }
    }
    return nil
  }
}
