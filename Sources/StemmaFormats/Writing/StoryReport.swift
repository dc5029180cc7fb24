internal import StemmaKit

/// A story as JSON shows it.
struct StoryReport: Encodable, Sendable {
  private struct Edge: Encodable, Sendable {
    var derivative: String
    var source: String
    var certain: Bool
  }

  private var members: [String]
  private var origin: String?
  private var origins: Int
  private var edges: [Edge]

  init(_ story: Story, _ result: ScanResult) {
    func id(_ index: Int) -> String { result.documents[index].id }
    members = story.members.map(id)
    origin = story.origin.map(id)
    origins = story.origins
    edges = story.edges.map {
      Edge(derivative: id($0.derivative), source: id($0.source), certain: $0.isCertain)
    }
  }

  private enum Key: String, CodingKey { case members, origin, origins, edges }

  /// By hand, because an origin that is not known is written as null, not left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(members, forKey: .members)
    try container.encode(origin, forKey: .origin)
    try container.encode(origins, forKey: .origins)
    try container.encode(edges, forKey: .edges)
  }
}

extension StoryReport: JSONLineReport {
  func fields(of line: inout JSONLine) { fields(of: &line) { _ in } }

  /// - Parameter number: writes a field of that name, where the line has one.
  func fields(of line: inout JSONLine, number: (inout JSONLine) -> Void) {
    line.list("edges", edges) { line, edge in
      line.object { line in
        line.field("certain", edge.certain)
        line.field("derivative", edge.derivative)
        line.field("source", edge.source)
      }
    }
    line.list("members", members) { $0.value($1) }
    number(&line)
    line.field("origin", origin)
    line.field("origins", origins)
  }
}
