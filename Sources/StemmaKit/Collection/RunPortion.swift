/// The runs of words of some texts, put by the part of a ``RunTable`` that counts them.
struct RunPortion: Sendable {
  /// One part behind another, in each the texts in order.
  private let runs: [UInt64]
  /// Whose each run is.
  private let owners: [UInt32]
  /// Where each part begins, and where the last ends.
  private let starts: [Int]

  /// - Parameters:
  ///   - texts: their runs, of each text each once.
  ///   - first: the number of the first text; the others follow.
  /// - Complexity: O(*n*).
  init(_ texts: [[UInt64]], from first: Int = 0) {
    var starts = [Int](repeating: 0, count: RunTable.parts + 1)
    for run in texts.joined() { starts[RunTable.part(of: run) + 1] += 1 }
    for part in 0..<RunTable.parts { starts[part + 1] += starts[part] }
    var next = starts
    var runs = [UInt64](repeating: 0, count: starts[RunTable.parts])
    var owners = [UInt32](repeating: 0, count: runs.count)
    for (index, text) in texts.enumerated() {
      for run in text {
        let part = RunTable.part(of: run)
        runs[next[part]] = run
        owners[next[part]] = UInt32(first + index)
        next[part] += 1
      }
    }
    (self.runs, self.owners, self.starts) = (runs, owners, starts)
  }

  /// How many runs a part has.
  func count(in part: Int) -> Int { starts[part + 1] - starts[part] }

  /// Calls a closure with each run of a part and the number of its text.
  @inline(__always)
  func forEach(in part: Int, _ body: (_ run: UInt64, _ text: Int) -> Void) {
    let (runs, owners) = (runs.span, owners.span)
    var index = starts[part]
    let end = starts[part + 1]
    while index < end {
      body(runs[index], Int(owners[index]))
      index += 1
    }
  }
}
