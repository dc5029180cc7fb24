import Testing

@testable import StemmaKit

/// The digest of a text is linear in the hashes of its tokens, so that texts of one digest can be
/// made: these were found among texts of eight words in less than a second (Wagner, A Generalized
/// Birthday Problem, CRYPTO 2002).
@Suite struct DigestCollisionTests {
  private static let one = "Huwawo fovosi lizelo dosofo, kebuge tiroli logiku wupeni."
  private static let other = "Posera likuwu kipaga buliri, mometu zezasa ruwegu zumiti."

  private func prepared(_ texts: [String]) -> [PreparedDocument] {
    var preparer = DocumentPreparer()
    return texts.enumerated().map { number, text in
      preparer.prepare(Document(id: "d\(number)", text: text), number: number)
    }
  }

  private func unique(_ texts: [String]) throws -> (firsts: [Int], pairs: [[Int]]) {
    let documents = prepared(texts)
    var loader = TextLoader(TextsInMemory(texts.map { Array($0.utf8) }))
    let numbers = Array(texts.indices)
    let dates = [PublicationDate?](repeating: nil, count: texts.count)
    let unique = try UniqueTexts(
      digests: documents.map(\.digest), numbers: numbers, dates: dates, &loader)
    let pairs = try unique.duplicates(numbers: numbers, dates: dates, &loader)
      .map { [$0.a, $0.b] }
    return (unique.firsts, pairs.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `The two texts have one digest and no word in common`() {
    let digests = prepared([Self.one, Self.other]).map(\.digest)
    #expect(digests == [0x8267_829C_8EC9_FCC9, 0x8267_829C_8EC9_FCC9])
    #expect(Set(tokens(Self.one).hashes).isDisjoint(with: tokens(Self.other).hashes))
    #expect(tokens(Self.one).count == 8)
  }

  @Test func `Texts that share a digest alone are no repeats`() throws {
    let found = try unique([Self.one, Self.other])
    #expect(found.firsts == [0, 1])
    #expect(found.pairs.isEmpty)
  }

  @Test func `Repeats are found among texts that share a digest, in any order`() throws {
    var texts = [Self.one, Self.other, Self.one.uppercased(), Self.other.uppercased(), Self.one]
    var random = SplitMix64(state: 3)
    for _ in 0..<20 {
      let found = try unique(texts)
      let kinds = texts.map { $0.lowercased().hasPrefix("huwawo") }
      let firsts = [kinds.firstIndex(of: true) ?? 0, kinds.firstIndex(of: false) ?? 0].sorted()
      #expect(found.firsts == firsts)
      let pairs = texts.indices.filter { !firsts.contains($0) }.map { other in
        [firsts.first { kinds[$0] == kinds[other] } ?? 0, other]
      }
      #expect(found.pairs == pairs.sorted { $0.lexicographicallyPrecedes($1) })
      texts.shuffle(using: &random)
    }
  }

  @Test(arguments: [false, true])
  func `A scan calls them nothing`(near: Bool) throws {
    let texts = [Self.one, Self.other, Self.one]
    let result: ScanResult
    if near {
      var sketcher = NearDuplicateSketcher()
      let documents = texts.enumerated().compactMap { number, text in
        sketcher.sketch(Document(id: "d\(number)", text: text), number: number)
      }
      result = try NearDuplicateScan(threshold: 0.05)
        .scan(documents, texts: TextsInMemory(texts.map { Array($0.utf8) }))
    } else {
      result = CollectionScan().scan(
        texts.enumerated().map { Document(id: "d\($0)", text: $1) })
    }
    #expect(result.pairs.map { [$0.a, $0.b] } == [[0, 2]])
    #expect(result.pairs.map(\.finding.relation) == [.duplicate])
  }
}
