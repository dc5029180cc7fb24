/// How many phrase slots two documents share: those of buckets of which all pairs are looked at,
/// those of stars, and those of common matter, in ten bits each.
enum PhraseCount {
  /// Shared phrases that make a candidate.
  static let least: Int32 = 3
  /// Slots that are shared where a good part of two texts is the same, whatever they hold: three
  /// eighths.
  static let leastOfAll = Int32(SearchSketch.phraseSlots * 3 / 8)

  static func one(isStar: Bool, isCommon: Bool) -> Int32 {
    isCommon ? 1 << 20 : isStar ? 1 << 10 : 1
  }

  /// The three counts.
  static func parts(_ count: Int32) -> (plain: Int32, stars: Int32, common: Int32) {
    (count & 0x3FF, count >> 10 & 0x3FF, count >> 20)
  }

  /// Whether two documents that share so many are a candidate.
  static func isEnough(_ count: Int32) -> Bool {
    let (plain, stars, common) = parts(count)
    return plain + stars >= least || plain + stars + common >= leastOfAll
  }

  /// Whether they are one only by what many share.
  static func isByStars(_ count: Int32) -> Bool { parts(count).plain < least }
}
