internal import CTables

/// What docs/signature.md says of one Unicode scalar, read from the generated tables.
struct ScalarProperties {
  enum Kind: UInt32 {
    case separator = 0
    case word = 1
    /// Scripts without spaces, read as overlapping pairs of characters.
    case pairs = 2
    /// Scripts without spaces and of few letters, read as overlapping triples.
    case triples = 3
    case ignored = 4
  }

  let bits: UInt32

  init(_ scalar: UInt32) {
    guard scalar < 0x110000 else {
      bits = 0
      return
    }
    let block = Int(stemma_unicode_blocks[Int(scalar >> 7)])
    bits = stemma_unicode_properties[block << 7 | Int(scalar & 127)]
  }

  var kind: Kind { Kind(rawValue: bits & 7) ?? .separator }
  var isMark: Bool { bits & 8 != 0 }
  var isUppercase: Bool { bits & 16 != 0 }
  var isNumber: Bool { bits & 32 != 0 }
  /// Whether the folding may combine with what stands before it.
  var mayCombine: Bool { bits & 64 != 0 }
  /// Length in bytes of the folding; 0 where the scalar folds to itself.
  var foldingLength: Int { Int(bits >> 8 & 0xFF) }
  private var foldingStart: Int { Int(bits >> 16) }

  /// A byte of the folding of a scalar that does not fold to itself.
  func foldingByte(_ offset: Int) -> UInt8 { stemma_unicode_foldings[foldingStart + offset] }
}

/// Decodes the scalar that begins at `position` of bytes that should be UTF-8.
///
/// Never traps: bytes that are not UTF-8 come out as U+FFFD, one byte each.
@inline(__always)
func decodeScalar(_ text: Span<UInt8>, at position: Int) -> (scalar: UInt32, length: Int) {
  let lead = UInt32(text[position])
  if lead < 0x80 { return (lead, 1) }
  let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
  guard lead >= 0xC2, lead <= 0xF4, position + length <= text.count else { return (0xFFFD, 1) }
  var scalar = lead & (0x7F >> UInt32(length))
  for offset in 1..<length {
    let byte = UInt32(text[position + offset])
    guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    scalar = scalar << 6 | byte & 0x3F
  }
  // Overlong forms, surrogates and what lies beyond Unicode.
  if length == 3, scalar < 0x800 || scalar >> 11 == 0x1B { return (0xFFFD, 1) }
  if length == 4, scalar < 0x10000 || scalar > 0x10FFFF { return (0xFFFD, 1) }
  return (scalar, length)
}
