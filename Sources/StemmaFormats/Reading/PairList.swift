/// A list of pairs of documents, one a line: the first two columns of a tab-separated file, or of a
/// .csv file.
public struct PairList: Sendable {
  public struct Row: Sendable, Equatable {
    public var a: String
    public var b: String
    public var line: Int
    /// What stands in the columns behind the two.
    var more: [String] = []
  }

  public var rows: [Row]
  public var problems: [InputProblem]
  /// The names of the columns, where a first line gives them.
  private(set) var header: [String]?

  /// - Parameter isKnown: whether an id is a document's; a first line of two unknown ids is a header.
  public init(path: String, limit: Int = 1 << 30, isKnown: (String) -> Bool) {
    rows = []
    problems = []
    do throws(ReadError) {
      let file = try ListFile(path: path, limit: limit)
      for row in file.rows {
        let columns = row.columns
        let place = "\(path):\(row.line)"
        guard columns.count >= 2 else {
          problems.append(InputProblem(path: place, reason: file.tooShort))
          continue
        }
        let unknown = columns[..<2].filter { !isKnown($0) }
        if unknown.isEmpty {
          rows.append(
            Row(a: columns[0], b: columns[1], line: row.line, more: Array(columns[2...])))
        } else if row.line > 1 || unknown.count == 1 {
          problems.append(
            InputProblem(path: place, reason: "there is no document of this id: \"\(unknown[0])\""))
        } else {
          header = columns
        }
      }
    } catch {
      problems.append(InputProblem(path: path, reason: error.reason))
    }
  }
}
