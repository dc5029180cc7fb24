/// Learns from the texts of a collection which runs of words are common matter.
///
/// Runs of eight words count once a text. Of large collections only a ``RunSample`` counts, so that
/// the table stays as large as it is: what lies between two sampled runs that are common is taken
/// for common, too.
struct CommonRuns {
  /// Words of a run: shorter ones are phrases that anybody may use.
  static let shingleLength = 8
  /// In so many texts a run must stand; in fewer where all of them are of one house.
  static let leastDocuments = 5
  static let leastOfHouse = 4

  /// As many runs are counted.
  private static let mostCounted = 1 << 22

  /// A run of common words: its tokens, and in how many texts the commonest part of it stands.
  struct Run {
    var tokens: Range<Int>
    var documents: Int
  }

  private let sample: RunSample
  private let table: RunTable

  /// Which runs are counted of texts that have so many tokens together.
  static func sample(tokens: Int) -> RunSample { RunSample(tokens: tokens, most: mostCounted) }

  /// Counts the runs of texts.
  ///
  /// - Parameters:
  ///   - sample: what found the runs.
  ///   - portions: those of all texts.
  ///   - houses: of each text, by number.
  init(_ sample: RunSample, _ portions: [RunPortion], houses: [RunTable.House], threads: Int) {
    self.sample = sample
    table = RunTable(portions, houses: houses, threads: threads)
  }

  private static func isCommon(_ count: RunTable.Count) -> Bool {
    count.texts >= (count.isOfOneHouse ? leastOfHouse : leastDocuments)
  }

  /// The numbers of the texts that have common runs.
  ///
  /// - Parameter portions: those that were counted.
  func texts(withCommon portions: [RunPortion], threads: Int) -> Set<Int> {
    table.texts(portions, threads: threads, where: Self.isCommon)
  }

  /// The part of a run that stands in most texts, and those around it that stand in half as many.
  ///
  /// - Parameter shingles: all of the text.
  func core(of run: Range<Int>, shingles: [UInt64]) -> Run {
    let places = run.lowerBound...run.upperBound - Self.shingleLength
    let sampled = places.filter { sample.contains(shingles[$0]) }
    let counts = sampled.map { Int(table[shingles[$0]].texts) }
    guard let most = counts.max(), let peak = counts.firstIndex(of: most) else {
      return Run(tokens: run, documents: 0)
    }
    var (first, last) = (peak, peak)
    while first > 0, 2 * counts[first - 1] >= most { first -= 1 }
    while last + 1 < counts.count, 2 * counts[last + 1] >= most { last += 1 }
    return Run(
      tokens: sampled[first]..<sampled[last] + Self.shingleLength, documents: most)
  }

  /// The runs of a text with the frame of its page, of which no more is known than that two have it.
  static func joined(_ runs: [Run], _ frame: [Range<Int>]) -> [Run] {
    guard !frame.isEmpty else { return runs }
    var joined: [Run] = []
    for run in (runs + frame.map { Run(tokens: $0, documents: 2) }).sorted(by: {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }) {
      if let last = joined.last, last.tokens.upperBound >= run.tokens.lowerBound {
        let end = max(last.tokens.upperBound, run.tokens.upperBound)
        joined[joined.count - 1] = Run(
          tokens: last.tokens.lowerBound..<end, documents: max(last.documents, run.documents))
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  /// The common runs of a text, in order.
  func runs(in tokens: [UInt64]) -> [Run] {
    guard tokens.count >= Self.shingleLength else { return [] }
    var runs: [Run] = []
    var isOpen = false
    let shingles = Shingles.hashes(of: tokens, length: Self.shingleLength)
    let sampled = shingles.indices.filter { sample.contains(shingles[$0]) }
    for (place, count) in zip(sampled, table.counts(sampled.map { shingles[$0] })) {
      let (documents, isCommon) = (Int(count.texts), Self.isCommon(count))
      if isCommon {
        let end = place + Self.shingleLength
        if isOpen || runs.last.map({ $0.tokens.upperBound >= place }) ?? false {
          let last = runs.removeLast()
          runs.append(
            Run(
              tokens: last.tokens.lowerBound..<end, documents: max(last.documents, documents)))
        } else {
          runs.append(Run(tokens: place..<end, documents: documents))
        }
      }
      isOpen = isCommon
    }
    return runs
  }
}
