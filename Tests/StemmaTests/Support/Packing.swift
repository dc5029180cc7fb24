/// Packs bytes as the formats allow it without compressing them, so that tests need no tool for it.
enum Packing {
  /// One gzip member of stored blocks (RFC 1952 and 1951).
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    for (piece, isLast) in pieces(bytes, of: 0xFFFF) {
      packed.append(isLast ? 1 : 0)
      packed += little(piece.count, 2) + little(~piece.count, 2) + piece
    }
    return packed + little(Int(crc32(bytes)), 4) + little(bytes.count, 4)
  }

  /// One Zstandard frame of raw blocks without a checksum (RFC 8878).
  static func zstandard(_ bytes: [UInt8], blockSize: Int = 100_000) -> [UInt8] {
    // The magic number, no flags, and a window of 1 MiB.
    var packed: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x50]
    for (piece, isLast) in pieces(bytes, of: blockSize) {
      packed += little(piece.count << 3 | (isLast ? 1 : 0), 3) + piece
    }
    return packed
  }

  /// The pieces of some length, at least one, and whether each is the last.
  private static func pieces(
    _ bytes: [UInt8], of length: Int
  ) -> [(bytes: ArraySlice<UInt8>, isLast: Bool)] {
    let starts = Array(stride(from: 0, to: max(1, bytes.count), by: length))
    return starts.map { start in
      (bytes[start..<min(bytes.count, start + length)], start == starts.last)
    }
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
