/// What a long run does at a time, and how far it has come with it.
struct Stage: Sendable {
  enum Work: String, Sendable {
    case reading
    case findingCandidates = "finding candidates"
    case comparing
    case findingStories = "finding stories"
    case writing

    /// What is counted.
    fileprivate var unit: String {
      switch self {
      case .reading, .findingCandidates: "documents"
      case .comparing, .findingStories, .writing: "pairs"
      }
    }
  }

  var work: Work
  /// How many documents or pairs are done; of work that does not tell, how many there are.
  var done = 0
  /// How many there are, where that is known.
  var all: Int?
  /// The share that is done, where it is known.
  var share: Double?

  /// A line about the stage while it lasts, of fewer columns than the terminal has: in the last one
  /// some terminals begin a new line.
  func line(seconds: Double, columns: Int) -> String {
    let name = work.rawValue + (share.map { " \(Int($0 * 100)) %" } ?? "")
    let count = unit.map { unit in
      all.map { "\(done) of \($0) \(unit)" } ?? "\(done) \(unit)"
    }
    let time = share.map { timeLeft($0, seconds) } ?? "\(Int(seconds)) s"
    let rate = isCounting && seconds >= 1 ? "\(Int(Double(done) / seconds)) a second" : nil
    let lines = [[name, count, rate, time], [name, count, time], [name, time], [name]]
      .map { $0.compactMap { $0 }.joined(separator: ", ") }
    return lines.first { $0.count < columns } ?? String(name.prefix(max(0, columns - 1)))
  }

  /// A sentence about the stage when it has ended.
  func summary(seconds: Double) -> String {
    let count = unit.map { "\(done) \(done == 1 ? String($0.dropLast()) : $0) in " } ?? ""
    let rate =
      isCounting && done > 0 && seconds > 0 ? ", \(Int(Double(done) / seconds)) a second" : ""
    return "\(work.rawValue): \(count)\(Self.text(seconds))\(rate)"
  }

  /// Whether what is done is told as it is done.
  private var isCounting: Bool { work == .reading || work == .comparing || all != nil }

  /// What is counted; nothing where a report is written in one go.
  private var unit: String? { work == .writing && all == nil ? nil : work.unit }

  /// What the rest takes at the pace so far; not said before two seconds have shown a pace.
  private func timeLeft(_ share: Double, _ seconds: Double) -> String? {
    guard seconds >= 2, share > 0 else { return nil }
    let left = Int((seconds * (1 - share) / share).rounded(.up))
    switch left {
    case ..<60: return "\(left) s left"
    case ..<3600: return "\(left / 60) min \(left % 60) s left"
    default: return "\(left / 3600) h \(left % 3600 / 60) min left"
    }
  }

  /// Seconds with two decimals.
  static func text(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
