/// Finds where a record ends; remembers how far it has come while more bytes are read.
protocol RecordEndFinder {
  /// The place behind the record that begins at `start`, or `nil` where its end is not yet read.
  ///
  /// - Parameters:
  ///   - searched: what stands before has been looked at.
  ///   - isOverlong: what came first of the record is no longer there.
  mutating func end(
    of start: Int, in bytes: [UInt8], searched: Int, isOverlong: Bool
  ) -> Int?
}

/// The bytes of a stream that are being cut into records: one record and a little more.
struct RecordBuffer {
  /// A record that has been found.
  struct Cut {
    /// Where it stands in ``RecordBuffer/bytes``, until the next is looked for.
    var range: Range<Int>
    /// It is larger than the limit, and only the last part of it is there.
    var isOverlong: Bool
    /// Its end has been found; else the stream ended before.
    var isComplete: Bool
  }

  private(set) var bytes: [UInt8] = []
  /// Where ``bytes`` begin in the stream.
  private(set) var offset = 0
  private let stream: any ByteStream
  /// The largest record, in bytes.
  let limit: Int
  private var position = 0
  private var isAtEnd = false
  /// Moving what is left costs little beside so many bytes; and the buffer stays in a near cache.
  private static let leastDropped = 1 << 17

  init(_ stream: any ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The next record; `nil` at the end.
  ///
  /// - Throws: `ReadError` of the stream, which is then at its end.
  mutating func next(_ finder: inout some RecordEndFinder) throws(ReadError) -> Cut? {
    var searched = position
    var isOverlong = false
    while true {
      if let end = finder.end(
        of: position, in: bytes, searched: searched, isOverlong: isOverlong)
      {
        defer { position = end }
        return Cut(range: position..<end, isOverlong: isOverlong, isComplete: true)
      }
      searched = bytes.count
      if bytes.count - position > limit {
        // The record is left out; what has been read of it goes, the rest is read over.
        isOverlong = true
        offset += bytes.count
        bytes.removeAll(keepingCapacity: true)
        (position, searched) = (0, 0)
      }
      if isAtEnd {
        guard position < bytes.count || isOverlong else { return nil }
        defer { position = bytes.count }
        return Cut(range: position..<bytes.count, isOverlong: isOverlong, isComplete: false)
      }
      // Drop what has been read before reading on.
      if position > Self.leastDropped || position == bytes.count {
        bytes.removeSubrange(..<position)
        offset += position
        searched -= position
        position = 0
      }
      do throws(ReadError) {
        if try !stream.read(into: &bytes) { isAtEnd = true }
      } catch {
        isAtEnd = true
        bytes = []
        position = 0
        throw error
      }
    }
  }

  /// Lets the next record begin in the middle of the last.
  mutating func rewind(to index: Int) { position = index }
}
