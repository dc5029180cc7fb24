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
  /// The file that a part file takes the place of: the path, or what a link there leads to.
  private var target = ""
  private var temporary: String?
  private var descriptor: Int32 = 1

  /// - Parameter inputs: what the run reads; a file of these is not written over.
  init(_ path: String?, reading inputs: [String?] = []) throws {
    self.path = path
    guard let path else { return }
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFREG,
      inputs.contains(where: { $0.map { Self.isFile($0, status) } ?? false })
    {
      Terminal.complain("\(path) is read and cannot be written, too: name another file")
      throw ExitCode(64)
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      // A pipe or a device takes bytes as they come; nothing could be put in its place.
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      target = path
      if exists, let resolved = realpath(path, nil) {
        target = String(cString: resolved)
        free(resolved)
      }
      let part = target + ".part-\(getpid())"
      // Named before it is there, so that no signal comes between.
      Unfinished.path = part
      descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { temporary = part } else { Unfinished.path = nil }
    }
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  deinit {
    guard path != nil, descriptor >= 0 else { return }
    close(descriptor)
    discard()
  }

  private func discard() {
    if let temporary { unlink(temporary) }
    Unfinished.path = nil
  }

  /// Whether results go to a terminal.
  var isTerminal: Bool { path == nil && Terminal.isTerminal(1) }

  var style: TextStyle { path == nil ? Terminal.style(1) : .plain }

  func write(_ bytes: [UInt8]) throws {
    guard !Terminal.writeAll(descriptor, bytes) else { return }
    // The reader of a pipe went away, as `head` does: nothing more to do, and nothing wrong.
    if path == nil, errno == EPIPE { throw ExitCode(0) }
    throw Self.failure(path ?? "standard output")
  }

  /// Puts the file in its place.
  func finish() throws {
    guard let path else { return }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, temporary.map({ rename($0, target) == 0 }) ?? true else {
      let error = Self.failure(path)
      discard()
      throw error
    }
    Unfinished.path = nil
  }

  private static func isFile(_ path: String, _ known: stat) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_dev == known.st_dev
      && status.st_ino == known.st_ino
  }

  private static func failure(_ path: String) -> any Error {
    Terminal.complain("cannot write \(path): \(String(cString: strerror(errno)))")
    return ExitCode(74)
  }
}

/// What to remove where the user stops the run.
enum Unfinished {
  nonisolated(unsafe) private static var bytes: UnsafeMutablePointer<CChar>?
  nonisolated(unsafe) private static var scratchBytes:
    UnsafeMutableBufferPointer<
      UnsafeMutablePointer<CChar>?
    >?

  /// A process that writes to them, and would go on; 0 where there is none.
  nonisolated(unsafe) static var child: Int32 = 0

  /// Files that serve the run only, and at the end their folder.
  static var scratch: [String] {
    get { scratchBytes?.compactMap { $0.map { String(cString: $0) } } ?? [] }
    set {
      let old = scratchBytes
      let new = UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>.allocate(
        capacity: newValue.count)
      _ = new.initialize(from: newValue.map { strdup($0) })
      scratchBytes = new
      guard let old else { return }
      for path in old { free(path) }
      old.deallocate()
    }
  }

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
    StatusLine.prepare()
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        if Unfinished.child > 0 {
          kill(Unfinished.child, SIGTERM)
          waitpid(Unfinished.child, nil, 0)
        }
        if let bytes = Unfinished.bytes { unlink(bytes) }
        if let paths = Unfinished.scratchBytes {
          for index in 0..<paths.count {
            if let path = paths[index], unlink(path) != 0 { rmdir(path) }
          }
        }
        StatusLine.stop()
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    // Who starts the program may have blocked them, as a thread of a queue does.
    var stopping = sigset_t()
    sigemptyset(&stopping)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&stopping, number) }
    pthread_sigmask(SIG_UNBLOCK, &stopping, nil)
  }
}
