internal import StemmaFormats
internal import StemmaKit

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Standard error and what is known of the terminal.
enum Terminal {
  /// Says a sentence on standard error, with nothing in it that a terminal would obey.
  static func complain(_ sentence: String) {
    StatusLine.erase(for: Array("stemma: \(Screen.printable(sentence))\n".utf8))
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The style for a descriptor: colour on a terminal only, never against NO_COLOR.
  static func style(_ descriptor: Int32) -> TextStyle {
    guard isTerminal(descriptor) else { return .plain }
    let isPlain =
      environment("NO_COLOR").map { !$0.isEmpty } ?? false || environment("TERM") == "dumb"
    return TextStyle(hasColour: !isPlain, width: min(120, columns(descriptor)))
  }

  /// How wide a terminal is; 80 where it does not tell.
  static func columns(_ descriptor: Int32) -> Int {
    var size = winsize()
    let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return known ? Int(size.ws_col) : 80
  }

  /// Writes all bytes; returns false where the other end does not take them.
  @discardableResult
  static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var position = 0
      while position < buffer.count {
        let count = write(descriptor, buffer.baseAddress! + position, buffer.count - position)
        if count > 0 { position += count } else if errno != EINTR { return false }
      }
      return true
    }
  }
}

enum Machine {
  /// Now, or the moment that SOURCE_DATE_EPOCH names for builds and tests that can be repeated.
  static var date: PublicationDate {
    let named = Terminal.environment("SOURCE_DATE_EPOCH").flatMap { Int($0) }
    return RunFacts.moment(secondsSince1970: named ?? time(nil))
  }

  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
