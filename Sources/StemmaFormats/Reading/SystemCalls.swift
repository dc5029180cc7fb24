#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A path as the system has it: bytes, which need not be UTF-8.
struct RawPath: Hashable, Comparable {
  var bytes: [UInt8]

  init(_ string: String) { bytes = Array(string.utf8) }
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// For people and for ids; what is not UTF-8 shows as U+FFFD.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  func appending(_ name: [UInt8]) -> RawPath {
    RawPath(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [0x2F] + name)
  }

  static func < (left: RawPath, right: RawPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
    }
  }
}

/// What a path names.
struct FileStatus {
  enum Kind {
    case file
    case folder
    case other
  }

  var kind: Kind
  var size: Int
  /// The file itself, whatever links lead to it.
  var identity: FileIdentity

  struct FileIdentity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  /// Whether the path itself is a symbolic link, wherever it leads.
  static func isLink(_ path: RawPath) throws(SystemError) -> Bool {
    var status = stat()
    guard path.withCString({ lstat($0, &status) }) == 0 else { throw SystemError(errno) }
    return status.st_mode & S_IFMT == S_IFLNK
  }

  /// Follows links.
  init(_ path: RawPath) throws(SystemError) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { throw SystemError(errno) }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    size = Int(status.st_size)
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}

/// A failed system call, in words.
struct SystemError: Error {
  var code: Int32

  init(_ code: Int32) { self.code = code }

  var sentence: String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "no permission to read it"
    case ELOOP: "the link leads back to itself"
    case ENAMETOOLONG: "the path is too long for the system; move the folder nearer to the root"
    case EMFILE, ENFILE: "too many open files"
    default: String(cString: strerror(code))
    }
  }
}

enum System {
  /// The names in a folder, sorted by their bytes.
  static func names(in folder: RawPath) throws(SystemError) -> [[UInt8]] {
    guard let handle = folder.withCString({ opendir($0) }) else { throw SystemError(errno) }
    defer { closedir(handle) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(handle) else {
        if errno != 0 { throw SystemError(errno) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  static func open(_ path: RawPath) throws(SystemError) -> Int32 {
    #if canImport(Darwin)
    let descriptor = path.withCString { Darwin.open($0, O_RDONLY | O_CLOEXEC) }
    #elseif canImport(Musl)
    let descriptor = path.withCString { Musl.open($0, O_RDONLY | O_CLOEXEC) }
    #else
    let descriptor = path.withCString { Glibc.open($0, O_RDONLY | O_CLOEXEC) }
    #endif
    guard descriptor >= 0 else { throw SystemError(errno) }
    return descriptor
  }

  static func close(_ descriptor: Int32) {
    #if canImport(Darwin)
    _ = Darwin.close(descriptor)
    #elseif canImport(Musl)
    _ = Musl.close(descriptor)
    #else
    _ = Glibc.close(descriptor)
    #endif
  }

  /// How large a file is; `nil` for pipes and devices.
  static func size(of descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The place of the first such byte from an offset on.
  static func index(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress else { return nil }
      return memchr(base + start, Int32(byte), bytes.count - start).map {
        UnsafeRawPointer($0) - base
      }
    }
  }

  /// Fills `bytes` from an offset of a file on; several threads may do so at once.
  ///
  /// - Returns: how many bytes were read: fewer than there is room for where the file ends.
  static func read(
    _ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    var filled = 0
    while filled < bytes.count {
      let count = pread(
        descriptor, bytes.baseAddress.map { $0 + filled }, bytes.count - filled,
        off_t(offset + filled))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemError(errno) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Reads up to `count` bytes; 0 at the end.
  static func read(
    _ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    while true {
      #if canImport(Darwin)
      let count = Darwin.read(descriptor, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
      let count = Musl.read(descriptor, bytes.baseAddress, bytes.count)
      #else
      let count = Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { throw SystemError(errno) }
    }
  }
}
