import Testing

@testable import StemmaKit

@Suite struct SearchSketchTests {
  private func sketch(_ text: String) -> SearchSketch? {
    var sketcher = SearchSketcher()
    return sketcher.sketch(tokens(text).hashes)
  }

  private func shared(_ a: SearchSketch, _ b: SearchSketch, _ slots: Range<Int>) -> Int {
    slots.filter { a.keys[$0] == b.keys[$0] }.count
  }

  @Test func `A sketch is the low halves of two signatures`() throws {
    let found = tokens(Fixtures.text("e07-original"))
    var words = Sketcher(slotCount: 256)
    var phrases = Sketcher(slotCount: 128)
    let ofWords = words.signature(of: found.hashes)?.slots ?? []
    let ofPhrases = phrases.signature(of: Shingles.hashes(of: found.hashes, length: 4))?.slots ?? []
    let expected = (ofWords + ofPhrases).map { UInt32(truncatingIfNeeded: $0) }
    let keys = try #require(sketch(Fixtures.text("e07-original"))).keys
    #expect(Array(keys) == expected)
    #expect(keys.count == SearchSketch.slots)
  }

  @Test func `A text without tokens has no sketch`() {
    #expect(sketch("") == nil)
    #expect(sketch("... – !") == nil)
    #expect(sketch("a")?.keys.count == SearchSketch.slots)
  }

  @Test func `A copy shares phrases, a rewording words, another text neither`() throws {
    let original = try #require(sketch(Fixtures.text("e07-original")))
    let copy = try #require(sketch(Fixtures.text("e07-light")))
    let rewrite = try #require(sketch(Fixtures.text("e07-rewrite")))
    let other = try #require(sketch(Fixtures.text("e25-original")))
    let words = 0..<SearchSketch.wordSlots
    let phrases = SearchSketch.wordSlots..<SearchSketch.slots
    #expect(shared(original, copy, phrases) > 64)
    #expect(shared(original, rewrite, words) > shared(original, other, words))
    #expect(shared(original, rewrite, words) < shared(original, copy, words))
    #expect(shared(original, other, phrases) < 3)
  }
}
