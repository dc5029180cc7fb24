/// The writing systems that a made-up text can be in.
public enum Language: String, Sendable, CaseIterable {
  /// ASCII letters.
  case latin
  /// Latin letters, some of them with accents.
  case accented
  case cyrillic
  /// Chinese characters, without spaces.
  case han
}

/// What a synthetic corpus is to be like.
public struct CorpusOptions: Sendable, Equatable {
  public var documents = 10_000
  /// Mean length of a document in words; lengths are lognormal (sigma 0.5), cut at 60 and 4000.
  public var meanWords = 530
  /// Share of the documents that are copies of another with 1 to 20 % of the words edited.
  public var nearDuplicateShare = 0.1
  /// Share of the documents that reword another sentence by sentence.
  public var rewriteShare = 0.02
  /// Relative frequencies; a derived document is in the language of its base.
  public var languages: [Language: Double] = [.latin: 1]
  /// Words of a text that ends every document of a language: page furniture, for adversarial runs.
  public var boilerplateWords = 0
  public var seed: UInt64 = 1

  public init() {}

  static let leastWords = 60.0
  static let mostWords = 4000.0
  static let lengthSigma = 0.5

  var nearDuplicates: Int { Int((Double(documents) * nearDuplicateShare).rounded()) }
  var rewrites: Int { Int((Double(documents) * rewriteShare).rounded()) }

  /// What is wrong with the options, as a sentence; `nil` where they can be had.
  public var problem: String? {
    if !(1...1_000_000_000).contains(documents) {
      return "A corpus has from 1 to 1,000,000,000 documents."
    }
    if !(60...4000).contains(meanWords) { return "The mean length is from 60 to 4000 words." }
    if !(nearDuplicateShare >= 0 && rewriteShare >= 0)
      || !(nearDuplicateShare + rewriteShare <= 0.5)
      || (nearDuplicates + rewrites) * 2 > documents
    {
      return "At most half of the documents can be derived: each has a base of its own."
    }
    if !languages.values.allSatisfy({ $0 >= 0 && $0 <= 1e6 })
      || !languages.values.contains(where: { $0 > 0 })
    {
      return "The languages need weights, at least one of them above 0."
    }
    if !(0...100_000).contains(boilerplateWords) {
      return "The boilerplate has from 0 to 100,000 words."
    }
    return nil
  }
}
