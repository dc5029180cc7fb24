internal import StemmaKit

/// Reads JSON Lines: one document a line.
final class RecordReader {
  private let path: String
  private let stream: any ByteStream
  private let limit: Int
  private let parser: RecordParser
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
    self.limit = limit
    parser = try RecordParser(fields: fields)
  }

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
        if !isBlank, !isOverlong { return item(range) }
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
      if let end = System.index(of: 0x0A, in: buffer, from: searched) {
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
  private func item(_ range: Range<Int>) -> InputItem {
    let parsed = buffer.withUnsafeBytes { parser.parse($0, range, place: place) }
    guard let remark = parsed.remark else { return parsed.item }
    held = parsed.item
    return .problem(remark)
  }

  /// Lines to be parsed elsewhere, of about so many bytes, with the problems that reading them has
  /// met; `nil` at the end.
  func nextBlock(bytes: Int) -> RecordBlock? {
    var block = RecordBlock(path: path, fields: parser.fields)
    while block.bytes.count < bytes {
      do throws(ReadError) {
        guard let range = try nextLine() else { break }
        if !isOverlong { block.add(buffer[range], line: line) }
      } catch {
        isAtEnd = true
        buffer = []
        position = 0
        block.add(InputProblem(path: path, reason: error.reason))
      }
      if isOverlong {
        isOverlong = false
        block.add(InputProblem(path: place, reason: ReadError.tooLarge(limit: limit).reason))
      }
    }
    return block.isEmpty ? nil : block
  }
}
