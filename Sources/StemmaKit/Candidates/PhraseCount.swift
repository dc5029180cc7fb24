/// How many phrase slots two documents share: those that hardly any other shares, others of which all
/// pairs are looked at, those of stars, and those of common matter, in eight bits each.
enum PhraseCount {
  /// Shared phrases that make a candidate.
  static let least: Int32 = 3
  /// Slots that are shared where a good part of two texts is the same, whatever they hold: three
  /// eighths.
  static let leastOfAll = Int32(SearchSketch.phraseSlots * 3 / 8)
  /// What fewer documents than this share is rare: it cannot be common matter.
  private static let leastShared = CommonRuns.leastOfHouse

  /// - Parameter documents: how many share the slot.
  static func one(documents: Int, isStar: Bool, isCommon: Bool) -> Int32 {
    if isCommon { return Int32(bitPattern: 1 << 24) }
    return isStar ? 1 << 16 : documents < leastShared ? 1 : 1 << 8
  }

  /// The counts; what is rare is plain, too.
  static func parts(_ count: Int32) -> (rare: Int32, plain: Int32, stars: Int32, common: Int32) {
    let bits = UInt32(bitPattern: count)
    func part(_ number: UInt32) -> Int32 { Int32(bits >> (8 * number) & 0xFF) }
    return (part(0), part(0) + part(1), part(2), part(3))
  }

  /// Whether two documents that share so many are a candidate.
  static func isEnough(_ count: Int32) -> Bool {
    let (_, plain, stars, common) = parts(count)
    return plain + stars >= least || plain + stars + common >= leastOfAll
  }

  /// Whether they are one only by what many share.
  static func isByStars(_ count: Int32) -> Bool { parts(count).plain < least }

  /// Whether several others share all of it, so that it may be common matter.
  static func isCrowded(_ count: Int32) -> Bool { parts(count).rare == 0 }
}
