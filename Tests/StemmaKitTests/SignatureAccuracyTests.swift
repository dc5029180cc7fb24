import Testing

@testable import StemmaKit

/// How near the estimate of a signature comes, measured over seeded random sets.
@Suite struct SignatureAccuracyTests {
  private static let slots = 256

  struct Setting: Sendable, CustomTestStringConvertible {
    var size: Int
    var resemblance: Double
    /// Fewer for large sets, to keep the suite fast.
    var trials: Int { size >= 5000 ? 250 : 1000 }
    var testDescription: String { "\(size) shingles, J near \(resemblance)" }
  }

  static let settings = [20, 50, 100, 500, 5000].flatMap { size in
    [0.1, 0.5, 0.9].map { Setting(size: size, resemblance: $0) }
  }

  @Test(arguments: settings)
  func `The estimate is unbiased and as exact as theory says`(setting: Setting) throws {
    // Two sets of n with s shared have J = s / (2n - s), so s = 2nJ / (1 + J).
    let shared = Int(
      2 * Double(setting.size) * setting.resemblance / (1 + setting.resemblance) + 0.5)
    let exact = Double(shared) / Double(2 * setting.size - shared)
    var random = RandomText(seed: UInt64(setting.size) + UInt64(setting.resemblance * 10))
    var sketcher = Sketcher(slotCount: Self.slots)
    var sum = 0.0
    var squares = 0.0
    for _ in 0..<setting.trials {
      let all = (0..<2 * setting.size - shared).map { _ in random.generator.next() }
      let a = sketcher.signature(of: Array(all.prefix(setting.size)))
      let b = sketcher.signature(of: Array(all.suffix(setting.size)))
      let error = try #require(a).estimatedResemblance(to: #require(b)) - exact
      sum += error
      squares += error * error
    }
    let trials = Double(setting.trials)
    let theory = (exact * (1 - exact) / Double(Self.slots)).squareRoot()
    let ratio = (squares / trials).squareRoot() / theory
    #expect(ratio <= 1.05, "\(setting): \(ratio) of sqrt(J(1 - J) / k)")
    // Nor can it be much better than theory: the sets would not be what they should be.
    #expect(ratio >= 0.3, "\(setting): \(ratio)")
    let standardError = theory / trials.squareRoot()
    #expect(abs(sum / trials) <= 4 * standardError, "\(setting): mean error \(sum / trials)")
  }
}
