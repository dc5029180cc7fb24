/// A list of pairs of documents, one a line: the first two columns of a tab-separated file.
public struct PairList: Sendable {
  public struct Row: Sendable, Equatable {
    public var a: String
    public var b: String
    public var line: Int
  }

  public var rows: [Row]
  public var problems: [InputProblem]

  /// - Parameter isKnown: whether an id is a document's; a first line of two unknown ids is a header.
  public init(path: String, limit: Int = 1 << 30, isKnown: (String) -> Bool) {
    rows = []
    problems = []
    do throws(ReadError) {
      let stream: any ByteStream = try path == "-" ? FileStream() : FileStream(RawPath(path))
      let bytes = try FileKind(name: path).unpacked(stream).readAll(limit: limit)
      var line = 0
      for text in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        line += 1
        let columns = text.split(separator: 0x09, omittingEmptySubsequences: false).map {
          String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
        }
        if columns == [""] { continue }
        let place = "\(path):\(line)"
        guard columns.count >= 2 else {
          problems.append(
            InputProblem(path: place, reason: "the line has no two columns with a tab between"))
          continue
        }
        let unknown = columns[..<2].filter { !isKnown($0) }
        if unknown.isEmpty {
          rows.append(Row(a: columns[0], b: columns[1], line: line))
        } else if line > 1 || unknown.count == 1 {
          problems.append(
            InputProblem(path: place, reason: "there is no document of this id: \"\(unknown[0])\""))
        }
      }
    } catch {
      problems.append(InputProblem(path: path, reason: error.reason))
    }
  }
}
