internal import StemmaKit

/// Writes a corpus to files, document by document.
public enum CorpusWriter {
  /// Writes the documents as JSON Lines: `id` and `text`.
  ///
  /// - Returns: the number of bytes of the texts, unescaped.
  /// - Throws: `FileFailure` where the file cannot be written; none is then left behind.
  /// - Complexity: O(*n*) in the bytes; memory for one document and a buffer.
  @discardableResult
  public static func writeRecords(
    _ corpus: SyntheticCorpus, to path: String
  ) throws(FileFailure) -> Int {
    var author = CorpusAuthor(corpus)
    let file = try PartFile(path)
    var bytes = 0
    var line: [UInt8] = []
    for number in 0..<corpus.options.documents {
      let text = author.text(of: number)
      bytes += text.count
      line.removeAll(keepingCapacity: true)
      line += #"{"id":""#.utf8
      line += corpus.id(of: number).utf8
      line += #"","text":""#.utf8
      appendEscaped(text, to: &line)
      line += "\"}\n".utf8
      try file.write(line)
    }
    try file.finish()
    return bytes
  }

  /// Writes the planted pairs as tab-separated values, with a header line: the ids of derivative
  /// and base, the kind, the edit rate and the exact resemblance of the two.
  ///
  /// - Throws: `FileFailure` where the file cannot be written; none is then left behind.
  /// - Complexity: the two texts of each pair are made and compared: some 0.3 ms a pair.
  public static func writeTruth(_ corpus: SyntheticCorpus, to path: String) throws(FileFailure) {
    var author = CorpusAuthor(corpus)
    let file = try PartFile(path)
    try file.write(Array("derivative\tbase\tkind\tedit_rate\tresemblance\n".utf8))
    for number in 0..<corpus.plantedCount {
      let pair = corpus.planted(number)
      let cells = [
        corpus.id(of: pair.derivative), corpus.id(of: pair.base), pair.kind.rawValue,
        fixed(pair.editRate, 5), fixed(author.resemblance(pair.derivative, pair.base), 5),
      ]
      try file.write(Array((cells.joined(separator: "\t") + "\n").utf8))
    }
    try file.finish()
  }

  /// Quotation marks and line ends are all that the texts have to escape.
  static func appendEscaped(_ text: [UInt8], to line: inout [UInt8]) {
    var start = 0
    for index in text.indices where text[index] == 0x22 || text[index] == 0x0A {
      line += text[start..<index]
      line.append(UInt8(ascii: "\\"))
      line.append(text[index] == 0x0A ? UInt8(ascii: "n") : 0x22)
      start = index + 1
    }
    line += text[start...]
  }
}
