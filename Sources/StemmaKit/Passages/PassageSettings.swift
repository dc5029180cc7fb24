/// The parameters of the search for passages.
///
/// All are shares, natural logarithms or counts of tokens. The defaults were tuned on one half of
/// the PAN 2013 training pairs and then left alone, except for those named under ``news``.
public struct PassageSettings: Sendable {
  /// What one scan assumes about chance.
  struct Chance: Sendable {
    /// Weight of the scanned text's own words outside the segment as evidence of chance.
    var ownWeight: Float
    /// How much likelier a word is near its usual partner than anywhere.
    var burst: Float
    /// The price of a segment that ends in the middle of a sentence.
    var boundaryPrice: Float
    /// Added tokens that no text holds: keeps estimates of short texts sober.
    var prior: Float = 500
    /// A run is closed where its score falls this far below its top.
    var drop: Float = 12
    /// Chance is never believed to be less than this, for a word alone and beside its partner.
    var floor: Float = 0.01
    var anchoredFloor: Float = 0.03
  }

  var first = Chance(ownWeight: 0.35, burst: 90, boundaryPrice: 4)
  var refined = Chance(ownWeight: 1, burst: 200, boundaryPrice: 6)
  /// How far from a word its partner may stand to anchor it.
  var anchorDistance = 2
  /// Pairs of words that chance brings together more often than this are no anchors.
  var anchorChance: Float = 0.1
  /// The least score of the first scan, of an accepted passage (both sides together), and of a
  /// segment that sums up the other text.
  var leastFirst: Float = 25
  var leastAccepted: Float = 45
  var leastSummary: Float = 65
  /// Texts with fewer phrases of three words in common are not searched, unless much of them stands
  /// in the same order.
  var leastPhrases = 0
  /// A passage is looked for this many tokens around a first finding.
  var margin = 400
  var rounds = 8
  var iterations = 5
  /// Passages whose gap is at most this on both sides are one.
  var mergeGap = 30
  /// The shortest passage reported, in characters on both sides.
  public var leastCharacters = 140

  public init() {}

  /// For long texts with long passages: the published setting.
  public static let `default` = PassageSettings()

  /// For news, where a borrowed sentence counts.
  public static let news: PassageSettings = {
    var settings = PassageSettings()
    settings.leastFirst = 15
    settings.leastAccepted = 30
    // Lines this low are reached by two reports of like events in words that any report has.
    settings.leastPhrases = 6
    // An article that sums up another is a rewrite; what is wanted here is the borrowed paragraph.
    settings.leastSummary = .infinity
    settings.leastCharacters = 40
    return settings
  }()
}
