/// A derivation judged without common matter: the rest of the two texts shows none.
struct CommonMatterTrial: Sendable {
  /// What the rest shows.
  var rest: PairFinding
  /// The two have nothing else in common, or are of one outlet and at most of one story.
  var isAlone: Bool
  /// The core of the longest run that was left out of both.
  var matter: CommonMatter
  /// Hashes of runs of words within it, a sample (Broder 1997): by them the same matter is known
  /// again where more or less of it is shared.
  var words: [UInt64]
  /// The same of the core.
  var coreWords: [UInt64]

  static let mostWords = 8
}

/// Tells notices from stories: what most pairs that share it share alone is common matter.
///
/// A passage of an agency stands in reports that otherwise tell the same story, too; a teaser below
/// the articles of an outlet in such as have nothing to do with each other. Either may be seen in a
/// pair of the other kind: a round-up takes over the passage, and two articles on one event have
/// the teaser. So the pairs vote.
struct CommonMatterVotes {
  /// The share of the votes that outvotes what the pair itself says.
  private static let outvoting = 0.75

  private var votes: [UInt64: (alone: Int, all: Int)] = [:]

  init(_ trials: [CommonMatterTrial]) {
    for trial in trials {
      for word in trial.words {
        var (alone, all) = votes[word] ?? (0, 0)
        all += 1
        alone += trial.isAlone ? 1 : 0
        votes[word] = (alone, all)
      }
    }
  }

  /// Whether what the pair shares is common matter: what the pair itself says, unless three in four
  /// of those that share it say otherwise.
  func isCommonMatter(_ trial: CommonMatterTrial) -> Bool {
    let found = trial.words.compactMap { votes[$0] }
    let all = Double(found.reduce(0) { $0 + $1.all })
    let alone = Double(found.reduce(0) { $0 + $1.alone })
    return trial.isAlone ? all - alone <= Self.outvoting * all : alone > Self.outvoting * all
  }
}

extension CommonMatterTrial {
  /// So many runs are listed, those of most texts first.
  private static let mostListed = 100
  private static let mostLookedAt = 10_000

  /// The matter to list, each once: that of most texts first, of these the longest.
  static func listed(
    _ trials: [CommonMatterTrial], text: (CommonMatter) throws -> [UInt8]
  ) rethrows -> [CommonMatter] {
    var seen: Set<UInt64> = []
    var result: [CommonMatter] = []
    let ordered = trials.sorted {
      let (x, y) = ($0.matter, $1.matter)
      return (y.documents, y.range.count, x.document, x.range.lowerBound)
        < (x.documents, x.range.count, y.document, y.range.lowerBound)
    }
    for trial in ordered.prefix(mostLookedAt) where result.count < mostListed {
      // Half of it was listed: the same with other ends.
      let known = trial.coreWords.count { seen.contains($0) }
      seen.formUnion(trial.coreWords)
      guard 2 * known < trial.coreWords.count else { continue }
      var matter = trial.matter
      matter.show(try text(matter))
      result.append(matter)
    }
    return result
  }
}
