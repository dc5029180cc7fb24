/// Times of day and their zones.
extension DateReader {
  /// Nothing, or a time and its zone.
  mutating func readRest(_ parts: inout Parts) -> Bool {
    if position == bytes.count { return true }
    guard skip("t") || skip(", ") || skip(" at ") || skip(" ") else { return false }
    skipBlanks()
    guard let second = readTime() else { return false }
    parts.second = second
    skipBlanks()
    return position == bytes.count || readZone(&parts)
  }

  mutating func readTime() -> Int? {
    guard var hour = shortNumber(), skip(":"), let minute = number(digits: 2), hour < 24,
      minute < 60
    else { return nil }
    var second = 0
    if skip(":") {
      guard let value = number(digits: 2), value <= 60 else { return nil }
      second = min(value, 59)
      if skip(".") || skip(",") { while isDigit(at: position) { position += 1 } }
    }
    let before = position
    skipBlanks()
    if let half = ["am", "pm", "a.m.", "p.m."].first(where: { skip($0) }) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half.hasPrefix("p") ? 12 : 0)
    } else {
      position = before
    }
    return hour * 3600 + minute * 60 + second
  }

  /// The zones that RFC 2822 names, in hours ahead of UTC; the first four are the same everywhere.
  private static let zones = [
    ("utc", 0), ("gmt", 0), ("ut", 0), ("z", 0), ("est", -5), ("edt", -4), ("cst", -6),
    ("cdt", -5), ("mst", -7), ("mdt", -6), ("pst", -8), ("pdt", -7),
  ]

  /// `Z`, `+02:00`, `GMT`, `GMT+0200`, with a remark in brackets behind or not.
  mutating func readZone(_ parts: inout Parts) -> Bool {
    let zone = Self.zones.prefix(parts.isMail ? 12 : 4).first { skip($0.0) }
    let sign = skip("+") ? 1 : skip("-") ? -1 : 0
    if sign != 0, zone?.1 ?? 0 == 0 {
      guard let hour = number(digits: 2), hour <= 14 else { return false }
      _ = skip(":")
      let minute = number(digits: 2) ?? 0
      guard minute < 60 else { return false }
      parts.offset = sign * (hour * 3600 + minute * 60)
    } else {
      guard sign == 0, let zone else { return false }
      parts.offset = zone.1 * 3600
    }
    if skip(" (") {
      guard bytes.last == UInt8(ascii: ")") else { return false }
      position = bytes.count
    }
    return true
  }
}
