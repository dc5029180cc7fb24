internal import StemmaKit

/// Pairs as a graph in GraphML: documents are nodes, pairs are edges.
///
/// All edges are directed, from source to derivative; where the direction is not known, from `a` to
/// `b` and marked so. A graph of directed and undirected edges would say it better, and the format
/// has it, but networkx refuses to read one.
public struct PairGraph: PairForm {
  public init() {}

  /// Changes with the meaning of what is there, not with what is added, as that of the JSON does.
  private static let schema = "stemma.graph/1"

  private static let graphKeys = [("schema", "string")]

  private static let nodeKeys = [
    ("label", "string"), ("title", "string"), ("outlet", "string"), ("date", "string"),
    ("url", "string"), ("story", "int"),
  ]

  private static let edgeKeys =
    [
      ("relation", "string"), ("confidence", "double"), ("direction", "string"),
      ("direction_confidence", "double"), ("witness", "string"),
      ("common_source", "string"), ("tree", "boolean"),
    ] + scoreNames.map { ($0, "double") } + [("passages", "int")]

  public var header: [UInt8] {
    func keys(_ names: [(String, String)], _ kind: String) -> String {
      names.map { name, type in
        "<key id=\"\(kind).\(name)\" for=\"\(kind)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
      }
      .joined()
    }
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
      \(keys(Self.nodeKeys, "node") + keys(Self.edgeKeys, "edge") + keys(Self.graphKeys, "graph"))\
      <graph id="stemma" edgedefault="directed">
      \(Self.data("graph", "schema", Self.schema))

      """
    return Array(text.utf8)
  }

  public func document(_ document: ReportedDocument) -> [UInt8] {
    let head = document.head
    var text = "<node id=\"n\(document.number)\">"
    let values = [
      head.id, head.title, head.source, head.date?.description, head.url,
      document.story.map { String($0) },
    ]
    for ((name, _), value) in zip(Self.nodeKeys, values) { text += Self.data("node", name, value) }
    return Array((text + "</node>\n").utf8)
  }

  /// Nothing for a pair that has no relation: an edge would be read as one.
  public func pair(_ pair: ReportedPair) -> [UInt8] {
    let report = pair.report
    guard report.relation != "none" else { return [] }
    let (source, target) = pair.derivative == .a ? (pair.b, pair.a) : (pair.a, pair.b)
    let direction = report.directionReason ?? (pair.branch == nil ? "undecided" : "likely")
    let scores = report.scores
    var text = "<edge source=\"n\(source.number)\" target=\"n\(target.number)\">"
    let values =
      [
        report.relation, String(report.confidence), direction, String(report.directionConfidence),
        report.witness, report.commonSource, pair.branch == nil ? "false" : "true",
      ] + scoreNames.map { String(scores[$0] ?? 0) } + [String(report.passages.count)]
    for ((name, _), value) in zip(Self.edgeKeys, values) { text += Self.data("edge", name, value) }
    return Array((text + "</edge>\n").utf8)
  }

  public var footer: [UInt8] { Array("</graph>\n</graphml>\n".utf8) }

  private static func data(_ kind: String, _ name: String, _ value: String?) -> String {
    guard let value else { return "" }
    return "<data key=\"\(kind).\(name)\">\(escaped(value))</data>"
  }

  /// The text as XML has it; characters that it cannot have are U+FFFD.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      // A reader would make a line feed of it.
      case 0x0D: result += "&#13;"
      case 0x09, 0x0A: result.unicodeScalars.append(scalar)
      case 0..<0x20, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
