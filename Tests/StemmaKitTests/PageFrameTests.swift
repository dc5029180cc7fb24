import Testing

@testable import StemmaKit

@Suite struct PageFrameTests {
  /// What no article here tells of.
  private static let weather = """
    Scattered drizzle drifting inland overnight, gusts easing toward daybreak; anglers meet choppy \
    swell beyond the lighthouse, hay fever sufferers moderate birch pollen, sunbathers an \
    ultraviolet index of four. Sunset twilight glimmers until nine, moonrise follows, and hoarfrost \
    may whiten sheltered hollows.
    """

  /// What two articles with this in their midst, at their beginning or at their end come to.
  ///
  /// - Parameter words: the first has only so many of its own.
  private func relation(
    _ shared: String, at place: Place, of outlets: (String?, String?) = ("Mill", "Mill"),
    words: Int = .max
  ) -> Relation {
    let texts = [("e01", outlets.0, words), ("e07", outlets.1, .max)]
    let documents = texts.map { event, outlet, words in
      var parts = Fixtures.paragraphs("\(event)-original")
      if words < .max {
        parts = [parts[0].split(separator: " ").prefix(words).joined(separator: " ")]
      }
      parts.insert(shared, at: place == .beginning ? 0 : place == .end ? parts.count : 1)
      var document = Document(id: event, text: parts.joined(separator: "\n\n"))
      document.source = outlet
      return document
    }
    var scan = CollectionScan()
    scan.leastRelation = .excerpt
    return scan.scan(documents).pairs.first?.finding.relation ?? .none
  }

  private enum Place: CaseIterable { case beginning, midst, end }

  @Test(arguments: Place.allCases)
  private func `The weather on two pages of one outlet is no reuse, wherever it stands`(
    place: Place
  ) {
    #expect(relation(Self.weather, at: place) == .none)
  }

  @Test func `Of two outlets it is none at the beginning or the end of both`() {
    #expect(relation(Self.weather, at: .beginning, of: ("Mill", "Lane")) == .none)
    #expect(relation(Self.weather, at: .end, of: (nil, nil)) == .none)
    #expect(relation(Self.weather, at: .midst, of: ("Mill", "Lane")) == .excerpt)
    #expect(relation(Self.weather, at: .midst, of: (nil, nil)) == .excerpt)
  }

  @Test func `What most of a text consists of is what it tells`() {
    #expect(relation(Self.weather, at: .beginning, words: 25) == .excerpt)
  }

  @Test func `A paragraph whose words return in both texts is of them`() throws {
    // Both begin with the words of the paragraph in an order of their own.
    var random = RandomText(seed: 5)
    let words = Self.weather.split { !$0.isLetter }.map(String.init)
    let documents = ["e01", "e07"].map { event in
      let told = words.map { ($0, random.number(0...9999)) }.sorted { $0.1 < $1.1 }.map(\.0)
      var document = Document(
        id: event,
        text: [told.joined(separator: " "), Fixtures.text("\(event)-original"), Self.weather]
          .joined(separator: "\n\n"))
      document.source = "Mill"
      return document
    }
    var scan = CollectionScan()
    scan.leastRelation = .excerpt
    #expect(scan.scan(documents).pairs.first?.finding.relation == .excerpt)
  }

  @Test func `Runs and frames are joined where they meet`() {
    let runs = [5..<12, 30..<40].map { CommonRuns.Run(tokens: $0, documents: 6) }
    #expect(CommonRuns.joined(runs, []).map(\.tokens) == [5..<12, 30..<40])
    let joined = CommonRuns.joined(runs, [0..<5, 20..<31, 50..<60])
    #expect(joined.map(\.tokens) == [0..<12, 20..<40, 50..<60])
    #expect(joined.map(\.documents) == [6, 6, 2])
  }
}
