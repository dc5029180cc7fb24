import Foundation
import StemmaKit

// The counterpart of peers/lcs_rapidfuzz.cpp: reads the same file, measures in the same way and
// prints the same JSON.
//
// usage: LCS FILE

/// The pairs of token sequences in a file: for each the two counts as UInt32, then the tokens as
/// UInt64, little-endian.
private func pairs(in file: Data) -> [(a: [UInt64], b: [UInt64])] {
  var position = 0
  func next<Value: FixedWidthInteger>(_: Value.Type) -> Value {
    let size = MemoryLayout<Value>.size
    precondition(position + size <= file.count, "the file ends within a pair")
    let value = file[position..<position + size].reversed().reduce(Value(0)) { $0 << 8 | Value($1) }
    position += size
    return value
  }
  var pairs: [(a: [UInt64], b: [UInt64])] = []
  while position < file.count {
    let counts = (next(UInt32.self), next(UInt32.self))
    let a = (0..<counts.0).map { _ in next(UInt64.self) }
    let b = (0..<counts.1).map { _ in next(UInt64.self) }
    pairs.append((a, b))
  }
  return pairs
}

/// Runs `pass` over all pairs until half a second is over; the median in microseconds a pair.
private func microseconds(pairs: Int, _ pass: () -> Void) -> Double {
  let clock = ContinuousClock()
  var times: [Double] = []
  pass()
  let end = clock.now + .milliseconds(500)
  while times.count < 5 || clock.now < end {
    times.append(clock.measure(pass) / .microseconds(1) / Double(pairs))
  }
  times.sort()
  return times[times.count / 2]
}

@main struct LCS {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: LCS FILE\n".utf8))
      exit(64)
    }
    let pairs = pairs(in: try Data(contentsOf: URL(filePath: CommandLine.arguments[1])))
    // Kept, so that the compiler cannot leave the work out; the caller compares them with the peer's.
    var lengths = [Int](repeating: 0, count: pairs.count)
    let oneShot = microseconds(pairs: pairs.count) {
      for index in pairs.indices {
        lengths[index] = CommonSubsequence.length(pairs[index].a, pairs[index].b)
      }
    }
    // What the judge makes of the same tokens: weighed by their rarity, forward and reversed.
    let texts = pairs.map { (WeighedText(hashes: $0.a), WeighedText(hashes: $0.b)) }
    var examiner = PairExaminer()
    var ordered = [Int](repeating: 0, count: pairs.count)
    let orderedCoverage = microseconds(pairs: pairs.count) {
      for index in texts.indices {
        ordered[index] = examiner.orderedCoverage(texts[index].0, texts[index].1).ordered
      }
    }
    print(
      """
      {"oneShot": \(oneShot), "lengths": \(lengths), "orderedCoverage": \(orderedCoverage), \
      "ordered": \(ordered)}
      """)
  }
}
