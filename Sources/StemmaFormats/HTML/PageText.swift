internal import StemmaKit

/// A text as a page shows it: its beginning, if it is long, with every offset translated.
///
/// Scripts in a browser count UTF-16 units; findings count bytes of the text as read.
struct PageText {
  let string: String
  /// What is shown of the text as read.
  let bytes: [UInt8]
  /// Bytes of the whole text.
  let fullCount: Int
  /// The UTF-16 units before each byte, and before the end.
  private let units: [UInt32]

  var isCut: Bool { bytes.count < fullCount }

  /// - Parameter limit: bytes to show; a cut is made before a word, or at least before a character.
  init(_ text: [UInt8], limit: Int) {
    fullCount = text.count
    bytes = Array(text[..<Self.end(text, limit)])
    var string = ""
    string.reserveCapacity(bytes.count)
    var units = [UInt32](repeating: 0, count: bytes.count + 1)
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var place = 0
    var unit: UInt32 = 0
    func fill(_ count: Int) {
      for offset in 0..<count { units[place + offset] = unit }
      place += count
    }
    reading: while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        fill(encoded.count)
        unit += scalar.value > 0xFFFF ? 2 : 1
        // What no page can hold, and what would break a line's right order of reading.
        string.unicodeScalars.append(Self.isShown(scalar) ? scalar : "\u{FFFD}")
      case .error(let length):
        fill(length)
        unit += 1
        string.unicodeScalars.append("\u{FFFD}")
      case .emptyInput: break reading
      }
    }
    units[bytes.count] = unit
    self.string = string
    self.units = units
  }

  /// The UTF-16 units before a byte of what is shown.
  func unit(_ byte: Int) -> Int { Int(units[min(byte, bytes.count)]) }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0x7F..<0xA0: false
    default: true
    }
  }

  private static func end(_ text: [UInt8], _ limit: Int) -> Int {
    guard text.count > limit else { return text.count }
    let space = text[..<limit].lastIndex { $0 == 0x20 || $0 == 0x0A }
    if let space, space > limit - 200 { return space }
    var end = limit
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
