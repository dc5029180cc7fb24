import Testing

@testable import StemmaFormats
@testable import StemmaKit

@Suite("The account of the outlets")
struct OutletAccountTests {
  /// Two stories; Mirror takes from Herald twice, and Echo from Mirror once.
  private var account: OutletAccount {
    let result = ScanResult(
      documents: [
        head("a", source: "Herald", date: "2025-01-01T08:00:00Z"),
        head("b", source: "Mirror", date: "2025-01-01T10:00:00Z"),
        head("c", source: "Echo", date: "2025-01-02T10:00:00Z"),
        head("d", source: "Herald", date: "2025-02-01T08:00:00Z"),
        head("e", source: "Mirror", date: "2025-02-01T14:00:00Z"),
        head("f", source: "Herald"), head("g", source: "Elsewhere"),
      ], textNumbers: Array(0..<7), pairs: [],
      stories: [
        Story(
          members: [0, 1, 2], origin: 0,
          edges: [.init(derivative: 1, source: 0), .init(derivative: 2, source: 1)]),
        Story(
          members: [3, 4, 5], origin: 3,
          edges: [.init(derivative: 4, source: 3), .init(derivative: 5, source: 3)]),
      ], candidates: 0)
    return OutletAccount(result) { derivative, _ in derivative == 4 ? "rewrite" : "copy" }
  }

  @Test("Each outlet has what it published first, gave and took")
  func outlets() {
    #expect(account.outlets.map(\.name) == ["Mirror", "Herald", "Echo"])
    #expect(account.outlets.map(\.texts) == [2, 3, 1])
    #expect(account.outlets.map(\.inStories) == [2, 3, 1])
    #expect(account.outlets.map(\.first) == [0, 2, 0])
    #expect(account.outlets.map(\.taken) == [2, 0, 1])
    #expect(account.outlets.map(\.given) == [1, 2, 0])
    #expect(account.outlets.map(\.delay) == [2 * 3600, nil, 24 * 3600])
  }

  @Test("What one took from another is counted by manner; from itself is no taking")
  func flows() {
    #expect(account.flows.map(\.taker) == ["Mirror", "Echo"])
    #expect(account.flows[0].source == "Herald")
    #expect(account.flows[0].relations == ["copy": 1, "rewrite": 1])
    #expect(account.flows[0].texts == 2)
  }

  @Test("Where nothing tells who was first, nobody is said to have taken anything")
  func shared() {
    let result = ScanResult(
      documents: ["Mirror", "Herald", "Herald"].enumerated().map { head("\($0)", source: $1) },
      textNumbers: [0, 1, 2], pairs: [],
      stories: [
        Story(
          members: [0, 1, 2], origin: nil,
          edges: [
            .init(derivative: 1, source: 0, isCertain: false),
            .init(derivative: 0, source: 2, isCertain: false),
          ])
      ], candidates: 0)
    let account = OutletAccount(result) { _, _ in "copy" }
    #expect(account.flows.isEmpty)
    #expect(account.shared.map(\.one) == ["Herald"] && account.shared.map(\.other) == ["Mirror"])
    #expect(account.shared[0].texts == 2 && account.shared[0].relations == ["copy": 2])
    for row in account.outlets {
      #expect((row.taken, row.given, row.undecided) == (0, 0, 2))
    }
  }

  @Test("Of a story without any edge each text counts with the one that it is closest to")
  func closest() {
    let pairs: [(Int, Int, Relation)] = [
      (0, 1, .rewrite), (0, 2, .copy), (1, 2, .rewrite), (1, 3, .copy), (2, 3, .excerpt),
    ]
    let result = ScanResult(
      documents: ["Mirror", "Herald", "Echo", "Herald"].enumerated().map {
        head("\($0)", source: $1)
      }, textNumbers: [0, 1, 2, 3],
      pairs: pairs.map { ScanPair(a: $0, b: $1, finding: finding($2)) },
      stories: [Story(members: [0, 1, 2, 3], origin: nil, edges: [])], candidates: 0)
    let account = OutletAccount(result) { _, _ in "copy" }
    // 1 and 3 are of one outlet.
    #expect(account.flows.isEmpty)
    #expect(account.shared.map { [$0.one, $0.other] } == [["Echo", "Mirror"]])
    #expect(account.outlets.map(\.undecided) == [0, 1, 1])
  }

  @Test("The median is the middle one, or the lower of two")
  func median() {
    #expect(OutletAccount.median([]) == nil)
    #expect(OutletAccount.median([5, 1, 3]) == 3)
    #expect(OutletAccount.median([4, 1, 3, 2]) == 2)
  }
}
