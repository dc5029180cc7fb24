/// What is known of where two texts come from beside what they say.
public struct Provenance: Sendable {
  public var dateA: PublicationDate?
  public var dateB: PublicationDate?
  /// The agency that both name as their source.
  public var agency: String?
  /// The text of which the user says that it is the source.
  public var knownSource: Direction.Derivative?

  /// The text that is dated before the other, where dates tell.
  var publishedFirst: Direction.Derivative? {
    guard let dateA, let dateB, let lead = dateA.lead(over: dateB) else { return nil }
    return lead > 0 ? .a : .b
  }

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
  }
}
