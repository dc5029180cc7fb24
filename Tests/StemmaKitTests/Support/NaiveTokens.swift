import CXXHash

@testable import StemmaKit

/// The rule for tokens in docs/signature.md, scalar by scalar: the twin of the tokenizer's fast ways.
func naiveTokens(_ bytes: [UInt8], from start: Int = 0) -> Tokens {
  var tokens = Tokens()
  var position = start
  while position < bytes.count {
    let kind = scalar(bytes, position).properties.kind
    var end = position
    // The scalars of the run, without those that are passed over.
    var run: [(bytes: Range<Int>, properties: ScalarProperties)] = []
    while end < bytes.count {
      let (properties, length) = scalar(bytes, end)
      if properties.kind == kind { run.append((end..<end + length, properties)) }
      guard properties.kind == kind || properties.kind == .ignored && kind != .separator else {
        break
      }
      end += length
    }
    position = max(end, position + scalar(bytes, position).length)
    switch kind {
    case .separator, .ignored: continue
    case .word:
      var marks: TokenMarks = []
      if run[0].properties.isUppercase { marks.insert(.capitalised) }
      if run[0].properties.isNumber { marks.insert(.numeral) }
      append(run[...], of: bytes, marks: marks, to: &tokens)
    case .pairs, .triples:
      var units: [Int] = []
      for (index, item) in run.enumerated() where index == 0 || !item.properties.isMark {
        units.append(index)
      }
      let width = min(units.count, kind == .pairs ? 2 : 3)
      for first in 0...units.count - width {
        let behind = first + width < units.count ? units[first + width] : run.count
        append(run[units[first]..<behind], of: bytes, marks: .dense, to: &tokens)
      }
    }
  }
  return tokens
}

private func scalar(
  _ bytes: [UInt8], _ position: Int
) -> (properties: ScalarProperties, length: Int) {
  let (scalar, length) = decodeScalar(bytes.span, at: position)
  return (ScalarProperties(scalar), length)
}

private func append(
  _ scalars: ArraySlice<(bytes: Range<Int>, properties: ScalarProperties)>, of bytes: [UInt8],
  marks: TokenMarks, to tokens: inout Tokens
) {
  var form: [UInt8] = []
  for (range, properties) in scalars {
    if properties.foldingLength == 0 {
      form += bytes[range]
    } else {
      form += (0..<properties.foldingLength).map { properties.foldingByte($0) }
    }
  }
  Composition.compose(&form)
  guard let first = scalars.first, let last = scalars.last, !form.isEmpty else { return }
  let hash = form.withUnsafeBufferPointer { stemma_xxh3_64($0.baseAddress, $0.count) }
  tokens.append(
    hash: hash, start: first.bytes.lowerBound, end: last.bytes.upperBound, marks: marks)
}
