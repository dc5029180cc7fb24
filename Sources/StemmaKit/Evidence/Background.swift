internal import CKernels
internal import CTables

/// The built-in table of common words, of all its languages together.
enum Background {
  private static let levelsPerNat: Float = 4
  /// What is not in the table: rarer than its rarest level.
  static let unlistedShare: Float = 0.000_335
  /// The level of such words.
  static let unlisted = 32

  /// The share of texts that have a word of each level: exp(-level / 4), by plain arithmetic.
  static let shares: [Float] = {
    var shares: [Float] = [1]
    for _ in 1..<unlisted { shares.append(shares[shares.count - 1] * 0.778_800_8) }
    return shares + [unlistedShare]
  }()

  /// The share of texts of 400 words that have the word, in the language where it is commonest.
  static func share(of hash: UInt64) -> Float { listedShare(of: hash) ?? unlistedShare }

  /// The same; `nil` for a word that is not in the table.
  static func listedShare(of hash: UInt64) -> Float? { level(of: hash).map { shares[$0] } }

  static func isListed(_ hash: UInt64) -> Bool { level(of: hash) != nil }

  /// Makes ready that a word is looked up soon.
  @inline(__always)
  static func prefetch(_ hash: UInt64) {
    stemma_prefetch(stemma_background_entries + firstSlot(of: hash))
  }

  @inline(__always)
  private static func firstSlot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> UInt64(64 - Int(stemma_background_bits)))
  }

  /// The level of a word, 0 for the commonest; `nil` for a word that is not in the table.
  static func level(of hash: UInt64) -> Int? {
    let mask = (1 << Int(stemma_background_bits)) - 1
    var slot = firstSlot(of: hash)
    let fingerprint = UInt32(truncatingIfNeeded: hash) & 0x7FF_FFFF
    while true {
      let entry = stemma_background_entries[slot]
      if entry == 0 { return nil }
      if entry >> 5 == fingerprint { return Int(entry & 31) - 1 }
      slot = (slot + 1) & mask
    }
  }
}
