/// The texts last judged, cut and weighed, so that a text with many candidates is not read for each.
struct WeighedCache {
  private var loader: TextLoader
  private let numbers: [Int]
  private var weigher: WordWeigher
  private var entries: [(index: Int, text: WeighedText)?]

  /// - Parameter numbers: where the text of each index stands on the shelf.
  init(_ texts: any TextShelf, _ numbers: [Int], _ weigher: WordWeigher, size: Int) {
    loader = TextLoader(texts)
    self.numbers = numbers
    self.weigher = weigher
    entries = [(index: Int, text: WeighedText)?](repeating: nil, count: size)
  }

  /// Sets `hashes` to those of the tokens of a text, which is not cut and weighed for them.
  mutating func hash(_ index: Int, into hashes: inout [UInt64]) throws {
    try loader.hash(numbers[index], into: &hashes)
  }

  mutating func text(_ index: Int) throws -> WeighedText {
    let slot = index % entries.count
    if let entry = entries[slot], entry.index == index { return entry.text }
    let text = WeighedText(try loader.tokens(numbers[index]), &weigher)
    entries[slot] = (index, text)
    return text
  }
}
