/// What a label says of a pair: the relations that would be right.
///
/// A set of labelled pairs seldom tells all that Stemma does: some only say that one text was made
/// from the other, some only that it was not. What a label leaves open is not scored.
public struct Truth: Sendable, Hashable {
  public var right: Set<Relation>

  public init(_ right: Set<Relation>) { self.right = right }

  /// One was made from the other; how is not told.
  public static let derivation = Truth(Set(Relation.allCases.filter(\.isDerivation)))
  /// Neither was made from the other; whether they tell one story is not told.
  public static let notDerived = Truth([.none, .sameStory])
  /// At least one story; whether derived is not told.
  public static let related = Truth(Set(Relation.allCases).subtracting([.none]))
  /// Nothing.
  public static let ignore = Truth(Set(Relation.allCases))

  /// The words for these in a list, beside the relations.
  public static let names = ["derivation", "not-derived", "same-event", "related", "ignore"]

  /// Of the name of a relation, one of ``names``, or several with commas between; `nil` where a
  /// name is not known.
  public init?(name: some StringProtocol) {
    right = []
    for part in name.split(separator: ",", omittingEmptySubsequences: false) {
      let word = String(part.map { $0 == "_" ? "-" : $0 })
      switch word {
      case "derivation": right.formUnion(Self.derivation.right)
      case "not-derived": right.formUnion(Self.notDerived.right)
      case "related": right.formUnion(Self.related.right)
      case "ignore": right.formUnion(Self.ignore.right)
      // Independent reports of one event.
      case "same-event": right.insert(.sameStory)
      default:
        guard let relation = Relation(rawValue: word) else { return nil }
        right.insert(relation)
      }
    }
  }

  /// Whether the pair is one of these relations; `nil` where the label leaves it open.
  public func isOne(of relations: Set<Relation>) -> Bool? {
    if right.isSubset(of: relations) { return true }
    return right.isDisjoint(with: relations) ? false : nil
  }

  /// Whether one text was made from the other, or both from a third.
  public var isDerivation: Bool? { isOne(of: Self.derivation.right) }

  public var isIgnored: Bool { self == .ignore }
}
