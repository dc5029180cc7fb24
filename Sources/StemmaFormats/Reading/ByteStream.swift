internal import CZlib
internal import CZstd

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
  static func tooLarge(limit: Int) -> ReadError {
    ReadError(
      "it is larger than \(limit >> 20) MB; split it, or raise the limit with --max-megabytes")
  }
}

/// The bytes of an open file.
final class FileStream: ByteStream {
  private static let piece = 1 << 18
  private let descriptor: Int32
  private let isOwned: Bool

  init(_ path: RawPath) throws(ReadError) {
    do throws(SystemError) {
      descriptor = try System.open(path)
    } catch {
      throw ReadError(error.sentence)
    }
    isOwned = true
  }

  /// Standard input, which is not closed.
  init() {
    descriptor = 0
    isOwned = false
  }

  deinit {
    if isOwned { System.close(descriptor) }
  }

  func read(into buffer: inout [UInt8]) throws(ReadError) -> Bool {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.piece))
    var result: Result<Int, SystemError> = .success(0)
    buffer.withUnsafeMutableBytes { bytes in
      let free = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
      do throws(SystemError) {
        result = .success(try System.read(descriptor, into: free))
      } catch {
        result = .failure(error)
      }
    }
    switch result {
    case .success(let count):
      buffer.removeLast(Self.piece - count)
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

/// Unpacks gzip, of any number of members.
final class GzipStream: ByteStream {
  private static let piece = 1 << 18
  private let base: any ByteStream
  private var stream = z_stream()
  private var input: [UInt8] = []
  private var consumed = 0
  private var isInMember = true
  private var isEmpty = true

  init(_ base: any ByteStream) throws(ReadError) {
    self.base = base
    // 15 bits of window; 32 more: recognise the gzip and zlib headers.
    guard
      inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw ReadError("there is no memory to unpack it") }
  }

  deinit { inflateEnd(&stream) }

  func read(into buffer: inout [UInt8]) throws(ReadError) -> Bool {
    while true {
      if consumed == input.count {
        input.removeAll(keepingCapacity: true)
        consumed = 0
        guard try base.read(into: &input) else {
          if isInMember, !isEmpty { throw ReadError("the gzip data end too early") }
          return false
        }
        isEmpty = false
      }
      if !isInMember {
        inflateReset(&stream)
        isInMember = true
      }
      let start = buffer.count
      buffer.append(contentsOf: repeatElement(0, count: Self.piece))
      var status = Z_OK
      var written = 0
      input.withUnsafeMutableBufferPointer { source in
        buffer.withUnsafeMutableBufferPointer { target in
          stream.next_in = source.baseAddress! + consumed
          stream.avail_in = UInt32(source.count - consumed)
          stream.next_out = target.baseAddress! + start
          stream.avail_out = UInt32(Self.piece)
          status = inflate(&stream, Z_NO_FLUSH)
          consumed = source.count - Int(stream.avail_in)
          written = Self.piece - Int(stream.avail_out)
        }
      }
      buffer.removeLast(Self.piece - written)
      switch status {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isInMember = false
      default: throw ReadError("the gzip data are damaged")
      }
      if written > 0 { return true }
    }
  }
}

/// Unpacks Zstandard, of any number of frames.
final class ZstdStream: ByteStream {
  private static let piece = 1 << 18
  private let base: any ByteStream
  private let stream: OpaquePointer
  private var input: [UInt8] = []
  private var consumed = 0
  private var isInFrame = false

  init(_ base: any ByteStream) throws(ReadError) {
    self.base = base
    guard let stream = ZSTD_createDStream() else {
      throw ReadError("there is no memory to unpack it")
    }
    self.stream = stream
  }

  deinit { ZSTD_freeDStream(stream) }

  func read(into buffer: inout [UInt8]) throws(ReadError) -> Bool {
    while true {
      if consumed == input.count {
        input.removeAll(keepingCapacity: true)
        consumed = 0
        guard try base.read(into: &input) else {
          if isInFrame { throw ReadError("the Zstandard data end too early") }
          return false
        }
      }
      let start = buffer.count
      buffer.append(contentsOf: repeatElement(0, count: Self.piece))
      var status = 0
      var written = 0
      input.withUnsafeBytes { source in
        buffer.withUnsafeMutableBytes { target in
          var from = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: consumed)
          var to = ZSTD_outBuffer(
            dst: target.baseAddress! + start, size: Self.piece, pos: 0)
          status = ZSTD_decompressStream(stream, &to, &from)
          consumed = from.pos
          written = to.pos
        }
      }
      buffer.removeLast(Self.piece - written)
      guard ZSTD_isError(status) == 0 else { throw ReadError("the Zstandard data are damaged") }
      isInFrame = status != 0
      if written > 0 { return true }
    }
  }
}
