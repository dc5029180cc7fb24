/// Reads what the kernels do not, scalar by scalar, after the rule in docs/signature.md.
struct RunReader {
  private var form = TokenForm()
  private var dense = DenseRun()

  /// Appends the tokens of the bytes `range` of a text.
  ///
  /// - Complexity: O(*n*) in the bytes of the range.
  mutating func read(_ text: Span<UInt8>, _ range: Range<Int>, into tokens: inout Tokens) {
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = decodeScalar(text, at: position)
      let properties = ScalarProperties(scalar)
      let rest = position..<range.upperBound
      switch properties.kind {
      case .separator, .ignored: position += length
      case .word: position = readWord(text, rest, properties, into: &tokens)
      case .pairs, .triples: position = readDense(text, rest, properties.kind, into: &tokens)
      }
    }
  }

  /// Reads the word that begins a range; returns the offset behind it.
  private mutating func readWord(
    _ text: Span<UInt8>, _ range: Range<Int>, _ first: ScalarProperties,
    into tokens: inout Tokens
  ) -> Int {
    form.clear()
    var position = range.lowerBound
    var end = position
    while position < range.upperBound {
      let (scalar, length) = decodeScalar(text, at: position)
      let properties = ScalarProperties(scalar)
      if properties.kind == .word {
        form.append(properties, bytes: position..<position + length, of: text)
        end = position + length
      } else if properties.kind != .ignored {
        break
      }
      position += length
    }
    if let hash = form.hash() {
      tokens.append(
        hash: hash, start: range.lowerBound, end: end, marks: TokenMarks(ofFirst: first))
    }
    return position
  }

  /// Reads the dense run that begins a range.
  private mutating func readDense(
    _ text: Span<UInt8>, _ range: Range<Int>, _ kind: ScalarProperties.Kind,
    into tokens: inout Tokens
  ) -> Int {
    dense.begin(width: kind == .pairs ? 2 : 3)
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = decodeScalar(text, at: position)
      let properties = ScalarProperties(scalar)
      if properties.kind == kind {
        if dense.isFull, !properties.isMark {
          emitDense(text, into: &tokens)
          dense.slide()
        }
        dense.extend(position..<position + length, newUnit: !properties.isMark)
      } else if properties.kind != .ignored {
        break
      }
      position += length
    }
    emitDense(text, into: &tokens)
    return position
  }

  private mutating func emitDense(_ text: Span<UInt8>, into tokens: inout Tokens) {
    form.clear()
    var position = dense.start
    while position < dense.end {
      let (scalar, length) = decodeScalar(text, at: position)
      let properties = ScalarProperties(scalar)
      if properties.kind != .ignored {
        form.append(properties, bytes: position..<position + length, of: text)
      }
      position += length
    }
    guard let hash = form.hash() else { return }
    tokens.append(hash: hash, start: dense.start, end: dense.end, marks: .dense)
  }
}

extension TokenMarks {
  init(ofFirst scalar: ScalarProperties) {
    self = []
    if scalar.isUppercase { insert(.capitalised) }
    if scalar.isNumber { insert(.numeral) }
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
