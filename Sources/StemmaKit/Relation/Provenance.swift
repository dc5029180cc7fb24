/// What is known of where two texts come from beside what they say.
public struct Provenance: Sendable {
  public var dateA: PublicationDate?
  public var dateB: PublicationDate?
  /// The agency that both name as their source.
  public var agency: String?
  /// One outlet published both, as far as outlets are known.
  var isOfOneOutlet = false
  /// The text of which the user says that it is the source.
  public var knownSource: Direction.Derivative?

  /// Seconds by which the first text is dated before the other; `nil` where dates do not tell.
  var lead: Int? {
    guard let dateA, let dateB else { return nil }
    return dateA.lead(over: dateB)
  }

  /// The text that is dated before the other, where dates tell.
  var publishedFirst: Direction.Derivative? { lead.map { $0 > 0 ? .a : .b } }

  public init(
    dateA: PublicationDate? = nil, dateB: PublicationDate? = nil,
    knownSource: Direction.Derivative? = nil
  ) {
    (self.dateA, self.dateB, self.knownSource) = (dateA, dateB, knownSource)
  }

  public init(
    _ a: DocumentHead, _ b: DocumentHead, knownSource: Direction.Derivative? = nil
  ) {
    self.init(dateA: a.date, dateB: b.date, knownSource: knownSource)
    agency = DocumentHead.commonAgency(a, b)
    isOfOneOutlet = a.source != nil && a.source == b.source
  }
}
