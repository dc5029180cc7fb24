internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The line of a terminal that is drawn over again and goes at the end.
enum StatusLine {
  private static let erasing: [UInt8] = Array("\r\u{1B}[K".utf8)
  /// Whether a line stands there.
  private static let isDrawn = Mutex(false)
  // For the handler of signals, which may not wait for a lock.
  private static let mayBeDrawn = Atomic(false)
  private static let isDrawing = Atomic(false)
  private static let isStopped = Atomic(false)

  /// Whether lines can be drawn on standard error.
  static var isPossible: Bool {
    Terminal.isTerminal(2) && Terminal.environment("TERM") != "dumb"
  }

  static func draw(_ text: String) {
    isDrawn.withLock { isDrawn in
      // A signal that came to this very thread would wait for itself.
      var all = sigset_t()
      var before = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_BLOCK, &all, &before)
      isDrawing.store(true, ordering: .sequentiallyConsistent)
      if !isStopped.load(ordering: .sequentiallyConsistent) {
        mayBeDrawn.store(true, ordering: .sequentiallyConsistent)
        Terminal.writeAll(2, erasing + Array(text.utf8))
        isDrawn = true
      }
      isDrawing.store(false, ordering: .sequentiallyConsistent)
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
  }

  /// Takes the line away.
  ///
  /// - Parameter bytes: what to write in its place.
  static func erase(for bytes: [UInt8] = []) {
    isDrawn.withLock { isDrawn in
      if isDrawn || !bytes.isEmpty { Terminal.writeAll(2, (isDrawn ? erasing : []) + bytes) }
      isDrawn = false
      mayBeDrawn.store(false, ordering: .sequentiallyConsistent)
    }
  }

  /// Makes what ``stop()`` needs, which may make nothing.
  static func prepare() {
    _ = erasing
    _ = isStopped.load(ordering: .relaxed)
    _ = isDrawing.load(ordering: .relaxed)
    _ = mayBeDrawn.load(ordering: .relaxed)
  }

  /// Erases the line for good; for the handler of signals.
  ///
  /// A line that is being drawn is waited for, a tenth of a second at most: a terminal may be held.
  static func stop() {
    isStopped.store(true, ordering: .sequentiallyConsistent)
    for _ in 0..<100 where isDrawing.load(ordering: .sequentiallyConsistent) { usleep(1000) }
    guard mayBeDrawn.load(ordering: .sequentiallyConsistent) else { return }
    erasing.withUnsafeBufferPointer { _ = write(2, $0.baseAddress, $0.count) }
  }
}
