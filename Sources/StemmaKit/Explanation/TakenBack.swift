/// Why a pair that is a derivation by itself is none in its collection: what is left of the two texts
/// without common matter shows none.
public struct TakenBack: Sendable {
  /// What showed that it is common matter which the two share; the raw values are the names in JSON.
  public enum Test: String, Sendable, CaseIterable {
    /// What is left of the two has nothing in common.
    case nothingElse = "nothing-else"
    /// What is left tells the same story, as two texts of one outlet may.
    case oneOutlet = "one-outlet"
    /// What is left tells the same story, but most pairs that share this matter share nothing else.
    case outvoted
  }

  public var test: Test
  /// What the whole texts come to by themselves.
  public var whole: PairFinding
  /// The longest run that was left out of both; its words are shown after ``show(_:)``.
  public var matter: CommonMatter
  /// Words of each text that are left.
  public var restOfA: Int
  public var restOfB: Int

  init(_ trial: CommonMatterTrial, whole: PairFinding) {
    test = trial.rest.relation == .none ? .nothingElse : trial.isAlone ? .oneOutlet : .outvoted
    self.whole = whole
    matter = trial.matter
    restOfA = trial.rest.evidence.countA
    restOfB = trial.rest.evidence.countB
  }

  /// Fills in the words of the matter.
  ///
  /// - Parameter text: of the document that ``matter`` names.
  public mutating func show(_ text: [UInt8]) { matter.show(text) }
}
