public import StemmaKit

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A scan as JSON shows it: `stemma.scan/1`, a pair and a story a line.
///
/// Written piece by piece: of a million documents the report is larger than all the rest.
public struct ScanReport: Sendable {
  private struct Skipped: Encodable, Sendable {
    var path: String
    var reason: String
  }

  private struct StoryReport: Encodable, Sendable {
    struct Edge: Encodable, Sendable {
      var derivative: String
      var source: String
      var certain: Bool
    }

    var members: [String]
    var origin: String?
    var edges: [Edge]

    enum Key: String, CodingKey { case members, origin, edges }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(members, forKey: .members)
      try container.encode(origin, forKey: .origin)
      try container.encode(edges, forKey: .edges)
    }
  }

  private struct CommonMatterReport: Encodable, Sendable {
    var documents: Int
    var example: String
    var range: [Int]
    var text: String
  }

  /// So many items are encoded before they are written.
  private static let window = 8192

  private let result: ScanResult
  private let problems: [InputProblem]
  private let threads: Int

  public init(_ result: ScanResult, problems: [InputProblem], threads: Int = 1) {
    self.result = result
    self.problems = problems
    self.threads = threads
  }

  /// Hands the report on, from its beginning to its end.
  public func write(_ body: ([UInt8]) throws -> Void) throws {
    try body(Array("{\n".utf8))
    try list("common_matter", result.commonMatter, body) {
      CommonMatterReport(
        documents: $0.documents, example: id($0.document),
        range: [$0.range.lowerBound, $0.range.upperBound], text: $0.text)
    }
    try body(Array(",\n\"documents\": \(result.documents.count),\n".utf8))
    try list("pairs", result.pairs, body) { pair in
      PairReport(
        pair.finding, a: result.documents[pair.a], b: result.documents[pair.b],
        spans: pair.spans, witness: pair.finding.witness.map(id),
        commonSource: pair.finding.commonSource.map(id))
    }
    try body(Array(",\n\"schema\": \"stemma.scan/1\",\n".utf8))
    try list("skipped", problems.filter(\.isLeftOut), body) {
      Skipped(path: $0.path, reason: $0.reason)
    }
    try body(Array(",\n".utf8))
    try list("stories", result.stories, body) { story in
      StoryReport(
        members: story.members.map(id), origin: story.origin.map(id),
        edges: story.edges.map {
          .init(derivative: id($0.derivative), source: id($0.source), certain: $0.isCertain)
        })
    }
    try body(Array("\n}\n".utf8))
  }

  private func id(_ index: Int) -> String { result.documents[index].id }

  private func list<Item: Sendable, Report: Encodable & SendableMetatype>(
    _ name: String, _ items: [Item], _ body: ([UInt8]) throws -> Void,
    report: @Sendable (Item) -> Report
  ) throws {
    try body(Array("\"\(name)\": [".utf8))
    for start in stride(from: 0, to: items.count, by: Self.window) {
      let part = items[start..<min(items.count, start + Self.window)]
      let bytes = try parallelChunks(part.count, threads: threads) {
        (range) throws(any Error) -> [UInt8] in
        var bytes: [UInt8] = []
        for index in range {
          bytes += start + index == 0 ? [0x0A] : [0x2C, 0x0A]
          bytes += try JSONReport.line(report(part[start + index])).dropLast()
        }
        return bytes
      }
      try body(bytes)
    }
    try body(Array("]".utf8))
  }
}

/// Writes reports as JSON.
public enum JSONReport {
  /// Several lines for people and programs, with the keys in order.
  public static func pretty(_ report: some Encodable) throws -> [UInt8] {
    try encode(report, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  }

  /// One line.
  public static func line(_ report: some Encodable) throws -> [UInt8] {
    try encode(report, [.sortedKeys, .withoutEscapingSlashes])
  }

  private static func encode(
    _ report: some Encodable, _ format: JSONEncoder.OutputFormatting
  ) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = format
    return Array(try encoder.encode(report)) + [0x0A]
  }
}
