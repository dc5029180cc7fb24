internal import CKernels

/// The tokens of a piece of a text, which ends where no token goes on.
struct Piece {
  /// Where the piece begins in the text.
  private(set) var start = 0
  /// Whether bytes above 0x7F have been seen.
  private(set) var hasHigh = false
  /// The number of tokens, without those of the stretches.
  private(set) var count = 0
  /// What is to be read by other means: the first `stretchCount`.
  private(set) var stretches = [stemma_stretch](
    repeating: stemma_stretch(), count: STEMMA_STRETCHES)
  private(set) var stretchCount = 0

  private let instructions: stemma_instructions
  private let letters = SimpleLetters.forms
  private var members = [UInt64](repeating: 0, count: STEMMA_MASK)
  private var high = [UInt64](repeating: 0, count: STEMMA_MASK)
  private var words = [UInt64](repeating: 0, count: STEMMA_MASK)
  private var forms = [UInt8](repeating: 0, count: STEMMA_FORMS)
  private var denseMembers = [UInt64](repeating: 0, count: STEMMA_MASK)
  private var wordEdges = [UInt32](repeating: 0, count: STEMMA_EDGES)
  private var runEdges = [UInt32](repeating: 0, count: STEMMA_EDGES)
  private var edges = [UInt32](repeating: 0, count: STEMMA_EDGES)
  private var dense = [Bool](repeating: false, count: STEMMA_EDGES)
  /// What is found of tokens before it is appended: copying costs less than clearing new room.
  private var found = [UInt64](repeating: 0, count: STEMMA_EDGES / 2)

  init(instructions: stemma_instructions) { self.instructions = instructions }

  /// Finds the tokens from a position on; returns where the piece ends: where it began if what
  /// stands there is too long.
  mutating func begin(_ text: Span<UInt8>, at position: Int) -> Int {
    start = position
    stretchCount = 0
    let room = min(text.count - position, Int(STEMMA_PIECE))
    return text.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress else { return position }
      let bytes = first + position
      hasHigh = stemma_find_members(instructions, bytes, room, &members, &high)
      var found = 0
      if hasHigh {
        found = stemma_read_characters(
          instructions, bytes, room, letters, &high, &members, &words, &denseMembers, &forms,
          &stretches)
      }
      let isLast = position + room == text.count
      let length = isLast ? room : stemma_run_begin(members, room)
      guard hasHigh else {
        count = stemma_find_runs(instructions, members, length, &edges)
        return position + length
      }
      while found > 0, stretches[found - 1].begin >= length { found -= 1 }
      stretchCount = found
      let wordCount = stemma_find_runs(instructions, words, length, &wordEdges)
      let runCount = stemma_find_runs(instructions, denseMembers, length, &runEdges)
      count = stemma_join_tokens(wordEdges, wordCount, runEdges, runCount, &edges, &dense)
      return position + length
    }
  }

  /// How many tokens stand before an offset in the piece; no fewer than `least`.
  func tokens(before offset: UInt32, atLeast least: Int) -> Int {
    var number = least
    while number < count, edges[2 * number] < offset { number += 1 }
    return number
  }

  /// Appends the hashes of `count` tokens from one on.
  mutating func hash(
    _ text: Span<UInt8>, _ first: Int, _ count: Int, into hashes: inout [UInt64]
  ) {
    edges.withUnsafeBufferPointer { edges in
      guard let edges = edges.baseAddress else { return }
      if hasHigh {
        stemma_hash_words(
          instructions, forms, forms.count, edges + 2 * first, count, false, &found)
      } else {
        text.withUnsafeBufferPointer { bytes in
          guard let bytes = bytes.baseAddress else { return }
          stemma_hash_words(
            instructions, bytes + start, text.count - start, edges + 2 * first, count, true,
            &found)
        }
      }
    }
    hashes.append(contentsOf: found[..<count])
  }

  /// Appends where `count` tokens from one on stand and what they begin with.
  func place(_ text: Span<UInt8>, _ first: Int, _ count: Int, into tokens: inout Tokens) {
    let old = tokens.starts.count
    tokens.starts.append(contentsOf: repeatElement(0, count: count))
    tokens.ends.append(contentsOf: repeatElement(0, count: count))
    tokens.marks.append(contentsOf: repeatElement([], count: count))
    let base = UInt32(truncatingIfNeeded: start)
    text.withUnsafeBufferPointer { bytes in
      stemma_place_tokens(
        bytes.baseAddress, base, edges, hasHigh ? dense : nil, first, count, &tokens.starts,
        &tokens.ends, &tokens.marks, old)
    }
  }
}
