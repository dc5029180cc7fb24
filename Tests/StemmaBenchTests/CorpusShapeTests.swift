import StemmaKit
import Testing

@testable import StemmaBench

@Suite("A corpus is as its options say")
struct CorpusShapeTests {
  @Test("Lengths are about the mean and within their limits", arguments: [150, 530])
  func lengths(mean: Int) {
    var author = CorpusAuthor(
      SyntheticCorpus(options(300, nearDuplicates: 0, rewrites: 0, words: mean)))
    let texts = (0..<300).map { author.text(of: $0) }
    let counts = texts.map { words($0).count }
    #expect(counts.allSatisfy { (60...4000).contains($0) })
    let average = counts.reduce(0, +) / counts.count
    // Of 300 lengths the mean has a standard error of 3 %.
    #expect(abs(average - mean) * 8 < mean)
    let bytes = texts.reduce(0) { $0 + $1.count }
    #expect((5.2...6.2).contains(Double(bytes) / Double(counts.reduce(0, +))))
  }

  @Test("The derived documents are as many as asked for, each of a base of its own")
  func shares() {
    let corpus = SyntheticCorpus(options(1000, nearDuplicates: 0.3, rewrites: 0.2))
    let pairs = corpus.plantedPairs
    #expect(pairs.count { $0.kind == .nearDuplicate } == 300)
    #expect(pairs.count { $0.kind == .rewrite } == 200)
    #expect(Set(pairs.flatMap { [$0.derivative, $0.base] }).count == 1000)
    for pair in pairs {
      #expect(corpus.derivation(of: pair.derivative) == pair)
      #expect(corpus.derivation(of: pair.base) == nil)
      #expect(corpus.origin(of: pair.derivative) == pair.base)
    }
    let rates = pairs.prefix(300).map(\.editRate).sorted()
    #expect(rates[0] >= 0.01 && rates[299] <= 0.2)
    // Log-uniform: half of them under the geometric mean of 1 and 20 %.
    #expect((0.035...0.058).contains(rates[150]))
    let neighbours = pairs.count { abs($0.derivative - $0.base) == 1 }
    #expect(neighbours < 10)
  }

  @Test("Latin texts are ASCII, and every text is valid UTF-8", arguments: Language.allCases)
  func encoding(language: Language) {
    var author = CorpusAuthor(
      SyntheticCorpus(options(20, rewrites: 0.3, words: 100, languages: [language: 1])))
    for number in 0..<20 {
      let text = author.text(of: number)
      #expect(String(validating: text, as: UTF8.self) != nil)
      #expect(text.allSatisfy { $0 < 0x80 } == (language == .latin))
      #expect(text.contains(0x20) == (language != .han))
    }
  }

  @Test("Languages are mixed by their weights")
  func mix() {
    var author = CorpusAuthor(
      SyntheticCorpus(options(300, words: 60, languages: [.latin: 2, .han: 1, .cyrillic: 0])))
    let latin = (0..<300).count { author.text(of: $0).allSatisfy { $0 < 0x80 } }
    #expect((160...240).contains(latin))
  }

  @Test("The boilerplate ends every document")
  func boilerplate() {
    var author = CorpusAuthor(SyntheticCorpus(options(20, words: 60, boilerplate: 50)))
    let ends = Set((0..<20).map { words(author.text(of: $0)).suffix(50) })
    #expect(ends.count == 1)
  }

  @Test("What cannot be had is named")
  func problems() {
    #expect(options(10).problem == nil)
    #expect(options(0).problem != nil)
    #expect(options(10, words: 10).problem != nil)
    #expect(options(10, nearDuplicates: 0.4, rewrites: 0.2).problem != nil)
    #expect(options(10, nearDuplicates: .nan).problem != nil)
    #expect(options(10, languages: [.latin: 0]).problem != nil)
    #expect(options(10, boilerplate: -1).problem != nil)
  }
}
