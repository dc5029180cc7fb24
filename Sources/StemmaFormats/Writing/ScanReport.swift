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

  private struct CommonMatterReport: Encodable, Sendable {
    var documents: Int
    var example: String
    var range: [Int]
    var text: String
  }

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
      try JSONReport.line(
        CommonMatterReport(
          documents: $0.documents, example: id($0.document),
          range: [$0.range.lowerBound, $0.range.upperBound], text: $0.text))
    }
    try body(Array(",\n\"documents\": \(result.documents.count),\n".utf8))
    try list("pairs", result.pairs, body) { pair in
      try PairReport(
        pair.finding, a: result.documents[pair.a], b: result.documents[pair.b],
        spans: pair.spans, witness: pair.finding.witness.map(id),
        commonSource: pair.finding.commonSource.map(id)
      ).line()
    }
    try body(Array(",\n\"schema\": \"stemma.scan/1\",\n".utf8))
    try list("skipped", problems.filter(\.isLeftOut), body) {
      try JSONReport.line(Skipped(path: $0.path, reason: $0.reason))
    }
    try body(Array(",\n".utf8))
    try list("stories", result.stories, body) { try StoryReport($0, result).line() }
    try body(Array("\n}\n".utf8))
  }

  private func id(_ index: Int) -> String { result.documents[index].id }

  private func list<Item: Sendable>(
    _ name: String, _ items: [Item], _ body: ([UInt8]) throws -> Void,
    line: @Sendable (Item) throws -> [UInt8]
  ) throws {
    try body(Array("\"\(name)\": [".utf8))
    try writeInOrder(items, threads: threads, body) { item, index in
      try (index == 0 ? [0x0A] : [0x2C, 0x0A]) + line(item).dropLast()
    }
    try body(Array("]".utf8))
  }
}

/// Writes reports as JSON.
public enum JSONReport {
  /// Several lines for people and programs, with the keys in order.
  ///
  /// - Parameter inSnakeCase: write names such as `coverageOfA` as `coverage_of_a`.
  public static func pretty(
    _ report: some Encodable, inSnakeCase: Bool = false
  ) throws -> [UInt8] {
    try encode(report, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes], inSnakeCase)
  }

  /// One line.
  public static func line(_ report: some Encodable, inSnakeCase: Bool = false) throws -> [UInt8] {
    try encode(report, [.sortedKeys, .withoutEscapingSlashes], inSnakeCase)
  }

  private static func encode(
    _ report: some Encodable, _ format: JSONEncoder.OutputFormatting, _ inSnakeCase: Bool
  ) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = format
    if inSnakeCase { encoder.keyEncodingStrategy = .convertToSnakeCase }
    var bytes = Array(try encoder.encode(report))
    bytes.append(0x0A)
    return bytes
  }
}
