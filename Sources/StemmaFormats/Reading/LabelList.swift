public import StemmaKit

/// A list of labelled pairs: two ids, a label, and if known which of the two was made from the other.
public struct LabelList: Sendable {
  public struct Row: Sendable {
    public var a: String
    public var b: String
    public var label: String
    public var truth: Truth
    /// The side that was made from the other.
    public var derivative: Direction.Derivative?
    /// What the column of groups has.
    public var group: String?
  }

  /// How a list is to be read.
  public struct Reading: Sendable {
    /// What labels mean that are no names of Stemma's.
    public var meanings: [String: Truth] = [:]
    /// The side that was made from the other wherever the list does not tell.
    public var derivative: Direction.Derivative?
    /// The name of the column that groups the pairs.
    public var groupColumn: String?

    public init() {}
  }

  public var rows: [Row] = []
  public var problems: [InputProblem]

  /// The names that the column of the derivative goes by; without a header it is the fourth.
  private static let derivativeNames: Set<String> = ["derived", "derivative"]

  /// - Parameter isKnown: whether an id is a document's.
  public init(
    path: String, reading: Reading, limit: Int = 1 << 30, isKnown: (String) -> Bool
  ) {
    let list = PairList(path: path, limit: limit, isKnown: isKnown)
    problems = list.problems
    // Of the columns behind the ids.
    func column(_ isWanted: (String) -> Bool) -> Int? {
      list.header?.firstIndex(where: isWanted).flatMap { $0 >= 3 ? $0 - 2 : nil }
    }
    let derivative = list.header == nil ? 1 : column(Self.derivativeNames.contains)
    let group = reading.groupColumn.flatMap { name in column { $0 == name } }
    if let name = reading.groupColumn, group == nil {
      problems.append(
        InputProblem(
          path: path, reason: "its first line names no column \"\(name)\" behind the label"))
    }
    var lines: [PairKeyOfIDs: Int] = [:]
    for row in list.rows {
      let place = "\(path):\(row.line)"
      do throws(ReadError) {
        if let earlier = lines.updateValue(row.line, forKey: PairKeyOfIDs(row.a, row.b)) {
          throw ReadError("the pair stands in line \(earlier) before")
        }
        guard row.a != row.b else { throw ReadError("the two ids are the same") }
        let label = row.more.first ?? ""
        guard let truth = reading.meanings[label] ?? Truth(name: label) else {
          throw ReadError(
            "it is not known what this label means: \"\(label)\"; say so with --label, as in --label \(label)=derivation"
          )
        }
        let side = try Self.side(row, derivative)
        rows.append(
          Row(
            a: row.a, b: row.b, label: label, truth: truth,
            derivative: side ?? (truth.isDerivation == true ? reading.derivative : nil),
            group: group.flatMap { $0 < row.more.count ? row.more[$0] : nil }))
      } catch {
        problems.append(InputProblem(path: place, reason: error.reason))
      }
    }
  }

  private static func side(
    _ row: PairList.Row, _ column: Int?
  ) throws(ReadError) -> Direction.Derivative? {
    guard let column, column < row.more.count else { return nil }
    switch row.more[column] {
    case row.a: return .a
    case row.b: return .b
    case "a": return .a
    case "b": return .b
    case "", "-": return nil
    default:
      throw ReadError(
        "the derivative is neither a, b, - nor one of the two ids: \"\(row.more[column])\"")
    }
  }
}

/// Two ids, whichever comes first.
private struct PairKeyOfIDs: Hashable {
  // By bytes: Swift takes canonically equivalent strings for the same.
  private let low: [UInt8]
  private let high: [UInt8]

  init(_ a: String, _ b: String) {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    (low, high) = b.lexicographicallyPrecedes(a) ? (b, a) : (a, b)
  }
}
