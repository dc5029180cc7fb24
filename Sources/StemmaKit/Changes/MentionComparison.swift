/// Compares what two texts mention of one kind: what stands in the place of what, and what stands in
/// one text only.
struct MentionComparison<M: Mention> {
  let kind: Change.Kind
  let opposites: Opposites
  /// Whether the tokens belong to what is compared.
  let isInScopeA: (Range<Int>) -> Bool
  let isInScopeB: (Range<Int>) -> Bool
  /// Tokens where something of the kind stands that was not read; nothing is missing opposite them.
  var gapsA: [Int] = []
  var gapsB: [Int] = []

  /// Sentences that mention more than this are tables, not sentences. Bounds time.
  private let mostInSentence = 64

  private struct Pair {
    var x: Int
    var y: Int
    var ground: Opposites.Ground
  }

  /// - Parameters:
  ///   - missingA: for each of `a`, whether it stands nowhere in the other text.
  func changes(_ a: [M], missingA: [Bool], _ b: [M], missingB: [Bool]) -> [Change] {
    var usedA = Set<Int>()
    var usedB = Set<Int>()
    var changes: [Change] = []
    let pairs = pairs(a, missingA, b, missingB).sorted {
      ($1.ground.rawValue, $0.x, $0.y) < ($0.ground.rawValue, $1.x, $1.y)
    }
    for pair in pairs where !usedA.contains(pair.x) && !usedB.contains(pair.y) {
      usedA.insert(pair.x)
      usedB.insert(pair.y)
      changes.append(
        Change(
          kind: kind, manner: .changed, a: a[pair.x].bytes, b: b[pair.y].bytes, weight: .replaced))
    }
    changes += alone(a, missingA, usedA, isInScopeA, gapsB) {
      opposites.sentencesOpposite(a: $0)
    }.map { Change(kind: kind, manner: .onlyInA, a: $0.bytes, b: nil, weight: $0.weight) }
    changes += alone(b, missingB, usedB, isInScopeB, gapsA) {
      opposites.sentencesOpposite(b: $0)
    }.map { Change(kind: kind, manner: .onlyInB, a: nil, b: $0.bytes, weight: $0.weight) }
    return changes
  }

  /// What may stand for what.
  private func pairs(_ a: [M], _ missingA: [Bool], _ b: [M], _ missingB: [Bool]) -> [Pair] {
    let links = opposites.links
    let inA = bySentence(a, links.sentencesA)
    let inB = bySentence(b, links.sentencesB)
    var pairs: [Pair] = []
    for link in links.links {
      let (ofA, ofB) = (inA[link.a], inB[link.b])
      guard !ofA.isEmpty, !ofB.isEmpty, ofA.count <= mostInSentence, ofB.count <= mostInSentence
      else { continue }
      let freeA = ofA.filter { x in
        isInScopeA(a[x].tokens)
          && !stands(a[x], among: b, inB, links.ofA[link.a].map { links.links[$0].b })
      }
      let freeB = ofB.filter { y in
        isInScopeB(b[y].tokens)
          && !stands(b[y], among: a, inA, links.ofB[link.b].map { links.links[$0].a })
      }
      for x in freeA {
        for y in freeB where a[x].mayReplace(b[y]) && !a[x].agrees(with: b[y]) {
          guard let ground = opposites.ground(a[x].tokens, b[y].tokens),
            a[x].isReason(
              ground, for: b[y], missingInB: missingA[x], missingInA: missingB[y])
          else { continue }
          if ground != .frame {
            let isSame = hasSameNeighbour(a[x].tokens, b[y].tokens)
            if !a[x].fits(b[y], ground, hasSameNeighbour: isSame) { continue }
          }
          if a[x].needsAllElseSame(b[y]), !opposites.isAllElseSame(a[x].tokens, b[y].tokens) {
            continue
          }
          if ground == .sentence {
            let isOnly =
              freeA.filter { a[$0].mayReplace(b[y]) }.count == 1
              && freeB.filter { a[x].mayReplace(b[$0]) }.count == 1
            guard isOnly else { continue }
          }
          pairs.append(Pair(x: x, y: y, ground: ground))
        }
      }
    }
    return pairs + namesakes(a, missingA, b, missingB)
  }

  /// What stands for what by what the two have in common, in whatever sentences.
  private func namesakes(_ a: [M], _ missingA: [Bool], _ b: [M], _ missingB: [Bool]) -> [Pair] {
    let ofA = Self.onlyNamesakes(a)
    let ofB = Self.onlyNamesakes(b)
    return ofA.compactMap { key, x in
      guard let y = ofB[key], missingA[x], missingB[y], isInScopeA(a[x].tokens),
        isInScopeB(b[y].tokens), a[x].mayReplace(b[y]), !a[x].agrees(with: b[y])
      else { return nil }
      return Pair(x: x, y: y, ground: .sentence)
    }
  }

  /// The first mention of each that is the only one with what it has in common with others.
  private static func onlyNamesakes(_ mentions: [M]) -> [[UInt64]: Int] {
    var first: [[UInt64]: Int] = [:]
    var several: Set<[UInt64]> = []
    for (number, mention) in mentions.enumerated() {
      guard let key = mention.namesakes, !several.contains(key) else { continue }
      if let known = first[key] {
        if !mentions[known].agrees(with: mention) { several.insert(key) }
      } else {
        first[key] = number
      }
    }
    return first.filter { !several.contains($0.key) }
  }

  private func bySentence(_ mentions: [M], _ sentences: Sentences) -> [[Int]] {
    var found = [[Int]](repeating: [], count: sentences.count)
    for (number, mention) in mentions.enumerated() {
      found[sentences.number(ofToken: mention.tokens.lowerBound)].append(number)
    }
    return found
  }

  /// Whether the same stands in one of these sentences of the other text.
  private func stands(
    _ mention: M, among others: [M], _ bySentence: [[Int]], _ sentences: [Int]
  ) -> Bool {
    sentences.contains { sentence in
      bySentence[sentence].count > mostInSentence
        || bySentence[sentence].contains { mention.agrees(with: others[$0]) }
    }
  }

  /// Whether the word directly before or behind is the same.
  private func hasSameNeighbour(_ x: Range<Int>, _ y: Range<Int>) -> Bool {
    opposites.areSame(x.lowerBound - 1, y.lowerBound - 1)
      || opposites.areSame(x.upperBound, y.upperBound)
  }

  /// What stands in one text only and is not told as changed, each once.
  private func alone(
    _ mentions: [M], _ missing: [Bool], _ used: Set<Int>, _ isInScope: (Range<Int>) -> Bool,
    _ gaps: [Int], _ sentencesOpposite: (Int) -> [Range<Int>]
  ) -> [(bytes: Range<Int>, weight: Change.Weight)] {
    var told = used.sorted().map { mentions[$0] }
    var found: [(bytes: Range<Int>, weight: Change.Weight)] = []
    for (number, mention) in mentions.enumerated()
    where missing[number] && mention.isTelling && !used.contains(number)
      && isInScope(mention.tokens)
    {
      guard told.count < Self.mostTold else { break }
      let opposite = sentencesOpposite(mention.tokens.lowerBound)
      if opposite.contains(where: { Self.lies(in: $0, anyOf: gaps) }) { continue }
      if told.contains(where: { $0.agrees(with: mention) }) { continue }
      told.append(mention)
      found.append((mention.bytes, opposite.isEmpty ? .withSentence : .withinSentence))
    }
    return found
  }

  private static func lies(in range: Range<Int>, anyOf gaps: [Int]) -> Bool {
    let first = gaps.partitioningIndex { $0 >= range.lowerBound }
    return first < gaps.count && gaps[first] < range.upperBound
  }

  /// Beyond this nothing more of a kind is told. Bounds time.
  private static var mostTold: Int { 500 }
}
