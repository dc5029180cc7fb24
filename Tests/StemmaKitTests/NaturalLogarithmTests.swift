import Foundation
import Testing

@testable import StemmaKit

/// The logarithm by plain arithmetic against Foundation's in double precision.
@Suite struct NaturalLogarithmTests {
  /// The error, relative to the logarithm where that is more than 1.
  private func error(_ value: Float) -> Double {
    let exact = log(Double(value))
    return abs(Double(naturalLogarithm(value)) - exact) / max(1, abs(exact))
  }

  @Test func `It agrees with Foundation over all magnitudes`() {
    var random = SplitMix64(state: 1)
    for _ in 0..<50_000 {
      // Any positive normal number: exponent 1 to 254.
      let bits = UInt32.random(in: 0x0080_0000..<0x7F80_0000, using: &random)
      let value = Float(bitPattern: bits)
      if error(value) > 3e-7 { Issue.record("ln \(value) is off by \(error(value))") }
    }
  }

  @Test func `It agrees with Foundation around 1`() {
    for step in -20_000...20_000 {
      let value = 1 + Float(step) / 40_000
      if error(value) > 3e-7 { Issue.record("ln \(value) is off by \(error(value))") }
    }
  }

  @Test func `It is exactly 0 at 1`() { #expect(naturalLogarithm(1) == 0) }

  @Test func `It never falls where its argument grows by more than rounding`() {
    for step in 1..<20_000 {
      let value = Float(step) / 100
      let next = naturalLogarithm(value * 1.000_01)
      if next < naturalLogarithm(value) { Issue.record("ln falls behind \(value)") }
    }
  }
}
