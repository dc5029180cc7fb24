import Testing

@testable import StemmaFormats

@Suite("SHA-256")
struct SHA256Tests {
  /// The examples of FIPS 180-4, and lengths at which the padding takes another block.
  private static let known: [(text: String, digest: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("The published examples", arguments: known.indices)
  func published(index: Int) {
    let example = Self.known[index]
    #expect(SHA256.hex(SHA256.digest(Array(example.text.utf8))) == example.digest)
  }

  @Test("In pieces of any length it is the same", arguments: [1, 55, 56, 63, 64, 65, 200])
  func pieces(length: Int) {
    let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: length) {
      hash.update(bytes[start..<min(bytes.count, start + length)])
    }
    #expect(hash.finish() == SHA256.digest(bytes))
  }
}
