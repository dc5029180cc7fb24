internal import StemmaFormats

/// Tells of problems on standard error as they come, and keeps them for the report.
///
/// Of the same reason only the first few are told, so that ten thousand empty files do not bury
/// the rest; the report has them all.
struct ProblemLog {
  private static let told = 10
  private(set) var problems: [InputProblem] = []
  private var counts: [String: Int] = [:]
  private let quiet: Bool

  init(quiet: Bool) { self.quiet = quiet }

  var hasLeftOut: Bool { problems.contains(where: \.isLeftOut) }

  mutating func add(_ problem: InputProblem) {
    problems.append(problem)
    guard !quiet || problem.isLeftOut else { return }
    let reason = Self.general(problem.reason)
    counts[reason, default: 0] += 1
    if counts[reason, default: 0] <= Self.told { Terminal.complain(problem.sentence) }
  }

  mutating func add(_ problems: [InputProblem]) {
    for problem in problems { add(problem) }
  }

  /// Says how many more there were of what was told only in part.
  func finish() {
    for (reason, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.told {
      Terminal.complain("… and \(count - Self.told) more: \(reason)")
    }
  }

  /// The reason without what is particular to one file.
  private static func general(_ reason: String) -> String {
    String(reason.prefix { $0 != ":" })
  }
}
