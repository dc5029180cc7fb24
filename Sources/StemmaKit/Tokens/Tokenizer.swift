internal import CXXHash

/// Cuts a text into tokens after the rule in docs/signature.md.
///
/// A value with scratch space: make one a thread and use it for many texts.
public struct Tokenizer {
  private var form: [UInt8] = []
  private var run = DenseRun()

  public init() {}

  /// The tokens of `text` from byte `start` on, with sentence breaks and quotations marked.
  ///
  /// - Precondition: the text is shorter than 4 GiB.
  /// - Complexity: O(*n*) in the bytes of the text.
  public mutating func tokenize(_ text: Span<UInt8>, from start: Int = 0) -> Tokens {
    precondition(text.count <= Int(UInt32.max), "a text must be shorter than 4 GiB")
    var tokens = Tokens()
    cut(text, from: start, into: &tokens)
    tokens.trim()
    tokens.bytesPerCharacter = Self.bytesPerCharacter(text)
    Layout.mark(&tokens, in: text, from: start)
    return tokens
  }

  private static func bytesPerCharacter(_ text: Span<UInt8>) -> Float {
    var characters = 0
    for index in text.indices where text[index] & 0xC0 != 0x80 { characters += 1 }
    return characters == 0 ? 1 : Float(text.count) / Float(characters)
  }

  private mutating func cut(_ text: Span<UInt8>, from start: Int, into tokens: inout Tokens) {
    var position = start
    while position < text.count {
      let (scalar, length) = decodeScalar(text, at: position)
      let properties = ScalarProperties(scalar)
      switch properties.kind {
      case .separator, .ignored: position += length
      case .word: position = readWord(text, at: position, properties, into: &tokens)
      case .pairs, .triples: position = readDense(text, at: position, properties, into: &tokens)
      }
    }
  }

  /// Reads the word that begins at `start`; returns the offset behind it.
  private mutating func readWord(
    _ text: Span<UInt8>, at start: Int, _ first: ScalarProperties, into tokens: inout Tokens
  ) -> Int {
    form.removeAll(keepingCapacity: true)
    var mayCombine = false
    var position = start
    var end = start
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        let folded = asciiFolding(byte)
        if folded == 0 { break }
        form.append(folded)
        position += 1
        end = position
        continue
      }
      let (scalar, length) = decodeScalar(text, at: position)
      let properties = ScalarProperties(scalar)
      if properties.kind == .word {
        append(properties, bytes: position..<position + length, of: text)
        mayCombine = mayCombine || properties.mayCombine
        end = position + length
      } else if properties.kind != .ignored {
        break
      }
      position += length
    }
    var marks: TokenMarks = []
    if first.isUppercase { marks.insert(.capitalised) }
    if first.isNumber { marks.insert(.numeral) }
    emit(start: start, end: end, mayCombine: mayCombine, marks: marks, into: &tokens)
    return position
  }

  /// Reads the run of a script without spaces that begins at `start`.
  private mutating func readDense(
    _ text: Span<UInt8>, at start: Int, _ first: ScalarProperties, into tokens: inout Tokens
  ) -> Int {
    let kind = first.kind
    run.begin(width: kind == .pairs ? 2 : 3)
    var position = start
    while position < text.count {
      let (scalar, length) = decodeScalar(text, at: position)
      let properties = ScalarProperties(scalar)
      if properties.kind == kind {
        if run.isFull, !properties.isMark {
          emit(run, into: &tokens, text)
          run.slide()
        }
        run.extend(position..<position + length, newUnit: !properties.isMark)
      } else if properties.kind != .ignored {
        break
      }
      position += length
    }
    emit(run, into: &tokens, text)
    return position
  }

  private mutating func emit(_ run: DenseRun, into tokens: inout Tokens, _ text: Span<UInt8>) {
    form.removeAll(keepingCapacity: true)
    var mayCombine = false
    var position = run.start
    while position < run.end {
      let (scalar, length) = decodeScalar(text, at: position)
      let properties = ScalarProperties(scalar)
      if properties.kind != .ignored {
        append(properties, bytes: position..<position + length, of: text)
        mayCombine = mayCombine || properties.mayCombine
      }
      position += length
    }
    emit(start: run.start, end: run.end, mayCombine: mayCombine, marks: .dense, into: &tokens)
  }

  private mutating func append(
    _ properties: ScalarProperties, bytes: Range<Int>, of text: Span<UInt8>
  ) {
    if properties.foldingLength > 0 {
      properties.appendFolding(to: &form)
    } else {
      for offset in bytes { form.append(text[offset]) }
    }
  }

  private mutating func emit(
    start: Int, end: Int, mayCombine: Bool, marks: TokenMarks, into tokens: inout Tokens
  ) {
    if mayCombine { Composition.compose(&form) }
    guard !form.isEmpty else { return }
    let hash = form.withUnsafeBufferPointer { stemma_xxh3_64($0.baseAddress, $0.count) }
    tokens.append(hash: hash, start: start, end: end, marks: marks)
  }
}

/// The last units of a run in a script without spaces, at most one token's worth.
private struct DenseRun {
  private var width = 2
  private var unitStarts: [Int] = []
  private(set) var end = 0

  mutating func begin(width: Int) {
    self.width = width
    unitStarts.removeAll(keepingCapacity: true)
  }

  var start: Int { unitStarts[0] }
  var isFull: Bool { unitStarts.count == width }

  mutating func extend(_ bytes: Range<Int>, newUnit: Bool) {
    if newUnit || unitStarts.isEmpty { unitStarts.append(bytes.lowerBound) }
    end = bytes.upperBound
  }

  mutating func slide() { unitStarts.removeFirst() }
}

/// The lower-case letter or digit of an ASCII byte, 0 for a separator.
@inline(__always)
private func asciiFolding(_ byte: UInt8) -> UInt8 {
  switch byte {
  case 0x61...0x7A, 0x30...0x39: byte
  case 0x41...0x5A: byte | 0x20
  default: 0
  }
}

/// XXH3-64 (seed 0) of the UTF-8 of a form that is normalised already: its token hash.
public func tokenHash(ofNormalised form: String) -> UInt64 {
  var form = form
  return form.withUTF8 { stemma_xxh3_64($0.baseAddress, $0.count) }
}
