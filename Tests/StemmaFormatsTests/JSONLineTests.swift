import Testing

@testable import StemmaFormats
@testable import StemmaKit

@Suite("Lines of JSON, written without an encoder")
struct JSONLineTests {
  private struct Values: JSONLineReport {
    var a: String
    var b: String?
    var c: Double
    var d: Int
    var e: Int?
    var f: Bool
    var g: [String]

    enum CodingKeys: String, CodingKey { case a, b, c, d, e, f, g }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(a, forKey: .a)
      try container.encode(b, forKey: .b)
      try container.encode(c, forKey: .c)
      try container.encode(d, forKey: .d)
      try container.encode(e, forKey: .e)
      try container.encode(f, forKey: .f)
      try container.encode(g, forKey: .g)
    }

    func fields(of line: inout JSONLine) {
      line.field("a", a)
      line.field("b", b)
      line.field("c", c)
      line.field("d", d)
      line.field("e", e)
      line.field("f", f)
      line.list("g", g) { $0.value($1) }
    }
  }

  private static let scalars: [Unicode.Scalar] =
    (0..<0x80).map { Unicode.Scalar($0 as UInt8) }
    + ["\u{80}", "é", "\u{2028}", "\u{2029}", "語", "\u{FEFF}", "\u{FFFF}", "\u{1F600}", "/"]

  private func text(_ random: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      text.unicodeScalars.append(Self.scalars.randomElement(using: &random)!)
    }
    return text
  }

  private func number(_ random: inout SplitMix64) -> Double {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: Double(Int.random(in: -3...3, using: &random))
    case 1: rounded(Double.random(in: 0...1, using: &random))
    case 2: rounded(Double.random(in: 0...100_000, using: &random))
    case 3:
      [1e-7, 1e16, 1e17, -0.0, 123_456_789_012, 1e300, .leastNonzeroMagnitude].randomElement(
        using: &random)!
    default: Double.random(in: -1e6...1e6, using: &random)
    }
  }

  @Test("They are what the encoder writes", arguments: [1, 2, 3])
  func sameAsEncoder(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    for _ in 0..<400 {
      let values = Values(
        a: text(&random), b: Bool.random(using: &random) ? text(&random) : nil,
        c: number(&random), d: Int.random(in: -9...99_999, using: &random),
        e: Bool.random(using: &random) ? .max : nil, f: Bool.random(using: &random),
        g: (0..<Int.random(in: 0...3, using: &random)).map { _ in text(&random) })
      #expect(try values.line() == JSONReport.line(values))
    }
  }

  @Test("A pair is written with all its fields", arguments: [1, 2])
  func pairs(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    var judge = PairJudge(leastRelation: .none)
    for count in 0..<40 {
      let words = (0..<200).map { _ in "wort\(Int.random(in: 0..<500, using: &random))" }
      let other = words.prefix(5 * count) + (0..<100).map { "word\($0 + count)" }
      var finding = judge.judge(weighed(words), weighed(Array(other)))
      finding.direction.derivative = [.a, .b, nil].randomElement(using: &random)!
      finding.direction.confidence = Double.random(in: 0...1, using: &random)
      let heads = (0..<2).map { _ in DocumentHead(Document(id: text(&random), text: "")) }
      let (a, b) = (weighed(words).tokens, weighed(Array(other)).tokens)
      let report = PairReport(
        finding, a: heads[0], b: heads[1],
        spans: finding.evidence.passages.map { PassageSpan($0, a, b) },
        witness: count % 3 == 0 ? text(&random) : nil,
        schema: count % 2 == 0 ? "stemma.compare/1" : nil)
      #expect(try report.line() == JSONReport.line(report))
      let line = ScanLines.PairLine(report: report, story: count % 2 == 0 ? count : nil)
      #expect(try line.line() == JSONReport.line(line))
    }
  }

  private func weighed(_ words: [String]) -> WeighedText {
    var tokenizer = Tokenizer()
    return WeighedText(tokenizer.tokenize(Array(words.joined(separator: " ").utf8).span))
  }

  @Test("A story is written with all its fields")
  func stories() throws {
    var result = ScanResult(
      documents: (0..<4).map { DocumentHead(Document(id: "\"\($0)\"\n", text: "")) },
      textNumbers: [0, 1, 2, 3],
      pairs: [], stories: [], candidates: 0)
    result.stories = [
      Story(members: [0, 2, 3], origin: nil, edges: []),
      Story(
        members: [0, 1], origin: 1,
        edges: [Story.Edge(derivative: 0, source: 1, isCertain: false)]),
    ]
    for (index, story) in result.stories.enumerated() {
      let report = StoryReport(story, result)
      #expect(try report.line() == JSONReport.line(report))
      let line = ScanLines.StoryLine(number: index, story: report)
      #expect(try line.line() == JSONReport.line(line))
    }
  }
}
