/// Places where two texts have the same two different words close together.
///
/// A shared word proves little, a shared word beside the same shared neighbour much more. For each
/// token the anchors name the place in the other text, and the neighbour.
struct ContextAnchors {
  struct Link {
    /// A token of the other text.
    var place: Int32
    /// The id of the neighbour that both places share.
    var partner: Int32
  }

  /// The links of token *i* are `links[starts[i] ..< starts[i + 1]]`.
  private(set) var starts: [Int32] = []
  private(set) var links: [Link] = []

  /// Of places of one text that share a chain, only so many are kept. Bounds time.
  private static let mostPlaces = 64

  /// The anchors of both texts of a pair.
  ///
  /// - Complexity: O(*d* (*n* + *m*)) and the number of anchors, with *d* the anchor distance.
  static func between(_ a: PassageSequence, _ b: PassageSequence, _ settings: PassageSettings) -> (
    a: ContextAnchors, b: ContextAnchors
  ) {
    let distance = settings.anchorDistance
    let total = Float(a.count + b.count) + settings.first.prior
    let chance = (0..<a.counts.count).map { id in
      (Float(a.counts[id] + b.counts[id] - 2) + 0.01) / total
    }
    let limit = settings.anchorChance / Float(2 * distance * 64)

    // Chains of the places of b with the same pair of words, newest first.
    var size = 1024
    while size < b.count * 2 { size *= 2 }
    var heads = [Int32](repeating: -1, count: size)
    var places: [(key: UInt64, low: Int32, high: Int32, next: Int32, length: Int32)] = []
    func slot(_ key: UInt64) -> Int {
      Int(truncatingIfNeeded: (key &* Shingles.multiplier) >> 32) & (size - 1)
    }
    /// The place of the word with the lower id first, so that order does not matter.
    func key(_ x: Int32, _ y: Int32) -> UInt64 {
      UInt64(UInt32(bitPattern: min(x, y))) << 32 | UInt64(UInt32(bitPattern: max(x, y)))
    }
    forEachNeighbours(in: b, distance) { i, k, x, y in
      guard chance[Int(x)] * chance[Int(y)] <= limit else { return }
      let key = key(x, y)
      let slot = slot(key)
      let next = heads[slot]
      let (low, high) = x < y ? (i, k) : (k, i)
      let length = next < 0 ? 1 : places[Int(next)].length + 1
      guard length <= Self.mostPlaces else { return }
      heads[slot] = Int32(truncatingIfNeeded: places.count)
      places.append((key, low, high, next, length))
    }

    var ofA: [(Int32, Link)] = []
    var ofB: [(Int32, Link)] = []
    forEachNeighbours(in: a, distance) { i, k, x, y in
      let key = key(x, y)
      var place = heads[slot(key)]
      while place >= 0 {
        let found = places[Int(place)]
        if found.key == key {
          let (j, l) = x < y ? (found.low, found.high) : (found.high, found.low)
          ofA.append((i, Link(place: j, partner: y)))
          ofA.append((k, Link(place: l, partner: x)))
          ofB.append((j, Link(place: i, partner: y)))
          ofB.append((l, Link(place: k, partner: x)))
        }
        place = found.next
      }
    }
    return (ContextAnchors(ofA, count: a.count), ContextAnchors(ofB, count: b.count))
  }

  private static func forEachNeighbours(
    in text: PassageSequence, _ distance: Int,
    _ body: (_ i: Int32, _ k: Int32, _ x: Int32, _ y: Int32) -> Void
  ) {
    for i in 0..<text.count where text.words[i] != 0 {
      let x = text.words[i]
      var k = i + 1
      while k <= i + distance, k < text.count {
        let y = text.words[k]
        if y != 0, y != x {
          body(Int32(truncatingIfNeeded: i), Int32(truncatingIfNeeded: k), x, y)
        }
        k += 1
      }
    }
  }

  private init(_ items: [(Int32, Link)], count: Int) {
    starts = [Int32](repeating: 0, count: count + 1)
    for (token, _) in items { starts[Int(token) + 1] += 1 }
    for token in 0..<count { starts[token + 1] += starts[token] }
    var next = starts
    links = [Link](repeating: Link(place: 0, partner: 0), count: items.count)
    for (token, link) in items {
      links[Int(next[Int(token)])] = link
      next[Int(token)] += 1
    }
  }
}
