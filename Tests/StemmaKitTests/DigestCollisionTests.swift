import Testing

@testable import StemmaKit

/// A digest of 64 bits can be the same of different texts, by chance or made to be: here all texts
/// are given one.
@Suite struct DigestCollisionTests {
  private static let one = "Huwawo fovosi lizelo dosofo, kebuge tiroli logiku wupeni."
  private static let digest: UInt64 = 7
  private static let other = "Posera likuwu kipaga buliri, mometu zezasa ruwegu zumiti."

  private func unique(_ texts: [String]) throws -> (firsts: [Int], pairs: [[Int]]) {
    var loader = TextLoader(TextsInMemory(texts.map { Array($0.utf8) }))
    let numbers = Array(texts.indices)
    let dates = [PublicationDate?](repeating: nil, count: texts.count)
    let unique = try UniqueTexts(
      digests: texts.map { _ in Self.digest }, numbers: numbers, dates: dates, &loader)
    let heads = numbers.map { DocumentHead(Document(id: "\($0)", text: "")) }
    let pairs = try unique.duplicates(numbers: numbers, heads: heads, &loader)
      .map { [$0.a, $0.b] }
    return (unique.firsts, pairs.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `Equal tokens have one digest, and others have others`() {
    func digest(_ text: String) -> UInt64 { Shingles.digest(of: tokens(text).hashes) }
    #expect(digest(Self.one) == digest(Self.one.uppercased()))
    #expect(Set([Self.one, Self.other, "", "a", "a a", "a b", "b a"].map(digest)).count == 7)
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
    let shelf = TextsInMemory(texts.map { Array($0.utf8) })
    let result: ScanResult
    if near {
      var sketcher = NearDuplicateSketcher()
      var documents = texts.enumerated().compactMap { number, text in
        sketcher.sketch(Document(id: "d\(number)", text: text), number: number)
      }
      for index in documents.indices { documents[index].digest = Self.digest }
      result = try NearDuplicateScan(threshold: 0.05).scan(
        NearDuplicateCollection(documents), texts: shelf)
    } else {
      var preparer = DocumentPreparer()
      var collection = SketchedCollection()
      for (number, text) in texts.enumerated() {
        var document = preparer.prepare(Document(id: "d\(number)", text: text), number: number)
        document.digest = Self.digest
        try collection.add(document)
      }
      result = try CollectionScan().scan(collection, texts: shelf)
    }
    #expect(result.pairs.map { [$0.a, $0.b] } == [[0, 2]])
    #expect(result.pairs.map(\.finding.relation) == [.duplicate])
  }
}
