import Testing

@testable import StemmaKit

/// The words of both sides with those in brackets that the other side lacks.
private func difference(_ first: String, _ second: String) -> (a: String, b: String) {
  let (a, b) = (tokens(first), tokens(second))
  let passage = Passage(a: 0..<a.count, b: 0..<b.count, score: 0)
  let found = PassageDifference(passage, a, b)
  func marked(_ text: String, _ isCommon: [Bool]) -> String {
    zip(words(of: text).split(separator: " "), isCommon).map { $1 ? "\($0)" : "[\($0)]" }
      .joined(separator: " ")
  }
  return (marked(first, found.isCommonInA), marked(second, found.isCommonInB))
}

@Suite struct PassageDifferenceTests {
  @Test func `Words that both sides have in order are common, all others not`() {
    let found = difference("The old mill burned down on Friday", "The mill burned on Friday night")
    #expect(found.a == "[The] [old] mill burned [down] on Friday")
    #expect(found.b == "[The] mill burned on Friday [night]")
  }

  @Test func `A common word that stands alone is no agreement, beside another it is`() {
    // "the" and "of" stand alone among words that differ; "of the" does not.
    let alone = difference("the vaherand of tedre", "the illisson of oolup")
    #expect(alone.a == "[the] [vaherand] [of] [tedre]")
    let beside = difference("of the vaherand", "of the illisson")
    #expect(beside.a == "of the [vaherand]" && beside.b == "of the [illisson]")
    let rare = difference("the vaherand of tedre", "the vaherand of oolup")
    #expect(rare.a == "the vaherand of [tedre]")
  }

  @Test func `A word that moved is common once at most`() {
    let found = difference("Tedre Friday mill burned", "Mill burned Tedre Friday night")
    #expect(found.a.filter { $0 == "[" }.count == 2)
    #expect(found.b.filter { $0 == "[" }.count == 3)
  }

  @Test func `Case and marks make no difference`() {
    let found = difference("“THE MILL,” he said", "the mill he said")
    #expect(found.a == "THE MILL he said")
    #expect(found.b == "the mill he said")
  }

  @Test func `Only the passage is looked at`() {
    let (a, b) = (tokens("x x mill two x"), tokens("y mill three y"))
    let found = PassageDifference(Passage(a: 2..<4, b: 1..<3, score: 0), a, b)
    #expect(found.isCommonInA == [true, false])
    #expect(found.isCommonInB == [true, false])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Both sides have as many common words, the same in the same order`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let a = tokens(ids: random.ids(count: 30, below: 12))
    let b = tokens(ids: random.ids(count: 25, below: 12))
    let found = PassageDifference(Passage(a: 3..<28, b: 2..<20, score: 0), a, b)
    let inA = zip(a.hashes[3..<28], found.isCommonInA).filter(\.1).map(\.0)
    let inB = zip(b.hashes[2..<20], found.isCommonInB).filter(\.1).map(\.0)
    #expect(inA == inB && !inA.isEmpty, "seed \(seed)")
  }
}
