internal import StemmaKit

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A search of the program, as a user would run it.
public enum Search: Sendable, Equatable {
  /// Pairs whose word 5-grams resemble each other at least so much.
  case nearDuplicates(Double)
  /// Copies, rewrites and excerpts.
  case derivations

  public var name: String {
    switch self {
    case .nearDuplicates(let threshold): "near-duplicates \(threshold)"
    case .derivations: "derivations"
    }
  }

  /// The arguments of `stemma` that search a file and write what was found to another, and the times
  /// of the stages to a third.
  public func arguments(
    _ path: String, threads: Int, to output: String, times: String
  ) -> [String] {
    var arguments = ["scan", path]
    if case .nearDuplicates(let threshold) = self {
      arguments += ["--near-duplicates", "\(threshold)"]
    }
    return arguments + [
      "--threads", "\(threads)", "--format", "json", "--quiet", "-o", output, "--times", times,
    ]
  }

  /// The pairs of ids that a report of `stemma.scan/1` names as found.
  ///
  /// - Throws: where the file cannot be read or is no such report.
  public func pairs(in path: String) throws -> [(a: String, b: String)] {
    struct Report: Decodable {
      struct Pair: Decodable {
        var a: String
        var b: String
        var relation: String
      }
      var pairs: [Pair]
    }
    let data = try Data(contentsOf: URL(filePath: path))
    let pairs = try JSONDecoder().decode(Report.self, from: data).pairs
    return pairs.filter { pair in
      // Two texts may be near-duplicates by their words, whatever else they are.
      self != .derivations || Relation(rawValue: pair.relation)?.isDerivation == true
    }.map { ($0.a, $0.b) }
  }

  /// The scores of what was found: of all, and the recall of rewrites where they are searched for.
  public func score(
    _ pairs: [(a: String, b: String)], in corpus: SyntheticCorpus
  ) -> (all: Score, rewrites: Score?) {
    let found = pairs.compactMap { pair -> Score.Pair? in
      guard let a = corpus.document(of: pair.a), let b = corpus.document(of: pair.b) else {
        return nil
      }
      return Score.Pair(a, b)
    }
    switch self {
    case .nearDuplicates(let threshold):
      return (.nearDuplicates(found: found, threshold: threshold, in: corpus), nil)
    case .derivations:
      return (
        .derivations(found: found, in: corpus),
        .derivations(found: found, kind: .rewrite, in: corpus)
      )
    }
  }
}
