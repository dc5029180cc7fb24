/// A list of documents and the group of each: the first two columns of a tab-separated
/// file, or of a .csv file.
public struct GroupList: Sendable {
  public var rows: [(id: String, group: String)] = []
  public var problems: [InputProblem] = []

  /// - Parameter isKnown: whether an id is a document's; a first line with an unknown one is a
  ///   header.
  public init(path: String, limit: Int = 1 << 30, isKnown: (String) -> Bool) {
    var seen: Set<[UInt8]> = []
    do throws(ReadError) {
      let file = try ListFile(path: path, limit: limit)
      for row in file.rows {
        let place = "\(path):\(row.line)"
        guard row.columns.count >= 2 else {
          problems.append(InputProblem(path: place, reason: file.tooShort))
          continue
        }
        let id = row.columns[0]
        if !isKnown(id) {
          if row.line > 1 {
            problems.append(
              InputProblem(path: place, reason: "there is no document of this id: \"\(id)\""))
          }
        } else if seen.insert(Array(id.utf8)).inserted {
          rows.append((id, row.columns[1]))
        } else {
          problems.append(InputProblem(path: place, reason: "the id stands in a line before"))
        }
      }
    } catch {
      problems.append(InputProblem(path: path, reason: error.reason))
    }
  }
}
