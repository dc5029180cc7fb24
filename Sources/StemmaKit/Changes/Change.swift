/// One difference in what two texts say: a number, a name, a date or a quotation.
public struct Change: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case number, name, date, quotation
  }

  public enum Manner: String, Sendable {
    /// The two texts say different things at the same place.
    case changed
    /// What the first text says stands nowhere in the second.
    case onlyInA
    case onlyInB
    /// The first text quotes what the second tells in its own words.
    case unquoted
    /// The second text quotes what the first tells in its own words.
    case quoted
  }

  /// How much it tells, the most first.
  enum Weight: Int, Comparable {
    /// One thing stands in the place of another.
    case replaced
    /// The sentence stands in both texts, with this only in one.
    case withinSentence
    case requoted
    /// The whole sentence stands in one text only.
    case withSentence

    static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  public var kind: Kind
  public var manner: Manner
  /// Bytes of the text as read; `nil` on the side that has nothing of it.
  public var a: Range<Int>?
  public var b: Range<Int>?
  var weight: Weight

  /// The same seen from the other text.
  var mirrored: Change {
    var mirrored = self
    swap(&mirrored.a, &mirrored.b)
    switch manner {
    case .changed: break
    case .onlyInA: mirrored.manner = .onlyInB
    case .onlyInB: mirrored.manner = .onlyInA
    case .unquoted: mirrored.manner = .quoted
    case .quoted: mirrored.manner = .unquoted
    }
    return mirrored
  }
}
