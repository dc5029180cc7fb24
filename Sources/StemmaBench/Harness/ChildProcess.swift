#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A program that is run to its end without a shell, and what it took.
public struct ChildProcess: Sendable {
  /// The exit code; 128 and the signal's number of a program that a signal ended.
  public var status: Int32
  public var seconds: Double
  /// The most memory that it held at a time, in bytes.
  ///
  /// Linux counts the memory of the parent at the start as the child's, so start it from a small
  /// process: see ``Host/resetPeak()``.
  public var peakMemory: Int

  /// Runs a program; its streams are those of this process.
  ///
  /// - Parameter started: told the number of the process while it runs, and 0 when it has ended.
  /// - Throws: `FileFailure` where it cannot be started.
  public static func run(
    _ program: String, _ arguments: [String], started: (Int32) -> Void = { _ in }
  ) throws(FileFailure) -> ChildProcess {
    Host.resetPeak()
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    var seconds = 0.0
    var usage = rusage()
    var state: Int32 = 0
    let failure = Measurement.seconds(adding: &seconds) { () -> Int32 in
      let code = posix_spawn(&child, program, nil, nil, &words, environment)
      guard code == 0 else { return code }
      started(child)
      defer { started(0) }
      while wait4(child, &state, 0, &usage) < 0 {
        if errno != EINTR { return errno }
      }
      return 0
    }
    guard failure == 0 else { throw FileFailure(path: program, code: failure) }
    let signal = state & 0x7F
    #if canImport(Darwin)
    let peak = Int(usage.ru_maxrss)
    #else
    let peak = Int(usage.ru_maxrss) << 10
    #endif
    return ChildProcess(
      status: signal == 0 ? state >> 8 & 0xFF : 128 + signal, seconds: seconds, peakMemory: peak)
  }

  private static var environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    #if canImport(Darwin)
    _NSGetEnviron().pointee
    #else
    environ
    #endif
  }
}
