import StemmaKit

@testable import StemmaBench

/// Options of a corpus that is small enough for a debug build.
func options(
  _ documents: Int, nearDuplicates: Double = 0.1, rewrites: Double = 0.02, words: Int = 530,
  languages: [Language: Double] = [.latin: 1], boilerplate: Int = 0, seed: UInt64 = 1
) -> CorpusOptions {
  var options = CorpusOptions()
  options.documents = documents
  options.nearDuplicateShare = nearDuplicates
  options.rewriteShare = rewrites
  options.meanWords = words
  options.languages = languages
  options.boilerplateWords = boilerplate
  options.seed = seed
  return options
}

extension SyntheticCorpus {
  var plantedPairs: [PlantedPair] { (0..<plantedCount).map(planted) }

  /// The corpus as JSON Lines.
  func records() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = CorpusWriter(self) { bytes += $0 }
    try writer.writeRecords()
    return bytes
  }
}

/// The words of a text, after nobody's rule but that of whoever reads this test.
func words(_ text: [UInt8]) -> [Substring] {
  String(decoding: text, as: UTF8.self).lowercased().split { !$0.isLetter && !$0.isNumber }
}
