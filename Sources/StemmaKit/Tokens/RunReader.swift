internal import CKernels
internal import CXXHash

/// One token as a reader hands it on.
struct Token {
  var hash: UInt64
  var start: UInt32
  var end: UInt32
  var marks: TokenMarks
}

/// Reads runs that hold more than ASCII, after the rule in docs/signature.md.
///
/// A run is bounded by ASCII separators, which end every token; so it is read for itself. Characters
/// that fold to themselves go a fast way, all else scalar by scalar.
struct RunReader {
  private let instructions: stemma_instructions
  private var form = TokenForm()
  private var dense = DenseRun()
  private var edges: [UInt32] = []
  private var hashes: [UInt64] = []

  init(instructions: stemma_instructions) { self.instructions = instructions }

  /// Appends the tokens of the bytes `range` of a text.
  ///
  /// - Complexity: O(*n*) in the bytes of the range.
  mutating func read(_ text: Span<UInt8>, _ range: Range<Int>, into tokens: inout [Token]) {
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = decodeScalar(text, at: position)
      let properties = ScalarProperties(scalar)
      let rest = position..<range.upperBound
      switch properties.kind {
      case .separator, .ignored: position += length
      case .word: position = readWord(text, rest, properties, into: &tokens)
      case .pairs, .triples:
        position =
          readPlainDense(text, rest, properties.kind, into: &tokens)
          ?? readDense(text, rest, properties.kind, into: &tokens)
      }
    }
  }

  /// Whether a token that reaches the beginning of a range ends there: nothing joins it.
  private func isEnd(_ text: Span<UInt8>, _ rest: Range<Int>, of kind: ScalarProperties.Kind)
    -> Bool
  {
    guard !rest.isEmpty else { return true }
    let next = ScalarProperties(decodeScalar(text, at: rest.lowerBound).scalar).kind
    return next != kind && next != .ignored
  }

  /// Reads the word that begins a range; returns the offset behind it.
  private mutating func readWord(
    _ text: Span<UInt8>, _ range: Range<Int>, _ first: ScalarProperties,
    into tokens: inout [Token]
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
        Token(hash: hash, range.lowerBound..<end, marks: TokenMarks(ofFirst: first)))
    }
    return position
  }

  /// Reads a dense run of characters of three bytes that fold to themselves; `nil` where it holds
  /// others, or too few for a token of full width.
  private mutating func readPlainDense(
    _ text: Span<UInt8>, _ range: Range<Int>, _ kind: ScalarProperties.Kind,
    into tokens: inout [Token]
  ) -> Int? {
    let width = kind == .pairs ? 2 : 3
    let most = range.count / 3
    if hashes.count < most {
      hashes.append(contentsOf: repeatElement(0, count: most - hashes.count))
      edges.append(contentsOf: repeatElement(0, count: 2 * most - edges.count))
    }
    let found = text.withUnsafeBufferPointer { bytes in
      stemma_find_plain(
        bytes.baseAddress, range.lowerBound, range.upperBound, ScalarProperties.plainMask,
        kind.rawValue, UInt32(width), &edges)
    }
    let count = found - width + 1
    let end = range.lowerBound + 3 * found
    guard count > 0, isEnd(text, end..<range.upperBound, of: kind) else { return nil }
    text.withUnsafeBufferPointer { bytes in
      stemma_hash_words(
        instructions, bytes.baseAddress, bytes.count, edges, count, false, &hashes)
    }
    let old = tokens.count
    let filler = Token(hash: 0, start: 0, end: 0, marks: .dense)
    tokens.append(contentsOf: repeatElement(filler, count: count))
    var all = tokens.mutableSpan
    for index in 0..<count {
      all[old + index].hash = hashes[index]
      all[old + index].start = edges[2 * index]
      all[old + index].end = edges[2 * index + 1]
    }
    return end
  }

  /// Reads the dense run that begins a range.
  private mutating func readDense(
    _ text: Span<UInt8>, _ range: Range<Int>, _ kind: ScalarProperties.Kind,
    into tokens: inout [Token]
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

  private mutating func emitDense(_ text: Span<UInt8>, into tokens: inout [Token]) {
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
    tokens.append(Token(hash: hash, dense.start..<dense.end, marks: .dense))
  }
}

extension Token {
  fileprivate init(hash: UInt64, _ bytes: Range<Int>, marks: TokenMarks) {
    self.init(
      hash: hash, start: UInt32(truncatingIfNeeded: bytes.lowerBound),
      end: UInt32(truncatingIfNeeded: bytes.upperBound), marks: marks)
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
