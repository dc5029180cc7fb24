import StemmaKit
import Testing

@testable import StemmaBench

@Suite("A corpus follows from its options")
struct CorpusDeterminismTests {
  private static let mixed = options(
    60, nearDuplicates: 0.2, rewrites: 0.2, words: 120,
    languages: [.latin: 1, .accented: 1, .cyrillic: 1, .han: 1], boilerplate: 20)

  /// FNV-1a, 64 bits.
  private func digest(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  @Test("The bytes are those that were recorded, on every machine and in every build")
  func pinned() throws {
    #expect(try digest(SyntheticCorpus(Self.mixed).records()) == 0xB604_6A7C_B22C_648A)
    #expect(try digest(SyntheticCorpus(options(60)).records()) == 0x95D2_35F6_ED87_839C)
  }

  @Test("Another seed makes other texts of the same words")
  func seeds() {
    var one = CorpusAuthor(SyntheticCorpus(options(20)))
    var other = CorpusAuthor(SyntheticCorpus(options(20, seed: 2)))
    let first = (0..<20).flatMap { words(one.text(of: $0)) }
    let second = (0..<20).flatMap { words(other.text(of: $0)) }
    #expect(first != second)
    let shared = Set(first).intersection(second).count
    #expect(shared * 5 > Set(first).count)
  }

  @Test("A document alone is the document in its row")
  func order() {
    let corpus = SyntheticCorpus(Self.mixed)
    var inOrder = CorpusAuthor(corpus)
    let texts = (0..<60).map { inOrder.text(of: $0) }
    for number in (0..<60).reversed() {
      var alone = CorpusAuthor(corpus)
      if number % 10 == 0 { #expect(alone.text(of: number) == texts[number]) }
      #expect(inOrder.text(of: number) == texts[number])
    }
  }

  @Test("The shuffle is a permutation and undoes itself", arguments: [1, 2, 3, 5, 64, 1000, 1025])
  func shuffle(count: Int) {
    let shuffle = Shuffle(count: count, seed: 7)
    let places = (0..<count).map { shuffle($0) }
    #expect(places.sorted() == Array(0..<count))
    #expect(places.map { shuffle.inverse($0) } == Array(0..<count))
    if count >= 64 { #expect(places != Array(0..<count)) }
  }
}
