internal import CZstd

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
