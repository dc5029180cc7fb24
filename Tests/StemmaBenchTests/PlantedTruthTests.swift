import StemmaFormats
import StemmaKit
import Testing

@testable import StemmaBench

@Suite("What is planted is true")
struct PlantedTruthTests {
  /// Sets of runs of five words, by strings.
  private func naiveResemblance(_ a: [UInt8], _ b: [UInt8]) -> Double {
    func runs(_ text: [UInt8]) -> Set<[Substring]> {
      let words = words(text)
      return Set((0...(words.count - 5)).map { Array(words[$0..<$0 + 5]) })
    }
    let (first, second) = (runs(a), runs(b))
    return Double(first.intersection(second).count) / Double(first.union(second).count)
  }

  @Test("The exact resemblance is that of a naive count")
  func resemblance() {
    let corpus = SyntheticCorpus(options(100, nearDuplicates: 0.2, rewrites: 0.1))
    var author = CorpusAuthor(corpus)
    for pair in corpus.plantedPairs {
      let naive = naiveResemblance(author.text(of: pair.derivative), author.text(of: pair.base))
      #expect(abs(author.resemblance(pair.derivative, pair.base) - naive) < 1e-12, "\(pair)")
    }
  }

  @Test("Near-duplicates resemble their base as their edit rate lets expect")
  func nearDuplicates() {
    let corpus = SyntheticCorpus(options(120, nearDuplicates: 0.5, rewrites: 0))
    var author = CorpusAuthor(corpus)
    var deviations = 0.0
    for pair in corpus.plantedPairs {
      let resemblance = author.resemblance(pair.derivative, pair.base)
      // A run of five words outlives with the probability of no edit in it.
      var kept = 1.0
      for _ in 0..<5 { kept *= 1 - pair.editRate }
      let deviation = resemblance - kept / (2 - kept)
      #expect(abs(deviation) < 0.3, "\(pair)")
      deviations += deviation
    }
    #expect(abs(deviations) < 0.03 * 60)
  }

  @Test("Rewrites share hardly a run of words with their base, and keep about half of the words")
  func rewrites() {
    let corpus = SyntheticCorpus(options(80, nearDuplicates: 0, rewrites: 0.5))
    var author = CorpusAuthor(corpus)
    var sum = 0.0
    for pair in corpus.plantedPairs {
      let resemblance = author.resemblance(pair.derivative, pair.base)
      #expect(resemblance < 0.15, "\(pair)")
      sum += resemblance
      let (base, derived) = (
        words(author.text(of: pair.base)), words(author.text(of: pair.derivative))
      )
      let kept = Double(commonInOrder(base, derived)) / Double(derived.count)
      #expect((0.4...0.75).contains(kept), "\(pair)")
    }
    #expect((0.02...0.1).contains(sum / 40))
  }

  /// The length of the longest common subsequence, by the table of the textbook.
  private func commonInOrder(_ a: [Substring], _ b: [Substring]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for word in a {
      var diagonal = 0
      for index in b.indices {
        let above = row[index + 1]
        row[index + 1] = word == b[index] ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[b.count]
  }

  @Test("Of the rewrites 95 % are judged to be derived", arguments: Language.allCases)
  func judged(language: Language) {
    let corpus = SyntheticCorpus(
      options(80, nearDuplicates: 0, rewrites: 0.5, languages: [language: 1]))
    var author = CorpusAuthor(corpus)
    var preparer = DocumentPreparer()
    var judge = PairJudge()
    func weighed(_ number: Int) -> WeighedText {
      WeighedText(preparer.tokenize(author.document(number)).tokens)
    }
    let derived = corpus.plantedPairs.count {
      judge.judge(weighed($0.base), weighed($0.derivative)).relation.isDerivation
    }
    #expect(derived >= 38)
    let related = (0..<39).count {
      let (one, other) = (corpus.planted($0), corpus.planted($0 + 1))
      return judge.judge(weighed(one.base), weighed(other.derivative)).relation.isDerivation
    }
    #expect(related == 0)
  }

  @Test("The records are read as the documents that they are")
  func records() throws {
    let corpus = SyntheticCorpus(
      options(30, words: 100, languages: [.latin: 1, .cyrillic: 1], boilerplate: 5))
    let file = try TemporaryFile(corpus.records(), ending: ".jsonl")
    let reader = DocumentReader([file.path])
    var author = CorpusAuthor(corpus)
    for number in 0..<30 {
      guard case .document(let document, _, _) = reader.next() else {
        Issue.record("document \(number) is missing")
        return
      }
      #expect(document.id == corpus.id(of: number))
      #expect(corpus.document(of: document.id) == number)
      #expect(document.text == author.text(of: number))
    }
    #expect(reader.next() == nil)
  }

  @Test("The truth has a line a pair")
  func truth() throws {
    let corpus = SyntheticCorpus(options(50, words: 100))
    var bytes: [UInt8] = []
    var writer = CorpusWriter(corpus) { bytes += $0 }
    try writer.writeTruth()
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t")
    }
    #expect(rows[0] == ["derivative", "base", "kind", "edit_rate", "resemblance"])
    #expect(rows.count == 7 && rows.allSatisfy { $0.count == 5 })
    let pair = corpus.planted(0)
    #expect(rows[1][0] == corpus.id(of: pair.derivative) && rows[1][1] == corpus.id(of: pair.base))
    #expect(abs((Double(rows[1][3]) ?? 0) - pair.editRate) < 1e-5)
  }
}
