#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Why a file could not be written or read.
public struct FileFailure: Error, Equatable, CustomStringConvertible {
  public var path: String
  /// The system's error number.
  public var code: Int32

  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  public var description: String { "\(path): \(String(cString: strerror(code)))" }

  static func last(_ path: String) -> FileFailure { FileFailure(path: path, code: errno) }
}

/// A file that is written aside, through a buffer, and appears in its place whole or not at all.
final class PartFile {
  private static let bufferSize = 1 << 20
  private let path: String
  private let part: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  init(_ path: String) throws(FileFailure) {
    self.path = path
    part = path + ".part-\(getpid())"
    descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw .last(path) }
    buffer.reserveCapacity(Self.bufferSize * 2)
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(part)
  }

  func write(_ bytes: [UInt8]) throws(FileFailure) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Puts the file in its place.
  func finish() throws(FileFailure) {
    try flush()
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(part, path) == 0 else {
      let failure = FileFailure.last(path)
      unlink(part)
      throw failure
    }
  }

  private func flush() throws(FileFailure) {
    var position = 0
    while position < buffer.count {
      let count = buffer.withUnsafeBytes {
        #if canImport(Darwin)
        Darwin.write(descriptor, $0.baseAddress! + position, $0.count - position)
        #elseif canImport(Musl)
        Musl.write(descriptor, $0.baseAddress! + position, $0.count - position)
        #else
        Glibc.write(descriptor, $0.baseAddress! + position, $0.count - position)
        #endif
      }
      if count > 0 { position += count } else if errno != EINTR { throw .last(path) }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
