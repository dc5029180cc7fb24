@testable import StemmaFormats

/// Bytes that come in pieces of a given length, as from a slow pipe; then an error, where one is
/// given.
final class ArrayStream: ByteStream {
  private let bytes: [UInt8]
  private let piece: Int
  private let failure: ReadError?
  private var position = 0

  init(_ bytes: some Sequence<UInt8>, piece: Int = 1 << 18, failure: ReadError? = nil) {
    self.bytes = Array(bytes)
    self.piece = piece
    self.failure = failure
  }

  func read(into buffer: inout [UInt8]) throws(ReadError) -> Bool {
    if position == bytes.count {
      if let failure { throw failure }
      return false
    }
    let end = min(bytes.count, position + piece)
    buffer += bytes[position..<end]
    position = end
    return true
  }
}
