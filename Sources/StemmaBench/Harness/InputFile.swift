#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The bytes of a file, as fast as the system hands them on.
enum InputFile {
  /// Reads a file from the first byte to the last; returns how many there are.
  static func count(_ path: String) throws(FileFailure) -> Int {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var total = 0
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return total }
      if count > 0 {
        total += count
      } else if errno != EINTR {
        throw FileFailure(path: path, code: errno)
      }
    }
  }
}
