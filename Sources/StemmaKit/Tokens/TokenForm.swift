internal import CXXHash

/// The normalised form of one token while it is being read.
struct TokenForm {
  private var bytes = [UInt8](repeating: 0, count: 256)
  private var count = 0
  private var mayCombine = false

  /// Empties the form and keeps its room.
  mutating func clear() {
    count = 0
    mayCombine = false
  }

  /// Appends the folding of a scalar, which are the `bytes` of the text where it folds to itself.
  mutating func append(
    _ properties: ScalarProperties, bytes range: Range<Int>, of text: Span<UInt8>
  ) {
    mayCombine = mayCombine || properties.mayCombine
    let length = properties.foldingLength
    makeRoom(max(length, range.count))
    if length > 0 {
      for offset in 0..<length { bytes[count + offset] = properties.foldingByte(offset) }
      count += length
    } else {
      for offset in range {
        bytes[count] = text[offset]
        count += 1
      }
    }
  }

  /// The token hash; `nil` where nothing is left of the token.
  mutating func hash() -> UInt64? {
    if mayCombine {
      var form = Array(bytes[..<count])
      Composition.compose(&form)
      return form.isEmpty
        ? nil : form.withUnsafeBufferPointer { stemma_xxh3_64($0.baseAddress, $0.count) }
    }
    guard count > 0 else { return nil }
    return bytes.withUnsafeBufferPointer { stemma_xxh3_64($0.baseAddress, count) }
  }

  private mutating func makeRoom(_ more: Int) {
    guard count + more > bytes.count else { return }
    bytes.append(contentsOf: repeatElement(0, count: max(more, bytes.count)))
  }
}

/// XXH3-64 (seed 0) of the UTF-8 of a form that is normalised already: its token hash.
public func tokenHash(ofNormalised form: String) -> UInt64 {
  var form = form
  return form.withUTF8 { stemma_xxh3_64($0.baseAddress, $0.count) }
}
