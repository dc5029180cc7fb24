import Foundation

/// Small texts as gzip and zstd pack them.
enum PackedSamples {
  static let second = Array("And a second one.\n".utf8)
  /// Packs into very few bytes, so that one piece of input gives many of output.
  static let long = [UInt8](repeatElement(Array("ab\n".utf8), count: 400_000).joined())

  static let gzip = Samples(
    name: "member",
    first: "H4sIAAAAAAACA3NUSMssKi5RyE3NTUot0lF41DCnIDE5OzXlUcNcPQUAQH8fLB4AAAA=",
    second: "H4sIAAAAAAACA3PMS1FIVChOTc4HMvLzUvW4AASyINQSAAAA",
    long: "H4sIAAAAAAACA+3CQREAAAwCoP9auv4hrGAAOPIX"
      + String(repeating: "V", count: 1549) + "XVbtvi0ooBPEgA=")

  static let zstandard = Samples(
    name: "frame",
    first: "KLUv/QRo6QAAQSBmaXJzdCBmcmFtZSwg4oCccGFja2Vk4oCdLiD6kbrW",
    second: "KLUv/QRokQAAQW5kIGEgc2Vjb25kIG9uZS4Kei/SyA==",
    long: "KLUv/QRoXAAAGGFiCgEA+v/mbghEAAAAAQD9/+YOCEQAAAABAP3/OQACRAAA"
      + "AAEA/f85AAJEAAAAAQD9/zkAAkQAAAABAP3/OQACRAAAAAEA/f85AAJEAAAA"
      + "AQD9/zkAAkQAAAABAP3/OQACPQAAAAEAfc8OgEcA0CE=")

  /// One way to pack the three texts.
  struct Samples {
    let first: [UInt8]
    let second: [UInt8]
    let long: [UInt8]
    /// What ``first`` holds.
    let firstText: [UInt8]

    init(name: String, first: String, second: String, long: String) {
      self.first = Self.bytes(first)
      self.second = Self.bytes(second)
      self.long = Self.bytes(long)
      firstText = Array("A first \(name), “packed”. ".utf8)
    }

    private static func bytes(_ text: String) -> [UInt8] {
      Array(Data(base64Encoded: text) ?? Data())
    }
  }
}
