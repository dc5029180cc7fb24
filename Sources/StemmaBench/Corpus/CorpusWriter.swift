/// Writes a corpus out, document by document, in pieces of a quarter of a megabyte.
public struct CorpusWriter {
  private static let pieceBytes = 1 << 18
  private let corpus: SyntheticCorpus
  private let write: ([UInt8]) throws -> Void
  private var piece: [UInt8] = []

  /// - Parameter write: takes the bytes, piece by piece.
  public init(_ corpus: SyntheticCorpus, write: @escaping ([UInt8]) throws -> Void) {
    self.corpus = corpus
    self.write = write
    piece.reserveCapacity(Self.pieceBytes * 2)
  }

  /// Writes the documents as JSON Lines: `id` and `text`.
  ///
  /// - Throws: what `write` throws.
  /// - Complexity: O(*n*) in the bytes; memory for one document and a piece.
  public mutating func writeRecords() throws {
    var author = CorpusAuthor(corpus)
    for number in 0..<corpus.options.documents {
      piece += #"{"id":""#.utf8
      piece += corpus.id(of: number).utf8
      piece += #"","text":""#.utf8
      appendEscaped(author.text(of: number))
      piece += "\"}\n".utf8
      if piece.count >= Self.pieceBytes { try flush() }
    }
    try flush()
  }

  /// Writes the planted pairs as tab-separated values, with a header line: the ids of derivative
  /// and base, the kind, the edit rate and the exact resemblance of the two.
  ///
  /// - Throws: what `write` throws.
  /// - Complexity: the two texts of each pair are made and compared: some 0.2 ms a pair.
  public mutating func writeTruth() throws {
    var author = CorpusAuthor(corpus)
    piece += "derivative\tbase\tkind\tedit_rate\tresemblance\n".utf8
    for number in 0..<corpus.plantedCount {
      let pair = corpus.planted(number)
      let resemblance = author.resemblance(pair.derivative, pair.base)
      let cells = [
        corpus.id(of: pair.derivative), corpus.id(of: pair.base), pair.kind.rawValue,
        fixed(pair.editRate, 5), fixed(resemblance, 5),
      ]
      piece += (cells.joined(separator: "\t") + "\n").utf8
      if piece.count >= Self.pieceBytes { try flush() }
    }
    try flush()
  }

  /// Quotation marks and line ends are all that the texts have to escape.
  private mutating func appendEscaped(_ text: [UInt8]) {
    var start = 0
    for index in text.indices where text[index] == 0x22 || text[index] == 0x0A {
      piece += text[start..<index]
      piece.append(UInt8(ascii: "\\"))
      piece.append(text[index] == 0x0A ? UInt8(ascii: "n") : 0x22)
      start = index + 1
    }
    piece += text[start...]
  }

  private mutating func flush() throws {
    try write(piece)
    piece.removeAll(keepingCapacity: true)
  }
}
