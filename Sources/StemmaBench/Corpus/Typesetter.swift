/// Writes drafts out as UTF-8.
///
/// The only unsafe code of the corpus: a word is set by a copy of its whole cell, behind whose word
/// the next is set over the rest. That takes half the time of a loop over the bytes.
struct Typesetter {
  private let vocabulary: Vocabulary
  /// Marks by ``Mark``, in cells like words.
  private var marks = WordTable()
  /// Room that is kept from text to text.
  private var room: [UInt8] = []

  private enum Mark: Int {
    case space, comma, stop, open, close, paragraph
  }

  init(_ alphabet: Alphabet, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    let quotation = alphabet.quotationMarks
    for mark in [
      alphabet.space, alphabet.comma, alphabet.stop, quotation.open, quotation.close, "\n\n",
    ] {
      marks.append(Array(mark.utf8))
    }
  }

  /// The text of a draft.
  ///
  /// - Precondition: the words and names of the draft stand in their tables.
  /// - Complexity: O(*n*) in the items.
  mutating func text(_ items: [Item], names: WordTable) -> [UInt8] {
    for item in items {
      precondition(item.kind != .name || item.value * WordTable.width < names.cells.count)
      precondition(item.kind != .word || item.value < Vocabulary.count)
    }
    // An item is a space and a word at most, and the last cell is written in full.
    let most = items.count * (WordTable.width + 1) + WordTable.width
    if room.count < most { room = [UInt8](repeating: 0, count: most) }
    let count = room.withUnsafeMutableBytes { room in
      vocabulary.words.cells.withUnsafeBytes { words in
        vocabulary.capitalised.cells.withUnsafeBytes { capitalised in
          names.cells.withUnsafeBytes { names in
            marks.cells.withUnsafeBytes { marks in
              var line = Line(bytes: room)
              Self.set(
                items, words: words, capitalised: capitalised, names: names, marks: marks, &line)
              return line.count
            }
          }
        }
      }
    }
    return Array(room[..<count])
  }

  private static func set(
    _ items: [Item], words: UnsafeRawBufferPointer, capitalised: UnsafeRawBufferPointer,
    names: UnsafeRawBufferPointer, marks: UnsafeRawBufferPointer, _ line: inout Line
  ) {
    var isSpaced = false
    var isSentenceStart = true
    for item in items {
      switch item.kind {
      case .word, .name, .numeral:
        if isSpaced { line.put(marks, Mark.space.rawValue) }
        switch item.kind {
        case .word: line.put(isSentenceStart ? capitalised : words, item.value)
        case .name: line.put(names, item.value)
        default: line.put(number: item.value)
        }
        isSpaced = true
        isSentenceStart = false
      case .comma: line.put(marks, Mark.comma.rawValue)
      case .stop:
        line.put(marks, Mark.stop.rawValue)
        isSentenceStart = true
      case .quotationStart:
        if isSpaced { line.put(marks, Mark.space.rawValue) }
        line.put(marks, Mark.open.rawValue)
        isSpaced = false
      case .quotationEnd:
        line.put(marks, Mark.close.rawValue)
        isSpaced = true
      case .paragraphEnd:
        line.put(marks, Mark.paragraph.rawValue)
        isSpaced = false
      }
    }
  }

  /// Bytes that are set one behind the other.
  private struct Line {
    let bytes: UnsafeMutableRawBufferPointer
    var count = 0

    @inline(__always)
    mutating func put(_ table: UnsafeRawBufferPointer, _ number: Int) {
      let cell = table.baseAddress.unsafelyUnwrapped + number * WordTable.width
      (bytes.baseAddress.unsafelyUnwrapped + count).copyMemory(
        from: cell, byteCount: WordTable.width)
      count += Int(cell.load(fromByteOffset: WordTable.width - 1, as: UInt8.self))
    }

    mutating func put(number: Int) {
      var divisor = 1
      while divisor * 10 <= number { divisor *= 10 }
      while divisor > 0 {
        bytes[count] = UInt8(ascii: "0") + UInt8(number / divisor % 10)
        count += 1
        divisor /= 10
      }
    }
  }
}
