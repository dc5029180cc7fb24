/// What each word of a scan says wherever it stands without anchor, and how likely chance brings
/// it there. The arrays only grow; behind the words of a pair stands anything.
struct WordChances {
  /// The chance of the word at one place, and anywhere in the interval.
  private(set) var chance: [Float] = []
  private(set) var byChance: [Float] = []
  /// The logarithm of the likelihood ratio, and what reuse says for it: the probability that the
  /// word was kept is `odds / (1 - q + odds)`.
  private(set) var vote: [Float] = []
  private(set) var odds: [Float] = []

  /// - Parameters:
  ///   - inside: how often each word stands in the interval of the other text.
  ///   - own: how often it stands in the segment assumed so far.
  /// - Complexity: O(*s*) for *s* shared words.
  mutating func prepare(
    _ text: PassageSequence, _ other: PassageSequence, inside: [Int32], own: [Int32],
    segmentLength: Int, intervalLength: Int, reuse: SegmentScan.Reuse,
    settings: PassageSettings.Chance
  ) {
    let size = text.counts.count
    if chance.count < size {
      chance = [Float](repeating: 0, count: size + size / 2)
      (byChance, vote, odds) = (chance, chance, chance)
    }
    let scale =
      1
      / (Float(other.count - intervalLength)
        + settings.ownWeight * Float(text.count - segmentLength) + settings.prior)
    let absent = naturalLogarithm(1 - reuse.kept)
    precondition(inside.count >= size && own.count >= size && other.counts.count >= size)
    // Pointers, since only a loop without checks and branches becomes one over vectors, which here
    // is a few times as fast. All arrays have at least `size` items.
    inside.withUnsafeBufferPointer { inside in
      own.withUnsafeBufferPointer { own in
        other.counts.withUnsafeBufferPointer { otherCounts in
          text.counts.withUnsafeBufferPointer { textCounts in
            chance.withUnsafeMutableBufferPointer { chance in
              for id in 0..<size {
                let outside =
                  Float(otherCounts[id] &- inside[id])
                  + settings.ownWeight * Float(textCounts[id] &- own[id]) + 0.01
                chance[id] = outside * scale
              }
            }
          }
        }
        let interval = Float(intervalLength)
        let (share, rest) = (reuse.kept * (1 - reuse.ordered), 1 - reuse.kept)
        chance.withUnsafeBufferPointer { chance in
          byChance.withUnsafeMutableBufferPointer { byChance in
            for id in 0..<size {
              byChance[id] = max(settings.floor, saturated(chance[id] * interval))
            }
          }
        }
        byChance.withUnsafeBufferPointer { byChance in
          vote.withUnsafeMutableBufferPointer { vote in
            for id in 0..<size {
              let value = naturalLogarithm(rest + share / byChance[id])
              vote[id] = inside[id] > 0 ? value : absent
            }
          }
          odds.withUnsafeMutableBufferPointer { odds in
            for id in 0..<size {
              let value = share / byChance[id]
              odds[id] = inside[id] > 0 ? value : 0
            }
          }
        }
      }
    }
    // Words that the other text lacks have no number of their own.
    (vote[0], odds[0]) = (absent, 0)
  }
}
