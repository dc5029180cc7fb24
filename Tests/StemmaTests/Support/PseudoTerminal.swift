import Foundation

/// A terminal that is read by a test instead of by a person.
struct PseudoTerminal {
  struct NotMade: Error {}

  /// The end that the program writes to.
  let programSide: FileHandle
  private let ownSide: Int32

  init(columns: Int) throws {
    let own = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard own >= 0, let name = Self.otherEnd(of: own) else { throw NotMade() }
    let program = open(name, O_RDWR | O_NOCTTY)
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard program >= 0, ioctl(program, UInt(TIOCSWINSZ), &size) == 0 else { throw NotMade() }
    _ = fcntl(own, F_SETFL, O_NONBLOCK)
    ownSide = own
    programSide = FileHandle(fileDescriptor: program, closeOnDealloc: true)
  }

  /// The path of the other end of a terminal, made ready to be opened.
  private static func otherEnd(of own: Int32) -> String? {
    #if os(Linux)
    // TIOCSPTLCK and TIOCGPTN: glibc shows grantpt and the like to C of X/Open alone.
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(own, 0x4004_5431, &isLocked) == 0, ioctl(own, 0x8004_5430, &number) == 0 else {
      return nil
    }
    return "/dev/pts/\(number)"
    #else
    guard grantpt(own) == 0, unlockpt(own) == 0 else { return nil }
    return ptsname(own).map { String(cString: $0) }
    #endif
  }

  /// What has been written since it was read last.
  func read() -> String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Foundation.read(ownSide, &piece, piece.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece[..<count]
    }
  }

  func close() { _ = Foundation.close(ownSide) }
}
