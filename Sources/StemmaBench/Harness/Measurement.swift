/// The time that something took, in several runs.
public struct Measurement: Sendable, Equatable {
  /// Seconds of each run, shortest first.
  public let runs: [Double]

  /// - Precondition: there is at least one run.
  public init(_ runs: [Double]) {
    precondition(!runs.isEmpty, "nothing was measured")
    self.runs = runs.sorted()
  }

  public var least: Double { runs[0] }
  public var most: Double { runs[runs.count - 1] }
  public var median: Double {
    (runs[(runs.count - 1) / 2] + runs[runs.count / 2]) / 2
  }

  /// The seconds that `body` takes.
  static func seconds<Result, Failure>(
    adding total: inout Double, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = ContinuousClock.now
    let result = try body()
    let (seconds, attoseconds) = start.duration(to: .now).components
    total += Double(seconds) + Double(attoseconds) / 1e18
    return result
  }
}
