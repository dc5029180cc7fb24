/// Writes drafts out as UTF-8.
///
/// Bytes go into room that is kept from text to text, so that nothing grows while a text is set.
struct Typesetter {
  private let vocabulary: Vocabulary
  private let space: [UInt8]
  private let comma: [UInt8]
  private let stop: [UInt8]
  private let open: [UInt8]
  private let close: [UInt8]
  private var bytes: [UInt8] = []
  private var count = 0

  init(_ alphabet: Alphabet, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    (space, comma, stop) = (alphabet.space, alphabet.comma, alphabet.stop)
    (open, close) = alphabet.quotationMarks
  }

  /// The text of a draft.
  ///
  /// - Complexity: O(*n*) in the items.
  mutating func text(_ items: [Item], names: WordTable) -> [UInt8] {
    let room = items.count * (WordTable.width + 2)
    if bytes.count < room { bytes = [UInt8](repeating: 0, count: room) }
    count = 0
    var isSpaced = false
    var isSentenceStart = true
    for item in items {
      switch item.kind {
      case .word, .name, .numeral:
        if isSpaced { put(space) }
        isSpaced = true
        switch item.kind {
        case .word: put(isSentenceStart ? vocabulary.capitalised : vocabulary.words, item.value)
        case .name: put(names, item.value)
        default: put(number: item.value)
        }
        isSentenceStart = false
      case .comma: put(comma)
      case .stop:
        put(stop)
        isSentenceStart = true
      case .quotationStart:
        if isSpaced { put(space) }
        put(open)
        isSpaced = false
      case .quotationEnd:
        put(close)
        isSpaced = true
      case .paragraphEnd:
        put([0x0A, 0x0A])
        isSpaced = false
      }
    }
    return Array(bytes[..<count])
  }

  private mutating func put(_ mark: [UInt8]) {
    for byte in mark {
      bytes[count] = byte
      count += 1
    }
  }

  @inline(__always)
  private mutating func put(_ table: WordTable, _ number: Int) {
    let start = number * WordTable.width
    let length = Int(table.cells[start + WordTable.width - 1])
    for offset in 0..<length { bytes[count + offset] = table.cells[start + offset] }
    count += length
  }

  private mutating func put(number: Int) {
    var divisor = 1
    while divisor * 10 <= number { divisor *= 10 }
    while divisor > 0 {
      bytes[count] = UInt8(ascii: "0") + UInt8(number / divisor % 10)
      count += 1
      divisor /= 10
    }
  }
}
