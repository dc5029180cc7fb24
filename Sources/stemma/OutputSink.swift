internal import ArgumentParser
internal import StemmaFormats

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Where a result goes: standard output, or a file that appears whole or not at all.
///
/// A file is written beside its place and renamed at the end; a run that is stopped leaves nothing.
final class OutputSink {
  private let path: String?
  private let temporary: String
  private var descriptor: Int32 = 1

  init(_ path: String?) throws {
    self.path = path
    temporary = (path ?? "") + ".part-\(getpid())"
    guard path != nil else { return }
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure("write", path ?? "") }
    Unfinished.path = temporary
  }

  deinit {
    if path != nil, descriptor >= 0 {
      close(descriptor)
      unlink(temporary)
      Unfinished.path = nil
    }
  }

  var style: TextStyle { path == nil ? Terminal.style(1) : .plain }

  func write(_ bytes: [UInt8]) throws {
    guard !Terminal.writeAll(descriptor, bytes) else { return }
    // The reader of a pipe went away, as `head` does: nothing more to do, and nothing wrong.
    if path == nil, errno == EPIPE { throw ExitCode(0) }
    throw Self.failure("write", path ?? "standard output")
  }

  /// Puts the file in its place.
  func finish() throws {
    guard let path else { return }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(temporary, path) == 0 else {
      unlink(temporary)
      throw Self.failure("write", path)
    }
    Unfinished.path = nil
  }

  private static func failure(_ verb: String, _ path: String) -> any Error {
    Terminal.complain("cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    return ExitCode(74)
  }
}

/// The file to remove where the user stops the run.
enum Unfinished {
  nonisolated(unsafe) private static var bytes: UnsafeMutablePointer<CChar>?

  static var path: String? {
    get { bytes.map { String(cString: $0) } }
    set {
      let old = bytes
      bytes = newValue.flatMap { strdup($0) }
      free(old)
    }
  }

  /// Removes the file on interrupt, hang-up and termination, then dies of the signal as usual.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        if let bytes = Unfinished.bytes { unlink(bytes) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}
