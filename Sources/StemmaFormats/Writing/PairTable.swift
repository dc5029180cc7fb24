internal import StemmaKit

/// Pairs as comma-separated values (RFC 4180): a row each, under a header.
///
/// Read with any program that reads such files; a text that a spreadsheet would take for a formula
/// has an apostrophe before it (``TableCell``).
public struct PairTable: PairForm {
  public init() {}

  private static let columns =
    [
      "a", "b", "relation", "confidence", "derivative", "source", "direction_confidence",
      "direction_reason", "witness", "common_source", "story", "tree", "tree_source", "title_a",
      "title_b", "outlet_a", "outlet_b",
      "date_a", "date_b", "url_a", "url_b",
    ] + scoreNames + ["passages"]

  public var header: [UInt8] { Self.row(Self.columns) }

  public func pair(_ pair: ReportedPair) -> [UInt8] {
    let report = pair.report
    let (a, b) = (pair.a.head, pair.b.head)
    var cells = [
      TableCell.text(report.a), TableCell.text(report.b), report.relation,
      String(report.confidence), TableCell.text(report.derivative), TableCell.text(report.source),
      String(report.directionConfidence), report.directionReason ?? "",
      TableCell.text(report.witness), TableCell.text(report.commonSource),
      pair.story.map { String($0) } ?? "",
      pair.branch.map { $0.isCertain ? "certain" : "likely" } ?? "",
      TableCell.text(pair.branch.map { $0.derivative == .a ? report.b : report.a }),
    ]
    for (x, y) in [(a.title, b.title), (a.source, b.source)] {
      cells += [TableCell.text(x), TableCell.text(y)]
    }
    cells += [a.date?.description ?? "", b.date?.description ?? ""]
    cells += [TableCell.text(a.url), TableCell.text(b.url)]
    let scores = report.scores
    cells += scoreNames.map { String(scores[$0] ?? 0) }
    cells.append(String(report.passages.count))
    return Self.row(cells)
  }

  private static func row(_ cells: [String]) -> [UInt8] {
    Array((cells.joined(separator: ",") + "\r\n").utf8)
  }
}

/// A text as a cell of comma-separated values.
enum TableCell {
  /// The text, quoted where it must be.
  ///
  /// Where a spreadsheet would take it for a formula, an apostrophe comes before it, and so where it
  /// has such an apostrophe already: taking one away gives back every text.
  static func text(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    let isFormula = looksLikeFormula(text)
    var cell = isFormula ? "'" : ""
    var isQuoted = isFormula
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        cell += "\"\""
        isQuoted = true
        continue
      // A spreadsheet of another country parts cells at semicolons.
      case ",", ";", "\n", "\r", "\t": isQuoted = true
      // Many readers take it for the end of the file.
      case "\0":
        cell += "\u{FFFD}"
        continue
      default: break
      }
      cell.unicodeScalars.append(scalar)
    }
    return isQuoted ? "\"\(cell)\"" : cell
  }

  /// A sign that begins formulas, also in the width of East Asian signs, behind any apostrophes.
  private static func looksLikeFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.drop(while: { $0 == "'" }).first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
