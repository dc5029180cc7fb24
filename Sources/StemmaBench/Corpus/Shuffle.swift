internal import StemmaKit

/// A seeded permutation of 0 ..< `count` that takes no memory: a Feistel network over the next power
/// of four, walked until a number falls within the range (Black and Rogaway, CT-RSA 2002).
struct Shuffle: Sendable {
  let count: Int
  private let keys: [UInt64]
  private let halfBits: UInt64

  init(count: Int, seed: UInt64) {
    precondition(count >= 1, "there is nothing to shuffle")
    self.count = count
    var generator = SplitMix64(seed: seed, stream: .max)
    keys = (0..<4).map { _ in generator.next() }
    let bits = UInt64(UInt64.bitWidth - UInt64(count - 1).leadingZeroBitCount)
    halfBits = max(1, (bits + 1) / 2)
  }

  /// The place of a number.
  ///
  /// - Complexity: O(1), about two walks on average.
  func callAsFunction(_ number: Int) -> Int {
    walk(number) { left, right in
      for key in keys { (left, right) = (right, left ^ mixed(right, key)) }
    }
  }

  /// The number at a place.
  func inverse(_ place: Int) -> Int {
    walk(place) { left, right in
      for key in keys.reversed() { (left, right) = (right ^ mixed(left, key), left) }
    }
  }

  private func walk(_ start: Int, _ rounds: (inout UInt64, inout UInt64) -> Void) -> Int {
    var value = UInt64(start)
    repeat {
      var (left, right) = (value >> halfBits, value & mask)
      rounds(&left, &right)
      value = left << halfBits | right
    } while value >= UInt64(count)
    return Int(value)
  }

  private var mask: UInt64 { (1 << halfBits) - 1 }

  private func mixed(_ half: UInt64, _ key: UInt64) -> UInt64 {
    var generator = SplitMix64(state: half ^ key)
    return generator.next() & mask
  }
}
