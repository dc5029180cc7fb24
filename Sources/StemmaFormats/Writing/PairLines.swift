/// Pairs as JSON Lines, as `stemma.compare/1`.
public struct PairLines: PairForm {
  public init() {}

  public func pair(_ pair: ReportedPair) throws -> [UInt8] {
    try JSONReport.line(Self.report(pair), inSnakeCase: pair.report.explanation != nil)
  }

  public static func report(_ pair: ReportedPair) -> PairReport {
    var report = pair.report
    report.schema = "stemma.compare/1"
    return report
  }
}
