@testable import StemmaKit

/// Made-up collections of which some texts are near-copies of others, to all degrees.
struct NearDuplicateTexts {
  enum Script: CaseIterable {
    case latin, cyrillic, han

    fileprivate var letters: [String] {
      switch self {
      case .latin: ["ba", "do", "fe", "gi", "ko", "lu", "me", "na", "pi", "ro", "su", "té"]
      case .cyrillic: ["ба", "до", "фе", "ги", "ко", "лю", "ме", "на", "пи", "ро", "су", "тё"]
      case .han: []
      }
    }

    fileprivate var gap: String { self == .han ? "" : " " }
  }

  private(set) var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// A word, or a character of Chinese, of 1,728.
  mutating func unit(_ script: Script) -> String {
    let number = Int.random(in: 0..<1728, using: &random)
    guard script != .han else { return String(Unicode.Scalar(0x4E00 + UInt32(number)) ?? "一") }
    let letters = script.letters
    return letters[number / 144] + letters[number / 12 % 12] + letters[number % 12]
  }

  mutating func units(_ count: Int, _ script: Script = .latin) -> [String] {
    (0..<count).map { _ in unit(script) }
  }

  /// A copy in which each unit is exchanged with a chance.
  mutating func edited(_ units: [String], _ script: Script, rate: Double) -> [String] {
    units.map { unit in
      Double.random(in: 0..<1, using: &random) < rate ? self.unit(script) : unit
    }
  }

  /// A copy changed in one way or another, a little or a lot.
  mutating func copy(_ units: [String], _ script: Script) -> [String] {
    switch number(0...7) {
    case 0: return units
    case 1, 2:
      let rate = [0.003, 0.01, 0.02, 0.04, 0.08, 0.15][number(0...5)]
      return edited(units, script, rate: rate)
    case 3, 4:
      // A part of it, and something else behind.
      let kept = number(0...units.count)
      return Array(units.prefix(kept)) + self.units(units.count - kept, script)
    case 5: return Array(units.suffix(number(min(1, units.count)...units.count)))
    case 6: return units + self.units(number(0...units.count), script)
    default:
      // Its second half first.
      let middle = units.count / 2
      return Array(units[middle...] + units[..<middle])
    }
  }

  /// Some text in sentences; the number of the sentence break tells copies apart in nothing else.
  func text(_ units: [String], _ script: Script, sentence: Int) -> String {
    let stop = script == .han ? "。" : ". "
    return stride(from: 0, to: units.count, by: sentence).map { start in
      units[start..<min(units.count, start + sentence)].joined(separator: script.gap)
    }.joined(separator: stop)
  }

  /// A collection with texts of all scripts, some short, some of a few words again and again.
  mutating func collection() -> [Document] {
    var written: [(units: [String], script: Script)] = []
    var texts: [String] = []
    for _ in 0..<number(150...300) {
      var units: [String]
      var script = Script.allCases[[0, 0, 1, 2][number(0...3)]]
      if !written.isEmpty, number(0...9) < 6 {
        // Late ones more often, so that there are copies of copies.
        let last = written.count - 1
        let base = written[max(number(0...last), number(0...last))]
        script = base.script
        units = copy(base.units, script)
      } else if number(0...9) == 0 {
        // A period and how often it comes: turned, it has the same shingles.
        let period = self.units(number(5...40), script)
        units = (0..<number(3...6)).flatMap { _ in period }
      } else {
        units = self.units(number(0...3) == 0 ? number(1...12) : number(13...240), script)
      }
      if units.isEmpty { units = self.units(1, script) }
      written.append((units, script))
      // Of Chinese, tokens are pairs of neighbours in a sentence: breaks must be where they were.
      texts.append(text(units, script, sentence: script == .han ? .max / 2 : number(6...20)))
    }
    return texts.enumerated().map { Document(id: "d\(1000 + $0)", text: $1) }
  }
}

/// The exact resemblance of all pairs of documents that share something, by their places: Jaccard's
/// coefficient of the sets of word 5-grams, token by token.
func naiveResemblances(_ documents: [Document]) -> [Candidate: Double] {
  var owners: [[UInt64]: [Int]] = [:]
  var sizes: [Int] = []
  for (index, document) in documents.enumerated() {
    let tokens = naiveTokens(document.text).hashes
    let length = min(5, tokens.count)
    var grams: Set<[UInt64]> = []
    if length > 0 {
      for start in 0...tokens.count - length { grams.insert(Array(tokens[start..<start + length])) }
    }
    sizes.append(grams.count)
    for gram in grams { owners[gram, default: []].append(index) }
  }
  var shared: [Candidate: Int] = [:]
  for list in owners.values {
    for (rank, a) in list.enumerated() {
      for b in list[(rank + 1)...] { shared[Candidate(a: a, b: b), default: 0] += 1 }
    }
  }
  var resemblances: [Candidate: Double] = [:]
  for (pair, count) in shared {
    resemblances[pair] = Double(count) / Double(sizes[pair.a] + sizes[pair.b] - count)
  }
  return resemblances
}

/// A search for near-duplicates among documents in memory.
func nearDuplicates(
  _ documents: [Document], threshold: Double, threads: Int = 1
) throws -> ScanResult {
  var sketcher = NearDuplicateSketcher()
  let sketched = documents.enumerated().compactMap { sketcher.sketch($1, number: $0) }
  var scan = NearDuplicateScan(threshold: threshold)
  scan.threads = threads
  return try scan.scan(
    NearDuplicateCollection(sketched), texts: TextsInMemory(documents.map(\.text)))
}
