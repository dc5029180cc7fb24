public import StemmaKit

/// Writes the documents of a corpus; holds scratch space, so use one a thread.
public struct CorpusAuthor {
  public let corpus: SyntheticCorpus
  private var drafter = Drafter(ranks: .vocabulary)
  private let editing = Editing(ranks: .vocabulary)
  private var languages: [Author] = []
  private var base: [Item] = []
  private var edited: [Item] = []
  private var names = WordTable()
  private var tokenizer = Tokenizer()

  /// What belongs to one language.
  private struct Author {
    var weight: Double
    var alphabet: Alphabet
    var typesetter: Typesetter
    var boilerplate: [UInt8] = []
  }

  public init(_ corpus: SyntheticCorpus) {
    self.corpus = corpus
    let options = corpus.options
    for language in Language.allCases {
      guard let weight = options.languages[language], weight > 0 else { continue }
      let alphabet = Alphabet(language)
      var author = Author(
        weight: weight, alphabet: alphabet,
        typesetter: Typesetter(alphabet, .of(language)))
      if options.boilerplateWords > 0 {
        var generator = SplitMix64(seed: options.seed, stream: .max - 1)
        var items = [Item(.paragraphEnd)]
        drafter.draft(
          words: options.boilerplateWords, hasTopic: false, &generator, into: &items)
        author.boilerplate = author.typesetter.text(items, names: names)
      }
      languages.append(author)
    }
  }

  public mutating func document(_ number: Int) -> Document {
    Document(id: corpus.id(of: number), text: text(of: number))
  }

  /// The text of a document, UTF-8.
  ///
  /// - Complexity: O(*n*) in its length; a derived document takes about twice as long.
  public mutating func text(of document: Int) -> [UInt8] {
    let lot = corpus.lot(of: document)
    guard lot < corpus.plantedCount else {
      let language = draft(lot: lot)
      return set(base, language)
    }
    let pair = corpus.planted(lot)
    let language = draft(lot: lot + corpus.plantedCount)
    var generator = SplitMix64(seed: corpus.options.seed, stream: UInt64(lot) | 1 << 62)
    edited.removeAll(keepingCapacity: true)
    switch pair.kind {
    case .nearDuplicate:
      editing.copy(base, rate: pair.editRate, &generator, into: &edited)
    case .rewrite:
      editing.rewrite(base, kept: 1 - pair.editRate, &generator, into: &edited)
    }
    return set(edited, language)
  }

  /// The exact Jaccard resemblance of the word 5-grams of two documents.
  public mutating func resemblance(_ a: Int, _ b: Int) -> Double {
    let first = tokenizer.tokenize(text(of: a).span).hashes
    let second = tokenizer.tokenize(text(of: b).span).hashes
    return SetOverlap(first, second, shingleLength: 5).resemblance
  }

  /// Drafts an original, with its names; returns its language.
  private mutating func draft(lot: Int) -> Int {
    var generator = SplitMix64(seed: corpus.options.seed, stream: UInt64(lot))
    let language = language(&generator)
    names.removeAll()
    for _ in 0..<Drafter.topicCount { names.append(languages[language].alphabet.name(&generator)) }
    let sigma = CorpusOptions.lengthSigma
    let length =
      Double(corpus.options.meanWords)
      * exponential(sigma * generator.normal() - sigma * sigma / 2)
    let words = min(CorpusOptions.mostWords, max(CorpusOptions.leastWords, length))
    base.removeAll(keepingCapacity: true)
    drafter.draft(words: Int(words), &generator, into: &base)
    return language
  }

  private func language(_ generator: inout SplitMix64) -> Int {
    var draw = generator.unit() * languages.reduce(0) { $0 + $1.weight }
    for (index, author) in languages.enumerated() {
      draw -= author.weight
      if draw < 0 { return index }
    }
    return languages.count - 1
  }

  private mutating func set(_ items: [Item], _ language: Int) -> [UInt8] {
    languages[language].typesetter.text(items, names: names) + languages[language].boilerplate
  }
}
