/// In which sentences each word of a text stands.
struct SentenceWords {
  private var numbers: [UInt64: [Int32]] = [:]

  /// Of a word that stands in more sentences than this, the first are kept. Bounds time.
  private static let mostSentences = 64

  init(_ tokens: Tokens, _ sentences: Sentences) {
    for (number, range) in sentences.ranges.enumerated() {
      let number = Int32(truncatingIfNeeded: number)
      for index in range {
        let known = numbers[tokens.hashes[index], default: []]
        if known.count < Self.mostSentences, known.last != number {
          numbers[tokens.hashes[index]] = known + [number]
        }
      }
    }
  }

  func sentences(with hash: UInt64) -> [Int32] { numbers[hash] ?? [] }
}
