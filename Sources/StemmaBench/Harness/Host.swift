#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// What is measured on.
public enum Host {
  /// The name of the processor, as its maker writes it; "unknown" where the system does not tell.
  public static var processor: String {
    #if canImport(Darwin)
    var size = 0
    guard sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0) == 0, size > 1 else {
      return "unknown"
    }
    var name = [UInt8](repeating: 0, count: size)
    guard sysctlbyname("machdep.cpu.brand_string", &name, &size, nil, 0) == 0 else {
      return "unknown"
    }
    return String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    #else
    return line("model name", of: "/proc/cpuinfo") ?? "unknown"
    #endif
  }

  /// Lets the system forget how much memory this process has held, where it allows that: the peak
  /// begins anew from what is held now.
  public static func resetPeak() {
    #if os(Linux)
    let descriptor = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = write(descriptor, "5", 1)
    close(descriptor)
    #endif
  }

  /// The path of the running program.
  public static var program: String? {
    #if canImport(Darwin)
    let name = CommandLine.arguments[0]
    #else
    let name = "/proc/self/exe"
    #endif
    guard let path = realpath(name, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  #if !canImport(Darwin)
  /// What stands behind the colon in the first line that begins with `key`.
  private static func line(_ key: String, of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 4096)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = buffer.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
      guard line.hasPrefix(key), let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
      return value.last?.isNewline == true ? String(value.dropLast()) : String(value)
    }
    return nil
  }
  #endif
}
