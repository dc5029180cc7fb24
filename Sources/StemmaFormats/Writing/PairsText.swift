public import StemmaKit

/// Compared pairs for people: a line each, however wide, so that lines can be searched and counted.
public struct PairsText: PairForm {
  public init() {}

  public func pair(_ pair: ReportedPair) -> [UInt8] {
    let report = pair.report
    let derivative = Screen.printable(report.derivative ?? report.a)
    let other = Screen.printable(report.source ?? report.b)
    var notes: [String] = []
    if report.relation == Relation.rewrite.rawValue {
      notes.append("\(percent(report.scores["coverage"] ?? 0)) in order")
    }
    switch report.directionReason.flatMap(Direction.Reason.init(rawValue:)) {
    case .published: notes.append("published later")
    case .quotations: notes.append("by its quotations")
    case .knownSource, .tree, nil: break
    }
    let link = report.source == nil ? "and" : "from"
    let note = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
    let lead = report.relation + String(repeating: " ", count: max(1, 12 - report.relation.count))
    return Array("\(lead)\(derivative) \(link) \(other)\(note)\n".utf8)
  }

  /// A last line that says how many pairs have which relation.
  public func summary(_ counts: [Relation: Int]) -> [UInt8] {
    let all = counts.values.reduce(0, +)
    let parts = counts.sorted { $0.key > $1.key }.map { relation, count in
      "\(count) \(relation == .none ? "with no relation" : relation.rawValue)"
    }
    let text = "\(all) \(all == 1 ? "pair" : "pairs")" + (parts.isEmpty ? "" : ": ")
    return Array("\n\(text)\(parts.joined(separator: ", ")).\n".utf8)
  }
}
