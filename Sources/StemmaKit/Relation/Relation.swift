/// What two texts are to each other, from the closest to none.
public enum Relation: String, Sendable, CaseIterable, Comparable {
  /// Nothing that would not be found between any two texts.
  case none = "none"
  /// Rare names, numbers and facts in common, but neither order nor wording: independent reports,
  /// or a paraphrase too deep to prove.
  case sameStory = "same-story"
  /// A passage of one stands in the other.
  case excerpt
  /// Reworded, with the order of what is told kept.
  case rewrite
  /// The same text, edited: whole runs of words are kept.
  case copy
  /// The same text after normalisation.
  case duplicate

  /// Whether one was made from the other, or both from a third text.
  public var isDerivation: Bool { self >= .excerpt }

  public static func < (left: Relation, right: Relation) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .none: 0
    case .sameStory: 1
    case .excerpt: 2
    case .rewrite: 3
    case .copy: 4
    case .duplicate: 5
    }
  }
}
