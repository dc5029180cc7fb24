internal import CKernels

/// Cuts a text into tokens after the rule in docs/signature.md.
///
/// Runs of ASCII letters are found and hashed many at a time; runs that hold other bytes are read
/// scalar by scalar. A value with scratch space: make one a thread and use it for many texts.
public struct Tokenizer {
  private let instructions: stemma_instructions
  private var reader: RunReader
  private let letters = SimpleLetters.forms
  private var edges = [UInt32](repeating: 0, count: STEMMA_EDGES)
  private var high = [UInt64](repeating: 0, count: STEMMA_PIECE / 64)
  private var mixed = MixedRuns()
  private var scratch = Tokens()

  public init() { self.init(instructions: Instructions.best) }

  init(instructions: stemma_instructions) {
    self.instructions = instructions
    reader = RunReader(instructions: instructions)
  }

  /// The tokens of `text` from byte `start` on, with sentence breaks and quotations marked.
  ///
  /// - Precondition: the text is shorter than 4 GiB.
  /// - Complexity: O(*n*) in the bytes of the text.
  public mutating func tokenize(_ text: Span<UInt8>, from start: Int = 0) -> Tokens {
    var room = takeScratch()
    let isASCII = cut(text, from: start, placing: true, into: &room)
    var tokens = room.trimmed()
    scratch = room
    tokens.bytesPerCharacter = isASCII ? 1 : Self.bytesPerCharacter(text)
    Layout.mark(&tokens, in: text, from: start)
    return tokens
  }

  /// Sets `hashes` to the token hashes of `text` from byte `start` on: all that a signature needs.
  public mutating func hash(
    _ text: Span<UInt8>, from start: Int = 0, into hashes: inout [UInt64]
  ) {
    var room = takeScratch()
    swap(&room.hashes, &hashes)
    room.hashes.removeAll(keepingCapacity: true)
    _ = cut(text, from: start, placing: false, into: &room)
    swap(&room.hashes, &hashes)
    scratch = room
  }

  /// The empty arrays of the last text, with their room.
  private mutating func takeScratch() -> Tokens {
    var room = Tokens()
    swap(&room, &scratch)
    room.removeAll()
    return room
  }

  private static func bytesPerCharacter(_ text: Span<UInt8>) -> Float {
    var continued = 0
    for index in text.indices { continued += text[index] & 0xC0 == 0x80 ? 1 : 0 }
    let characters = text.count - continued
    return characters == 0 ? 1 : Float(text.count) / Float(characters)
  }

  /// Appends the tokens, without marks of layout, or, if not `placing`, at least their hashes; tells
  /// whether the text is ASCII.
  private mutating func cut(
    _ text: Span<UInt8>, from start: Int, placing: Bool, into tokens: inout Tokens
  ) -> Bool {
    precondition(text.count <= Int(UInt32.max), "a text must be shorter than 4 GiB")
    var position = start
    var isASCII = true
    var isInRun = false
    // A run that a piece leaves open: its begin stands first among the edges of the next piece.
    var openEdges = 0
    while position < text.count {
      let end = min(text.count, position + STEMMA_PIECE)
      var hasHigh = false
      var count = text.withUnsafeBufferPointer { bytes in
        stemma_find_runs(
          instructions, bytes.baseAddress, position, end, &isInRun, &edges, openEdges, &high,
          &hasHigh)
      }
      isASCII = isASCII && !hasHigh
      if end == text.count, count % 2 == 1 {
        edges[count] = UInt32(truncatingIfNeeded: end)
        count += 1
      }
      // Where a run began in another piece its bytes are not in this one's masks.
      if hasHigh || openEdges > 0 && !isASCII {
        appendMixed(
          text, piece: position..<end, runs: count / 2, placing: placing, into: &tokens)
      } else {
        appendHashes(text, runs: count / 2, into: &tokens)
        if placing { appendPlaces(text, runs: count / 2, into: &tokens) }
      }
      openEdges = count % 2
      if openEdges == 1 { edges[0] = edges[count - 1] }
      position = end
    }
    return isASCII
  }

  /// Appends the hashes of runs that are words of ASCII.
  private func appendHashes(_ text: Span<UInt8>, runs count: Int, into tokens: inout Tokens) {
    let old = tokens.hashes.count
    tokens.hashes.append(contentsOf: repeatElement(0, count: count))
    hashRuns(text, count, into: &tokens.hashes, at: old)
  }

  /// Appends where the runs stand and what they begin with.
  private func appendPlaces(_ text: Span<UInt8>, runs count: Int, into tokens: inout Tokens) {
    let old = tokens.starts.count
    tokens.starts.append(contentsOf: repeatElement(0, count: count))
    tokens.ends.append(contentsOf: repeatElement(0, count: count))
    tokens.marks.append(contentsOf: repeatElement([], count: count))
    let edges = edges.span
    var starts = tokens.starts.mutableSpan
    for index in 0..<count { starts[old + index] = edges[2 * index] }
    var ends = tokens.ends.mutableSpan
    for index in 0..<count { ends[old + index] = edges[2 * index + 1] }
    var marks = tokens.marks.mutableSpan
    for index in 0..<count { marks[old + index] = Self.marks(ofFirst: text[Int(edges[2 * index])]) }
  }

  /// Appends runs of which some hold other bytes than ASCII.
  private mutating func appendMixed(
    _ text: Span<UInt8>, piece: Range<Int>, runs count: Int, placing: Bool,
    into tokens: inout Tokens
  ) {
    mixed.begin(runs: count)
    // What comes out for runs with other bytes is not used, but for words of simple letters.
    hashRuns(text, count, into: &mixed.hashes, at: 0)
    let found = stemma_runs_with_high(edges, count, piece.lowerBound, high, &mixed.high)
    var reads = found
    if count > 0, Int(edges[0]) < piece.lowerBound {
      reads = mixed.noteFirst(text, Int(edges[0])..<piece.lowerBound, found: found)
    }
    let others = text.withUnsafeBufferPointer { bytes in
      stemma_hash_letter_runs(
        instructions, bytes.baseAddress, edges, &mixed.high, reads, letters, &mixed.hashes)
    }
    for index in 0..<others {
      let run = Int(mixed.high[index])
      reader.read(
        text, Int(edges[2 * run])..<Int(edges[2 * run + 1]), into: &mixed.tokens)
      mixed.ends.append(mixed.tokens.count)
    }
    mixed.merge(into: &tokens.hashes, filler: 0) {
      $0.hash
    } word: {
      $0.hashes[$1]
    }
    guard placing else { return }
    let places = edges
    mixed.merge(into: &tokens.starts, filler: 0) {
      $0.start
    } word: {
      places[2 * $1]
    }
    mixed.merge(into: &tokens.ends, filler: 0) {
      $0.end
    } word: {
      places[2 * $1 + 1]
    }
    mixed.merge(into: &tokens.marks, filler: []) {
      $0.marks
    } word: {
      Self.marks(text, at: Int(places[2 * $1]))
    }
  }

  private func hashRuns(
    _ text: Span<UInt8>, _ count: Int, into hashes: inout [UInt64], at offset: Int
  ) {
    text.withUnsafeBufferPointer { bytes in
      hashes.withUnsafeMutableBufferPointer { hashes in
        guard let first = hashes.baseAddress else { return }
        stemma_hash_words(
          instructions, bytes.baseAddress, bytes.count, edges, count, true, first + offset)
      }
    }
  }

  private static func marks(_ text: Span<UInt8>, at position: Int) -> TokenMarks {
    if text[position] < 0x80 { return marks(ofFirst: text[position]) }
    return TokenMarks(ofFirst: ScalarProperties(decodeScalar(text, at: position).scalar))
  }

  @inline(__always)
  private static func marks(ofFirst byte: UInt8) -> TokenMarks {
    let isUppercase = byte &- 0x41 < 26
    let isDigit = byte &- 0x30 < 10
    return TokenMarks(
      rawValue: (isUppercase ? TokenMarks.capitalised.rawValue : 0)
        | (isDigit ? TokenMarks.numeral.rawValue : 0))
  }
}
