import Testing

@testable import StemmaKit

/// What Swift's own decoder makes of the bytes from `position` on: a scalar, or nothing valid.
private func naiveScalar(_ bytes: ArraySlice<UInt8>) -> UInt32? {
  for length in 1...4 where length <= bytes.count {
    if let text = String(validating: bytes.prefix(length), as: UTF8.self) {
      return text.unicodeScalars.first?.value
    }
  }
  return nil
}

@Suite struct ScalarClassTests {
  @Test func `Every scalar is decoded as it was encoded`() {
    for value in stride(from: UInt32(0), to: 0x110000, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let decoded = decodeScalar(bytes.span, at: 0)
      if decoded.scalar != value || decoded.length != bytes.count {
        Issue.record("U+\(String(value, radix: 16)) came out as \(decoded)")
      }
    }
  }

  @Test func `A byte that begins no sequence is a replacement character of one byte`() {
    for byte in UInt8(0x80)...0xFF {
      for next: [UInt8] in [[], [0x20], [0xC3], [0xFF, 0x80]] {
        let bytes = [byte] + next
        let decoded = decodeScalar(bytes.span, at: 0)
        #expect(decoded == (0xFFFD, 1), "\(bytes)")
      }
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Random bytes are decoded as Swift decodes them`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let bytes = random.bytes(count: 300)
    var position = 0
    while position < bytes.count {
      let decoded = decodeScalar(bytes.span, at: position)
      let expected = naiveScalar(bytes[position...])
      // Forms that decode but are not UTF-8 have a test of their own below.
      let isWellFormed = !isIllFormed(Array(bytes[position...]))
      if isWellFormed {
        #expect(decoded.scalar == expected ?? 0xFFFD, "seed \(seed), byte \(position): \(bytes)")
      }
      position += decoded.length
    }
  }

  @Test(
    arguments: [
      // An overlong "a", in three bytes and in four; a surrogate; a value beyond Unicode.
      [0xE0, 0x81, 0xA1], [0xF0, 0x80, 0x81, 0xA1], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func `Overlong forms, surrogates and values beyond Unicode are not UTF-8`(bytes: [UInt8]) {
    let decoded = decodeScalar(bytes.span, at: 0)
    #expect(decoded == (0xFFFD, 1))
  }

  @Test func `An overlong letter is no word`() {
    #expect(tokens(bytes: [0x62, 0x20, 0xE0, 0x81, 0xA1, 0x20, 0x63]).count == 2)
  }

  @Test func `What docs/signature.md says of a class holds for one scalar of each`() {
    let expected: [(UInt32, ScalarProperties.Kind)] = [
      (0x200B, .separator), (0x2BC, .separator), (0x374, .separator), (0xE000, .separator),
      (0x378, .separator), (0xAD, .ignored), (0x640, .ignored), (0x64B, .ignored),
      (0x5B0, .ignored), (0xFE0F, .ignored), (0x3042, .pairs), (0x4E00, .pairs), (0xE01, .triples),
      (0x1000, .triples), (0x1780, .triples), (0x61, .word), (0x301, .word), (0x967, .word),
      (0x2160, .word), (0x27, .separator), (0x2019, .separator), (0x110000, .separator),
    ]
    for (scalar, kind) in expected {
      let found = ScalarProperties(scalar).kind
      #expect(found == kind, "U+\(String(scalar, radix: 16))")
    }
  }

  /// Whether the bytes begin with a form that only the shape of its bytes makes look like UTF-8.
  private func isIllFormed(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 1 else { return false }
    switch bytes[0] {
    case 0xE0: return bytes[1] < 0xA0
    case 0xED: return bytes[1] >= 0xA0
    case 0xF0: return bytes[1] < 0x90
    case 0xF4: return bytes[1] >= 0x90
    default: return false
    }
  }
}
