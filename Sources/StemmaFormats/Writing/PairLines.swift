/// Pairs as JSON Lines, as `stemma.compare/1`.
public struct PairLines: PairForm {
  public init() {}

  public func pair(_ pair: ReportedPair) throws -> [UInt8] {
    let report = Self.report(pair)
    return try report.explanation == nil
      ? report.line() : JSONReport.line(report, inSnakeCase: true)
  }

  public static func report(_ pair: ReportedPair) -> PairReport {
    var report = pair.report
    report.schema = "stemma.compare/1"
    return report
  }
}
