import Testing

@testable import StemmaFormats
@testable import StemmaKit

@Suite("A story in the text report")
struct StoryTextTests {
  @Test("A text that hangs from no other says with which it has its closest relation")
  func closest() {
    let documents = ["a", "b", "c"].map { head($0) }
    var result = ScanResult(
      documents: documents, textNumbers: [0, 1, 2],
      pairs: [
        ScanPair(a: 0, b: 1, finding: finding(.excerpt)),
        ScanPair(a: 0, b: 2, finding: finding(.copy)),
      ], stories: [Story(members: [0, 1, 2], origin: nil, edges: [])], candidates: 2)
    result.documents[0].title = "Ferry hits the pier"
    let text = ScanText(
      result: result, skipped: 0, passedOver: 0, top: 1,
      style: TextStyle(hasColour: false, width: 80)
    ).text
    #expect(text.contains("1. Ferry hits the pier\n"))
    #expect(text.contains("   copy      a  (with c)\n"))
    #expect(text.contains("   excerpt   b  (with a)\n"))
    #expect(text.contains("   copy      c  (with a)\n"))
  }
}
