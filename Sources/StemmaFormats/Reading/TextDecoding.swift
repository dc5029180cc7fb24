/// Turns the bytes of a file into UTF-8 text.
enum TextDecoding {
  struct Decoded {
    var text: [UInt8]
    /// What was done to the bytes, where they were not UTF-8 already.
    var remark: String?
  }

  /// - Throws: `ReadError` where the bytes are no text.
  static func decode(_ bytes: [UInt8]) throws(ReadError) -> Decoded {
    if isUTF16(bytes) {
      let isBigEndian = bytes[0] == 0xFE
      return Decoded(
        text: utf16(bytes, bigEndian: isBigEndian), remark: "it is UTF-16, read as such")
    }
    if isBinary(bytes) { throw .binary }
    if String(validating: bytes, as: UTF8.self) != nil { return Decoded(text: bytes) }
    return Decoded(
      text: windows1252(bytes),
      remark: "it is not valid UTF-8; read as Windows-1252, so convert it if that is wrong")
  }

  static func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// Control characters that no text has. A few stray ones are forgiven.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: Array("%PDF-".utf8)) { return true }
    let head = bytes.prefix(1 << 16)
    var odd = 0
    for byte in head {
      if byte == 0 { return true }
      if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09, byte != 0x0C, byte != 0x1B {
        odd += 1
      }
    }
    return odd * 50 > head.count
  }

  private static func utf16(_ bytes: [UInt8], bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The upper half of Windows-1252, the commonest legacy encoding, below 0xA0.
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let value = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt32(byte)
      if let scalar = Unicode.Scalar(value) { text.append(contentsOf: UTF8.encode(scalar)!) }
    }
    return text
  }
}
