/// What Chinese and Japanese write directly behind digits, where no blank ends a word.
struct DenseMarks {
  private let text: [UInt8]
  private(set) var end: Int

  init(_ text: [UInt8], behind end: Int) {
    self.text = text
    self.end = end
  }

  private var next: Unicode.Scalar? {
    end < text.count ? Unicode.Scalar(decodeScalar(text.span, at: end).scalar) : nil
  }

  /// Passes over a string if it comes next.
  mutating func skip(_ string: String) -> Bool {
    let bytes = Array(string.utf8)
    guard end + bytes.count <= text.count, text[end..<end + bytes.count].elementsEqual(bytes) else {
      return false
    }
    end += bytes.count
    return true
  }

  /// Passes over a space and what shows nothing.
  mutating func skipBlanks() {
    for _ in 0..<3 {
      guard let scalar = next, FigureReader.isBlank(scalar.value) else { return }
      end += scalar.utf8.count
    }
  }

  /// Reads 千, 万 and the like, several of which multiply.
  mutating func magnitude() -> Int {
    var power = 0
    while let scalar = next, power < 16 {
      switch scalar {
      case "十": power += 1
      case "百": power += 2
      case "千": power += 3
      case "万", "萬": power += 4
      case "亿", "億": power += 8
      case "兆": power += 12
      default: return power
      }
      end += scalar.utf8.count
    }
    return power
  }

  mutating func currency() -> Lexicon.Currency? {
    let names: [(String, Lexicon.Currency)] = [
      ("美元", .dollar), ("ドル", .dollar), ("欧元", .euro), ("歐元", .euro), ("ユーロ", .euro),
      ("日元", .yen), ("英镑", .pound), ("ポンド", .pound), ("卢布", .rouble), ("円", .yen), ("元", .yuan),
    ]
    return names.first { skip($0.0) }?.1
  }

  /// Tenths, as in 四成 and 2割.
  mutating func isTenths() -> Bool { skip("成") || skip("割") }
}
