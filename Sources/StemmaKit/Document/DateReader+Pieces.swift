/// The pieces that dates and times are made of.
extension DateReader {
  func isDigit(at index: Int) -> Bool {
    index < bytes.count && (0x30...0x39).contains(bytes[index])
  }

  mutating func skipBlanks(orComma: Bool = false) {
    if orComma { _ = skip(",") }
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
  }

  mutating func skip(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  /// One figure or two.
  mutating func shortNumber() -> Int? { number(digits: 2) ?? number(digits: 1) }

  mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + digits] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    position += digits
    return value
  }
}
