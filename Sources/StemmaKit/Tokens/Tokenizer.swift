internal import CKernels

/// Cuts a text into tokens after the rule in docs/signature.md.
///
/// The words of a piece of the text are found and hashed together; what is difficult in it is read
/// scalar by scalar. A value with scratch space: make one a thread and use it for many texts.
public struct Tokenizer {
  private var piece: Piece
  private var reader = RunReader()
  private var scratch = Tokens()

  public init() { self.init(instructions: Instructions.best) }

  init(instructions: stemma_instructions) { piece = Piece(instructions: instructions) }

  /// The tokens of `text` from byte `start` on, with sentence breaks,
  /// quotations and furniture of the page marked.
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
    let characters = text.withUnsafeBufferPointer {
      stemma_count_characters($0.baseAddress, $0.count)
    }
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
    while position < text.count {
      let end = piece.begin(text, at: position)
      isASCII = isASCII && !piece.hasHigh
      if end == position {
        position = readLongRun(text, at: position, into: &tokens)
      } else {
        append(text, placing: placing, into: &tokens)
        position = end
      }
    }
    return isASCII
  }

  /// Appends the tokens of the piece.
  private mutating func append(
    _ text: Span<UInt8>, placing: Bool, into tokens: inout Tokens
  ) {
    var done = 0
    for index in 0..<piece.stretchCount {
      let stretch = piece.stretches[index]
      let count = piece.tokens(before: stretch.begin, atLeast: done) - done
      piece.hash(text, done, count, into: &tokens.hashes)
      if placing { piece.place(text, done, count, into: &tokens) }
      done += count
      let bytes = piece.start + Int(stretch.begin)..<piece.start + Int(stretch.end)
      reader.read(text, bytes, into: &tokens)
    }
    piece.hash(text, done, piece.count - done, into: &tokens.hashes)
    if placing { piece.place(text, done, piece.count - done, into: &tokens) }
  }

  /// Appends the tokens of a run that is longer than a piece; returns where it ends.
  private mutating func readLongRun(
    _ text: Span<UInt8>, at start: Int, into tokens: inout Tokens
  ) -> Int {
    var end = start
    while end < text.count, text[end] >= 0x80 || ScalarProperties(UInt32(text[end])).kind == .word {
      end += 1
    }
    reader.read(text, start..<end, into: &tokens)
    return end
  }
}
