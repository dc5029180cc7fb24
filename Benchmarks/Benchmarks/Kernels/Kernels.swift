import Benchmark
import StemmaKit

// Every kernel checks its result, so that a fast wrong answer is not a fast answer.

/// A seeded text of `words` words from a vocabulary with Zipf's frequencies.
private func text(words: Int, seed: UInt64) -> [UInt8] {
  var generator = SplitMix64(state: seed)
  var text: [UInt8] = []
  for index in 0..<words {
    // The exponential of a uniform variate falls off as Zipf's law does.
    let rank = 1 << Int.random(in: 0..<13, using: &generator)
    let word = Int.random(in: rank..<2 * rank, using: &generator)
    var letters = word &* 2_654_435_761 & 0xFFFFF
    repeat {
      text.append(UInt8(0x61 + letters % 26))
      letters /= 26
    } while letters > 0
    text.append(index % 15 == 14 ? 0x2E : 0x20)
    if index % 15 == 14 { text.append(0x20) }
  }
  return text
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 5, maxDuration: .seconds(3))

  let article = text(words: 500, seed: 1)
  // Every tenth word of the other text is its own: the two resemble each other a little.
  let other = text(words: 250, seed: 1) + text(words: 250, seed: 2)
  var tokenizer = Tokenizer()
  let tokens = tokenizer.tokenize(article.span)
  let otherTokens = tokenizer.tokenize(other.span)

  Benchmark("Tokenise 500 words") { benchmark in
    var tokenizer = Tokenizer()
    for _ in benchmark.scaledIterations {
      let count = tokenizer.tokenize(article.span).count
      precondition(count == 500, "a text of 500 words has \(count) tokens")
    }
  }

  Benchmark("Signature of 500 words, k = 256, n = 5") { benchmark in
    var sketcher = Sketcher(slotCount: 256)
    let shingles = Shingles.hashes(of: tokens.hashes, length: 5)
    let expected = sketcher.signature(of: shingles.reversed())
    for _ in benchmark.scaledIterations {
      let signature = sketcher.signature(of: shingles)
      precondition(signature == expected, "the order of shingles must not matter")
    }
  }

  Benchmark("Judge two texts of 500 words") { benchmark in
    var judge = PairJudge()
    let a = WeighedText(tokens)
    let b = WeighedText(otherTokens)
    for _ in benchmark.scaledIterations {
      let finding = judge.judge(a, b)
      precondition(finding.relation.isDerivation, "the first half of b is that of a")
    }
  }
}
