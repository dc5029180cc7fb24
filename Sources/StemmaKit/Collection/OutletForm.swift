/// Tells a form of an outlet, filled in with different matter, from versions of one text: the same
/// invitation to subscribe below headlines that have nothing to do with each other nor with it.
///
/// The words above a text return in it; those above a form do not. Of the press of one country 120
/// of 170 pairs of near-copies of one outlet with beginnings of their own have at most a twentieth of
/// the weight of these in what follows, all of them such stubs; of the others nearly all have more
/// than a quarter.
enum OutletForm {
  /// Of the rarity of the words that a form is filled in with, less than this share returns in it
  /// (``WeighedText/returning(_:)``).
  static let mostReturning = 0.1

  /// What it is filled in with is at most this share of a text.
  private static let mostFilledIn = 0.2

  /// Whether each of two texts begins with a few words of its own that do not return in the rest.
  ///
  /// - Complexity: O(*n*) in the tokens.
  static func isFilledIn(_ a: WeighedText, _ b: WeighedText) -> Bool {
    let length = CommonRuns.shingleLength
    let runs = [a, b].map { Shingles.hashes(of: $0.tokens.hashes, length: length) }
    return isFilledIn(a, beginningIn: runs[0], of: runs[1])
      && isFilledIn(b, beginningIn: runs[1], of: runs[0])
  }

  private static func isFilledIn(
    _ text: WeighedText, beginningIn own: [UInt64], of others: [UInt64]
  ) -> Bool {
    var known = ShingleSet()
    known.fill(others)
    let hashes = text.tokens.hashes
    guard let end = own.firstIndex(where: { known.contains($0) }), end > 0,
      Double(end) <= mostFilledIn * Double(hashes.count)
    else { return false }
    return text.returning(0..<end) < mostReturning
  }
}

extension WeighedText {
  /// The share of what the words of a part weigh that stands in the rest of the text, too; 1 of a part
  /// that weighs nothing.
  ///
  /// - Complexity: O(*n*) in the tokens.
  func returning(_ part: Range<Int>) -> Double {
    let hashes = tokens.hashes
    var rarity: [UInt64: Int] = [:]
    for index in part { rarity[hashes[index]] = Int(topicRarity[index]) }
    let all = rarity.values.reduce(0, +)
    for index in hashes.indices where !part.contains(index) { rarity[hashes[index]] = nil }
    return all > 0 ? Double(all - rarity.values.reduce(0, +)) / Double(all) : 1
  }
}
