/// Why bytes could not be had, as a clause for people.
struct ReadError: Error {
  var reason: String
  init(_ reason: String) { self.reason = reason }
}

/// Bytes that are read from the front, one piece after the other.
protocol ByteStream: AnyObject {
  /// Appends at least one byte to `buffer`; returns false at the end.
  func read(into buffer: inout [UInt8]) throws(ReadError) -> Bool
}

extension ByteStream {
  /// All the bytes.
  ///
  /// - Throws: `ReadError` where they cannot be read or are more than `limit`.
  func readAll(limit: Int) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    while try read(into: &bytes) {
      if bytes.count > limit { throw .tooLarge(limit: limit) }
    }
    return bytes
  }
}

extension ReadError {
  static let binary = ReadError("it is a binary file, not a text")

  static func tooLarge(limit: Int) -> ReadError {
    ReadError(
      "it is larger than \(limit >> 20) MB; split it, or raise the limit with --max-megabytes")
  }
}

/// A file that is open as long as something holds this.
final class OpenFile: Sendable {
  let descriptor: Int32
  /// In bytes; `nil` for pipes and devices.
  let size: Int?

  init(_ path: RawPath) throws(ReadError) {
    do throws(SystemError) {
      descriptor = try System.open(path)
    } catch {
      throw ReadError(error.sentence)
    }
    size = System.size(of: descriptor)
  }

  /// Standard input, which is not closed.
  init() {
    descriptor = 0
    size = System.size(of: descriptor)
  }

  deinit {
    if descriptor != 0 { System.close(descriptor) }
  }
}

/// The bytes of an open file.
final class FileStream: ByteStream {
  /// So small that a piece is still in a near cache when it is parsed.
  private static let piece = 1 << 17
  private let file: OpenFile
  private var position = 0

  /// The share of the file that has been read; `nil` where it has no size.
  var shareRead: Double? {
    file.size.map { $0 > 0 ? min(1, Double(position) / Double($0)) : 1 }
  }

  init(_ file: OpenFile) { self.file = file }

  func read(into buffer: inout [UInt8]) throws(ReadError) -> Bool {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.piece))
    var result: Result<Int, SystemError> = .success(0)
    buffer.withUnsafeMutableBytes { bytes in
      let free = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
      do throws(SystemError) {
        result = .success(try System.read(file.descriptor, into: free))
      } catch {
        result = .failure(error)
      }
    }
    switch result {
    case .success(let count):
      buffer.removeLast(Self.piece - count)
      position += count
      return count > 0
    case .failure(let error):
      buffer.removeLast(Self.piece)
      throw ReadError(error.sentence)
    }
  }
}

/// The first bytes of another stream, then the rest of it.
final class PeekedStream: ByteStream {
  private(set) var head: [UInt8] = []
  private var isHeadRead = false
  private let base: any ByteStream

  /// Reads at least `count` bytes ahead, unless the stream ends before.
  init(_ base: any ByteStream, count: Int) throws(ReadError) {
    self.base = base
    while head.count < count, try base.read(into: &head) {}
  }

  func read(into buffer: inout [UInt8]) throws(ReadError) -> Bool {
    if !isHeadRead {
      isHeadRead = true
      buffer.append(contentsOf: head)
      if !head.isEmpty { return true }
    }
    return try base.read(into: &buffer)
  }
}
