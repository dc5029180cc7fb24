/// The lines of a scan as JSON Lines. The field `schema` says what a line is.
struct ScanLines: PairForm {
  func pair(_ pair: ReportedPair) throws -> [UInt8] {
    var report = pair.report
    report.schema = "stemma.scan-pair/1"
    return try PairLine(report: report, story: pair.story).line()
  }

  struct PairLine: JSONLineReport {
    var report: PairReport
    var story: Int?

    enum Key: String, CodingKey { case story }

    func encode(to encoder: any Encoder) throws {
      try report.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(story, forKey: .story)
    }

    func fields(of line: inout JSONLine) throws {
      try report.fields(of: &line) { $0.field("story", story) }
    }
  }

  struct StoryLine: JSONLineReport {
    private static let schema = "stemma.scan-story/1"

    var number: Int
    var story: StoryReport

    enum Key: String, CodingKey { case schema, number }

    func encode(to encoder: any Encoder) throws {
      try story.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(Self.schema, forKey: .schema)
      try container.encode(number, forKey: .number)
    }

    func fields(of line: inout JSONLine) {
      story.fields(of: &line) { $0.field("number", number) }
      line.field("schema", Self.schema)
    }
  }

  struct SkippedLine: Encodable {
    var schema = "stemma.scan-skipped/1"
    var path: String
    var reason: String
  }

  struct SummaryLine: Encodable {
    var schema = "stemma.scan-summary/1"
    var documents: Int
    var pairs: Int
    var skipped: Int
    var stories: Int
  }
}
