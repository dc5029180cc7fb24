/// A pair of documents of a collection, judged; `a` < `b`.
public struct ScanPair: Sendable {
  public var a: Int
  public var b: Int
  public var finding: PairFinding
  /// Where the passages stand in the texts.
  public var spans: [PassageSpan] = []
  /// The finding is of what is left of the two texts without common matter.
  var isOfRest = false

  public init(a: Int, b: Int, finding: PairFinding, spans: [PassageSpan] = []) {
    self.a = a
    self.b = b
    self.finding = finding
    self.spans = spans
  }
}
