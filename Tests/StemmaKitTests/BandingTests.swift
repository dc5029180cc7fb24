import Testing

@testable import StemmaKit

@Suite struct BandingTests {
  private static let thresholds = (1...20).map { Double($0) / 20 }

  /// The chance of a candidate, multiplied out.
  private func recall(_ resemblance: Double, rows: Int, bands: Int) -> Double {
    let band = (0..<rows).reduce(1.0) { product, _ in product * resemblance }
    return 1 - (0..<bands).reduce(1.0) { product, _ in product * (1 - band) }
  }

  @Test(arguments: thresholds)
  func `A pair at the threshold is found 99 times in 100`(threshold: Double) {
    let banding = Banding(threshold: threshold)
    #expect(banding.rows >= 1 && banding.bands >= 1)
    #expect(recall(threshold, rows: banding.rows, bands: banding.bands) >= 0.99)
    #expect(banding.rows * banding.bands <= 128)
    // No slot is idle that could be a band.
    #expect((banding.bands + 1) * banding.rows > 128)
  }

  @Test(arguments: thresholds)
  func `With more rows it would be found less often`(threshold: Double) {
    let banding = Banding(threshold: threshold)
    for rows in 1...128 where rows > banding.rows {
      #expect(recall(threshold, rows: rows, bands: 128 / rows) < 0.99, "\(rows) rows")
    }
  }

  @Test(arguments: thresholds)
  func `Closer pairs are found more often`(threshold: Double) {
    let banding = Banding(threshold: threshold)
    var last = 0.0
    for percent in 0...100 {
      let chance = Banding.recall(
        at: Double(percent) / 100, rows: banding.rows, bands: banding.bands)
      #expect(chance >= last)
      last = chance
    }
    #expect(last == 1)
  }

  @Test func `Higher thresholds have more rows, and 1 has all`() {
    let rows = Self.thresholds.map { Banding(threshold: $0).rows }
    #expect(rows == rows.sorted())
    #expect(rows.first == 1 && rows.last == 128)
    #expect(Banding(threshold: 1).bands == 1)
  }
}
