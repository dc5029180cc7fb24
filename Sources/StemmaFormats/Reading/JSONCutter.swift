/// Cuts a JSON array into its elements, or a file of objects into these.
///
/// It counts brackets outside strings and no more; whether an element is JSON its parser says.
final class JSONCutter: RecordCutter {
  private struct Finder: RecordEndFinder {
    /// Elements of an array, with commas between.
    let isArray: Bool
    var hasBegun = false
    /// The bracket that closes the array was met.
    var isClosed = false
    /// Line ends passed over, in all and before the record began.
    var lines = 0
    var linesBefore = 0
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    init(isArray: Bool) { self.isArray = isArray }

    mutating func end(of start: Int, in bytes: [UInt8], searched: Int, isOverlong: Bool) -> Int? {
      for index in searched..<bytes.count {
        let byte = bytes[index]
        if byte == 0x0A { lines += 1 }
        if isInString {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isInString = false
            if depth == 0 { return index + 1 }
          }
          continue
        }
        if !hasBegun {
          if byte <= 0x20 || isArray && byte == UInt8(ascii: ",") { continue }
          if isArray, byte == UInt8(ascii: "]") {
            isClosed = true
            return index + 1
          }
          hasBegun = true
          linesBefore = lines
          // What closes nothing is a record of its own, and no good one.
          if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { return index + 1 }
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          // A number or a word ends before what follows it.
          if depth == 0 { return index }
          depth -= 1
          if depth == 0 { return index + 1 }
        case UInt8(ascii: ","), 0...0x20:
          if depth == 0 { return index }
        default: break
        }
      }
      return nil
    }

    /// Ready for the next record.
    mutating func restart() {
      hasBegun = false
      (depth, isInString, isEscaped) = (0, false, false)
    }
  }

  private var buffer: RecordBuffer
  private var finder: Finder
  private let isArray: Bool
  private var count = 0
  private var isDone = false

  /// - Parameter isArray: the stream begins with the bracket of an array.
  init(_ stream: any ByteStream, isArray: Bool, limit: Int) throws(ReadError) {
    self.isArray = isArray
    buffer = RecordBuffer(stream, limit: limit)
    finder = Finder(isArray: isArray)
    if isArray { try skipOpening() }
  }

  var bytes: [UInt8] { buffer.bytes }
  var offset: Int { buffer.offset }
  var format: RecordFormat { isArray ? .array : .objects }

  private struct Opening: RecordEndFinder {
    func end(of start: Int, in bytes: [UInt8], searched: Int, isOverlong: Bool) -> Int? {
      System.index(of: UInt8(ascii: "["), in: bytes, from: searched).map { $0 + 1 }
    }
  }

  private func skipOpening() throws(ReadError) {
    var opening = Opening()
    _ = try buffer.next(&opening)
  }

  func next() throws(ReadError) -> RecordPiece? {
    guard !isDone else { return nil }
    finder.restart()
    guard let cut = try buffer.next(&finder) else {
      isDone = true
      return isArray ? .problem(Self.unclosed, number: count) : nil
    }
    if finder.isClosed {
      isDone = true
      return try rest()
    }
    if !finder.hasBegun {
      // Blanks, and then the end.
      isDone = true
      return isArray ? .problem(Self.unclosed, number: count) : nil
    }
    let number = isArray ? count : finder.linesBefore + 1
    count += 1
    if !cut.isComplete, isArray {
      isDone = true
      return .problem(Self.unclosed, number: number)
    }
    if cut.isOverlong {
      return .problem(ReadError.tooLarge(limit: buffer.limit).reason, number: number)
    }
    var record = bytes[cut.range].drop { $0 <= 0x20 || isArray && $0 == UInt8(ascii: ",") }
    if count == 1, record.starts(with: [0xEF, 0xBB, 0xBF]) { record = record.dropFirst(3) }
    return .record(record.indices, number: number)
  }

  private static let unclosed =
    "the array ends too early, without its closing bracket; the file may be cut off"

  /// What stands behind the array: nothing, or a problem.
  private func rest() throws(ReadError) -> RecordPiece? {
    var lines = Rest()
    while let cut = try buffer.next(&lines) {
      if bytes[cut.range].contains(where: { $0 > 0x20 }) {
        return .problem("something follows the array, and is not read", number: count)
      }
    }
    return nil
  }

  /// Takes the stream in pieces, as they come.
  private struct Rest: RecordEndFinder {
    func end(of start: Int, in bytes: [UInt8], searched: Int, isOverlong: Bool) -> Int? {
      start < bytes.count ? bytes.count : nil
    }
  }
}
