public import StemmaKit

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Why what a run lays aside on disk, or leaves where it stands, cannot be written or read, as a
/// sentence.
public struct ScratchError: Error, CustomStringConvertible {
  public var description: String

  init(_ what: String, _ code: Int32) {
    description =
      "cannot \(what) a temporary file in \(ScratchFile.folder): \(String(cString: strerror(code)))"
      + "; make room there, or name another folder by the variable TMPDIR"
  }

  /// - Parameter path: an input file of which a text was to be read once more.
  init(changed path: String) {
    description = "\(path) was changed while it was read; read it again, or a copy of it"
  }

  /// - Parameter path: of an input file, too.
  init(_ path: String, _ error: SystemError) {
    description = "\(path) cannot be read once more: \(error.sentence)"
  }
}

/// A temporary file without a name, which is gone with the program.
public final class ScratchFile: ScratchSpace {
  static var folder: String {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return named.isEmpty ? "/tmp" : named
  }

  private let descriptor: Int32

  public init() throws(ScratchError) {
    var path = Array((Self.folder + "/stemma-XXXXXX").utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw ScratchError("make", errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(path)
  }

  deinit { close(descriptor) }

  /// Writes at the end.
  public func append(_ bytes: UnsafeRawBufferPointer) throws(ScratchError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw ScratchError("write", errno)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// The bytes at an offset, for which several threads may ask at once.
  func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    var failure: ScratchError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(ScratchError) {
        try read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
        filled = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Fills `buffer` from an offset on.
  public func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ScratchError) {
    let count: Int
    do throws(SystemError) {
      count = try System.read(descriptor, into: buffer, at: offset)
    } catch {
      throw ScratchError("read", error.code)
    }
    guard count == buffer.count else { throw ScratchError("read", EIO) }
  }
}
