public import StemmaKit

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A scan as JSON shows it: `stemma.scan/1`.
public struct ScanReport: Encodable, Sendable {
  struct Skipped: Encodable, Sendable {
    var path: String
    var reason: String
  }

  struct StoryReport: Encodable, Sendable {
    struct Edge: Encodable, Sendable {
      var derivative: String
      var source: String
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

  let schema = "stemma.scan/1"
  var documents: Int
  var skipped: [Skipped]
  var pairs: [PairReport]
  var stories: [StoryReport]

  enum CodingKeys: String, CodingKey { case schema, documents, skipped, pairs, stories }

  public init(_ result: ScanResult, problems: [InputProblem]) {
    func id(_ index: Int) -> String { result.documents[index].id }
    documents = result.documents.count
    skipped = problems.filter(\.isLeftOut).map { Skipped(path: $0.path, reason: $0.reason) }
    pairs = result.pairs.map { pair in
      PairReport(
        pair.finding, a: result.documents[pair.a], b: result.documents[pair.b],
        spans: pair.spans, witness: pair.finding.witness.map(id))
    }
    stories = result.stories.map { story in
      StoryReport(
        members: story.members.map(id), origin: story.origin.map(id),
        edges: story.edges.map { .init(derivative: id($0.derivative), source: id($0.source)) })
    }
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
