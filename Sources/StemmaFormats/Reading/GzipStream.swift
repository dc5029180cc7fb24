internal import CZlib

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
