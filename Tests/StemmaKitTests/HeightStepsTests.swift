import Testing

@testable import StemmaKit

@Suite struct HeightStepsTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Heights are those of a row of all cells`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let places = [1, 62, 63, 64, 65, 200, 700][Int(seed % 7)]
    var row = [Int32](repeating: 0, count: places + 1)
    // What is left from an earlier pair must not matter.
    var allBits = [UInt64](repeating: .max, count: HeightSteps.words(places: places))
    var allHeights = [Int32](repeating: 9999, count: places + 1)
    var bits = allBits.mutableSpan
    var heights = allHeights.mutableSpan
    HeightSteps.clear(&bits, &heights, places: places)
    var end = 1
    for _ in 0..<300 {
      let place = random.number(0...places - 1)
      let step = HeightSteps.step(bits, at: place)
      let before = heights[step]
      let expected = row[place]
      #expect(before == expected, "seed \(seed), \(place)")
      let height = expected + Int32(random.number(1...5))
      let isRaised = row[place + 1] < height
      for cell in place + 1...places { row[cell] = max(row[cell], height) }
      let raised = HeightSteps.raise(
        &bits, &heights, from: place + 1, to: height, before: step, end: &end)
      #expect(raised == isRaised, "seed \(seed), \(place)")
    }
    for cell in 0...places {
      let height = heights[HeightSteps.step(bits, at: cell)]
      #expect(height == row[cell], "seed \(seed), \(cell)")
    }
  }
}
