/// How the slots of a sketch are put together into bands: two texts are a candidate where all rows
/// of one band are equal (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, section 3.4).
struct Banding: Equatable {
  /// Slots a band, *r*.
  let rows: Int
  /// Bands, *b*.
  let bands: Int

  /// The share of the pairs just at the threshold that are to be found; of closer ones it is more.
  static let leastRecall = 0.99

  /// The most rows, and so the fewest false candidates, with which pairs at the threshold are found.
  ///
  /// - Parameter threshold: the least Jaccard resemblance, above 0 to 1.
  init(threshold: Double, slots: Int = NearDuplicateSketch.slots) {
    let possible = (1...slots).filter {
      Self.recall(at: threshold, rows: $0, bands: slots / $0) >= Self.leastRecall
    }
    rows = possible.max() ?? 1
    bands = slots / rows
  }

  /// The chance that a pair of a resemblance becomes a candidate: 1 - (1 - *J*^*r*)^*b*.
  static func recall(at resemblance: Double, rows: Int, bands: Int) -> Double {
    1 - power(1 - power(resemblance, rows), bands)
  }

  /// By multiplication, which comes to the same on every machine.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
