/// What a page holds at most, so that a browser opens it at once and the run needs little memory.
public struct PageLimits: Sendable {
  /// Stories, the most telling first.
  public var stories = 2000
  /// Pairs within one story beside those of its family tree, the closest first.
  public var pairsPerStory = 40
  /// Such pairs in all.
  public var otherPairs = 8000
  /// Pairs of one story and none, the surest first.
  public var loosePairs = 1000
  /// Bytes of one text.
  public var text = 48 << 10
  /// Bytes of all texts; the rest are shown without.
  public var texts = 64 << 20

  /// Changes in meaning of one pair, the most telling first.
  static let mostChanges = 60

  public init() {}

  /// For a page of two texts, which has room for more of them.
  public static var comparison: PageLimits {
    var limits = PageLimits()
    limits.text = 512 << 10
    return limits
  }
}
