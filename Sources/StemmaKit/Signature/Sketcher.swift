internal import CKernels

/// Makes signatures: Fast Similarity Sketching (Dahlgaard, Knudsen and Thorup, FOCS 2017).
///
/// A value with scratch space: make one a thread and use it for many texts.
public struct Sketcher {
  public let slotCount: Int
  private let multipliers: [UInt64]
  /// What undoes each multiplier, so that a slot need only keep the lowest rank.
  private let inverses: [UInt64]
  private var ranks: [UInt64]
  /// A bit for each slot that is still empty.
  private var empty: [UInt64]
  private let instructions: stemma_instructions

  /// - Parameter slotCount: the number of slots, *k*; fastest for a power of two up to 512.
  public init(slotCount: Int) {
    self.init(slotCount: slotCount, instructions: Instructions.best)
  }

  init(slotCount: Int, instructions: stemma_instructions) {
    precondition(slotCount >= 1, "a signature has at least one slot")
    self.slotCount = slotCount
    self.instructions = instructions
    var generator = SplitMix64(state: 0)
    multipliers = [1] + (1..<2 * slotCount).map { _ in generator.next() | 1 }
    inverses = multipliers.map(Self.inverse)
    ranks = [UInt64](repeating: .max, count: slotCount)
    empty = [UInt64](
      repeating: 0, count: max(STEMMA_SLOT_WORDS, (slotCount + 63) / 64))
  }

  /// The signature of a set of shingle hashes (repeated ones count once), `nil` of an empty one.
  ///
  /// - Complexity: O(*n* + *k* log *k*) expected for *n* shingles.
  public mutating func signature(of shingles: [UInt64]) -> Signature? {
    guard !shingles.isEmpty else { return nil }
    var slots = [UInt64](repeating: 0, count: slotCount)
    sketch(shingles, into: &slots)
    return Signature(slots: slots)
  }

  /// Sets `slots`, of which there are *k*, to the signature of shingle hashes that are not empty.
  mutating func sketch(_ shingles: [UInt64], into slots: inout [UInt64]) {
    for word in 0..<(slotCount + 63) / 64 {
      let slots = min(64, slotCount - 64 * word)
      empty[word] = .max >> UInt64(64 - slots)
    }
    var left = slotCount - fill(&slots, from: shingles, round: 0)
    guard left > 0 else { return }
    // Where a first round fills far fewer slots than as many different shingles would, they are
    // repeated ones: further rounds go over the different ones alone.
    var distinct = shingles
    if shingles.count > 16 * slotCount || 4 * (slotCount - left) < min(slotCount, shingles.count) {
      var set = ShingleSet()
      set.fill(shingles, into: &distinct)
    }
    var round = 1
    while left > 0, round < 2 * slotCount {
      left -= fill(&slots, from: distinct, round: round)
      round += 1
    }
  }

  /// Fills those empty slots into which a shingle falls in a round; returns how many.
  private mutating func fill(
    _ slots: inout [UInt64], from shingles: [UInt64], round: Int
  ) -> Int {
    // The last slot is that of the highest rank there is, which looks like none.
    let last = round < slotCount ? slotCount - 1 : round - slotCount
    if round < slotCount {
      rankAll(shingles, multiplier: multipliers[round])
    } else {
      guard isEmpty(last) else { return 0 }
      ranks[last] = shingles.reduce(.max) { min($0, $1 &* multipliers[round]) }
    }
    let highest =
      ranks[last] == .max && isEmpty(last)
      && shingles.contains { $0 &* multipliers[round] == .max }
    var filled = stemma_take_ranks(
      instructions, &ranks, inverses[round], (slotCount + 63) / 64, &empty, &slots)
    if highest {
      slots[last] = UInt64.max &* inverses[round]
      empty[last / 64] ^= 1 << UInt64(last % 64)
      filled += 1
    }
    return filled
  }

  private func isEmpty(_ slot: Int) -> Bool { empty[slot / 64] >> UInt64(slot % 64) & 1 != 0 }

  /// Lowers the ranks of the empty slots to the lowest of the shingles that fall there.
  private mutating func rankAll(_ shingles: [UInt64], multiplier: UInt64) {
    if slotCount.nonzeroBitCount == 1, (2...STEMMA_SLOTS).contains(slotCount) {
      stemma_lowest_ranks(
        instructions, shingles, shingles.count, multiplier,
        UInt32(slotCount.trailingZeroBitCount), empty, &ranks)
      return
    }
    let k = UInt64(slotCount)
    for shingle in shingles {
      let rank = shingle &* multiplier
      let slot = Int(truncatingIfNeeded: rank.multipliedFullWidth(by: k).high)
      if isEmpty(slot) { ranks[slot] = min(ranks[slot], rank) }
    }
  }

  /// The number by which a product with an odd number is undone, modulo 2^64 (Newton's iteration,
  /// which doubles the right bits each time).
  private static func inverse(of odd: UInt64) -> UInt64 {
    var inverse = odd
    for _ in 0..<5 { inverse = inverse &* (2 &- odd &* inverse) }
    return inverse
  }
}
