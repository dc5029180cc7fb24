import Testing

@testable import StemmaKit

/// A shelf from which some texts cannot be had.
private struct BrokenShelf: TextShelf {
  struct Missing: Error, Equatable { var number: Int }

  var texts: [[UInt8]]
  var missing: Set<Int>

  func text(_ number: Int) throws -> [UInt8] {
    if missing.contains(number) { throw Missing(number: number) }
    return texts[number]
  }
}

@Suite struct ThrowingShelfTests {
  /// Forty light changes of one text, which are 780 pairs: more than one thread takes at a time.
  private static let texts: [[UInt8]] = (0..<40).map { number in
    Array((Fixtures.text("e01-original") + " word\(number)").utf8)
  }

  private func near(_ shelf: BrokenShelf, threads: Int) throws -> ScanResult {
    var sketcher = NearDuplicateSketcher()
    let documents = Self.texts.enumerated().compactMap { number, text in
      sketcher.sketch(Document(id: "d\(100 + number)", text: text), number: number)
    }
    var scan = NearDuplicateScan(threshold: 0.5)
    scan.threads = threads
    return try scan.scan(NearDuplicateCollection(documents), texts: shelf)
  }

  private func all(_ shelf: BrokenShelf, threads: Int) throws -> ScanResult {
    var preparer = DocumentPreparer()
    var documents = SketchedCollection()
    for (number, text) in Self.texts.enumerated() {
      let document = Document(id: "d\(100 + number)", text: text)
      try documents.add(preparer.prepare(document, number: number))
    }
    var scan = CollectionScan()
    scan.threads = threads
    return try scan.scan(documents, texts: shelf)
  }

  @Test(arguments: [1, 2, 4], [0, 17, 39])
  func `What the shelf throws ends a scan`(threads: Int, missing: Int) {
    let shelf = BrokenShelf(texts: Self.texts, missing: [missing])
    #expect(throws: BrokenShelf.Missing(number: missing)) {
      try near(shelf, threads: threads)
    }
    #expect(throws: BrokenShelf.Missing(number: missing)) { try all(shelf, threads: threads) }
  }

  @Test(arguments: [1, 4])
  func `Where every text is missing the scan ends once`(threads: Int) {
    let shelf = BrokenShelf(texts: Self.texts, missing: Set(Self.texts.indices))
    #expect(throws: BrokenShelf.Missing.self) { try near(shelf, threads: threads) }
    #expect(throws: BrokenShelf.Missing.self) { try all(shelf, threads: threads) }
  }

  @Test(arguments: Effort.isDebug ? [4] : [1, 4])
  func `With a whole shelf there are pairs of all forty`(threads: Int) throws {
    let shelf = BrokenShelf(texts: Self.texts, missing: [])
    #expect(try near(shelf, threads: threads).pairs.count == 780)
    #expect(try all(shelf, threads: threads).pairs.count == 780)
  }

  @Test func `A text that no pair wants may be missing`() throws {
    var sketcher = NearDuplicateSketcher()
    let texts = Self.texts.prefix(2) + [Array("A text about something else entirely.".utf8)]
    let documents = texts.enumerated().compactMap { number, text in
      sketcher.sketch(Document(id: "d\(number)", text: text), number: number)
    }
    let shelf = BrokenShelf(texts: Array(texts), missing: [2])
    let result = try NearDuplicateScan(threshold: 0.5).scan(
      NearDuplicateCollection(documents), texts: shelf)
    #expect(result.pairs.map { [$0.a, $0.b] } == [[0, 1]])
  }
}
