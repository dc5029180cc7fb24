/// Exact overlap of the sets of shingles of two texts (Broder, SEQUENCES 1997).
public struct SetOverlap: Sendable, Equatable {
  /// Distinct shingles of each text, and those in both.
  public let countA: Int
  public let countB: Int
  public let shared: Int

  /// - Parameter length: tokens a shingle.
  /// - Complexity: O(*n* + *m*) expected.
  public init(_ a: [UInt64], _ b: [UInt64], shingleLength length: Int) {
    self.init(
      vocabulary: PairVocabulary(
        Shingles.hashes(of: a, length: length), Shingles.hashes(of: b, length: length)))
  }

  init(countA: Int, countB: Int, shared: Int) {
    self.countA = countA
    self.countB = countB
    self.shared = shared
  }

  init(vocabulary: PairVocabulary) {
    var countA = 0
    var countB = 0
    var shared = 0
    for id in 0..<vocabulary.count {
      let inA = vocabulary.countA[id] > 0
      let inB = vocabulary.countB[id] > 0
      countA += inA ? 1 : 0
      countB += inB ? 1 : 0
      shared += inA && inB ? 1 : 0
    }
    self.countA = countA
    self.countB = countB
    self.shared = shared
  }

  /// The Jaccard coefficient, 0 to 1; 0 of two empty sets.
  public var resemblance: Double {
    let union = countA + countB - shared
    return union == 0 ? 0 : Double(shared) / Double(union)
  }

  /// The share of the first text's shingles that stand in the second, 0 to 1.
  public var containmentOfA: Double { countA == 0 ? 0 : Double(shared) / Double(countA) }
  public var containmentOfB: Double { countB == 0 ? 0 : Double(shared) / Double(countB) }
}
