/// How a scan came to compare a pair of documents, or why it did not.
public struct Candidacy: Sendable {
  /// What two documents share of the phrases of their sketches.
  public struct Phrases: Sendable {
    /// Slots in which the two agree, of so many.
    public var slots: Int
    public let sampled = SearchSketch.phraseSlots
    /// Of these, what few documents share, what many do, and what is common matter.
    public var plain: Int
    public var stars: Int
    public var common: Int
    /// Whether that is enough.
    public var isEnough: Bool
    /// It is enough only by what many share, by which a document is paired with one other, and that
    /// was another.
    public var isPairedElsewhere: Bool
    /// Slots that make a candidate; and with common matter.
    public let least = Int(PhraseCount.least)
    public let leastWithCommon = Int(PhraseCount.leastOfAll)
  }

  /// What they share of the words.
  public struct Words: Sendable {
    /// Slots in which the two agree, of so many, and those of words that are not too common to
    /// count.
    public var slots: Int
    public let sampled = SearchSketch.wordSlots
    public var counted: Int
    /// The sum of ln(documents / bucket) over these, in nats.
    public var weight: Double
    public let leastWeight = Double(CandidateSearch.leastWeight) / 16
    public var isEnough: Bool
    /// Whether it was also asked if the pair can be a derivation, as far as the sketches tell.
    public var isDerivationAsked: Bool
    /// Whether the two share a phrase slot; if not, both need so many tokens and the smaller text
    /// so many of its words in the other.
    public var sharesPhrase: Bool
    public var tokens: Int
    public let leastTokens = WordCandidate.leastTokens
    public var containment: Double
    public var leastContainment: Double
    public var isPlausible: Bool
  }

  /// What made the pair a candidate, the first that did; the raw values are the names in JSON.
  public enum Way: String, Sendable, CaseIterable {
    /// The collection is so small that every pair is compared.
    case everyPair = "every-pair"
    /// Both documents have one text.
    case sameText = "same-text"
    case phrases
    case words
    /// None.
    case none
  }

  public var way: Way
  /// The documents whose texts were compared in place of the two: the first of each text.
  public var firsts: (a: Int, b: Int)
  /// `nil` where nothing was searched.
  public var phrases: Phrases?
  /// `nil` also where a near-copy was searched by words in the place of one of the two.
  public var words: Words?
  public var isSpokenFor = (a: false, b: false)
}

extension Candidacy.Phrases {
  /// Of two sketches, with the sum that a search by phrases makes of what they share.
  init(_ a: SearchSketch, _ b: SearchSketch, sum: Int32, isCandidate: Bool) {
    let parts = PhraseCount.parts(sum)
    slots = a.sharedSlots(.phrases, with: b)
    (plain, stars, common) = (Int(parts.plain), Int(parts.stars), Int(parts.common))
    isEnough = PhraseCount.isEnough(sum)
    isPairedElsewhere = isEnough && !isCandidate
  }
}

extension Candidacy.Words {
  init(
    _ a: SearchSketch, _ b: SearchSketch, sum: Int32, counted: Int, isDerivationAsked: Bool
  ) {
    let candidate = WordCandidate(a: a, b: b, weight: sum)
    slots = a.sharedSlots(.words, with: b)
    self.counted = counted
    weight = Double(sum) / 16
    isEnough = sum >= CandidateSearch.leastWeight
    self.isDerivationAsked = isDerivationAsked
    sharesPhrase = candidate.sharesPhrase
    tokens = candidate.tokens
    containment = candidate.containment
    leastContainment = candidate.leastContainment
    isPlausible = candidate.isPlausible
  }
}
