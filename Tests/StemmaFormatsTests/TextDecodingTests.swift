import Testing

@testable import StemmaFormats

@Suite("The decoding of a text")
struct TextDecodingTests {
  @Test(
    "UTF-8 stays as it is, byte for byte", arguments: ["", "Words.", "Grüße, 你好, שלום", "a\u{0}b"])
  func unicode(text: String) throws {
    guard !text.contains("\u{0}") else {
      #expect(throws: ReadError.self) { try TextDecoding.decode(Array(text.utf8)) }
      return
    }
    let decoded = try TextDecoding.decode(Array(text.utf8))
    #expect(decoded.text == Array(text.utf8))
    #expect(decoded.remark == nil)
  }

  @Test(
    "UTF-16 is told by its mark, and becomes UTF-8 without it",
    arguments: ["Grüße", "你好", "😀 pairs", ""], [false, true])
  func wide(text: String, bigEndian: Bool) throws {
    let bytes = ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
    let decoded = try TextDecoding.decode(bytes)
    #expect(String(decoding: decoded.text, as: UTF8.self) == text)
    #expect(decoded.remark?.contains("UTF-16") == true)
  }

  @Test("UTF-16 with a byte too many or half a pair is still text")
  func wideDamaged() throws {
    let decoded = try TextDecoding.decode([0xFF, 0xFE, 0x41, 0, 0x3D, 0xD8, 0x42])
    #expect(String(decoding: decoded.text, as: UTF8.self) == "A\u{FFFD}")
  }

  @Test("What is not UTF-8 is read as Windows-1252, with a remark")
  func legacy() throws {
    let decoded = try TextDecoding.decode([
      0x93, 0x47, 0x72, 0xFC, 0xDF, 0x65, 0x94, 0x20, 0x80, 0x20, 0x96, 0x20, 0x9F, 0xFF,
    ])
    #expect(String(decoding: decoded.text, as: UTF8.self) == "“Grüße” € – Ÿÿ")
    #expect(decoded.remark?.contains("Windows-1252") == true)
  }

  @Test("Any byte of the upper half becomes one character of valid UTF-8")
  func upperHalf() {
    let text = String(
      validating: TextDecoding.windows1252((0x80...0xFF).map { UInt8($0) }), as: UTF8.self)
    #expect(text?.unicodeScalars.count == 128)
  }

  @Test(
    "Binary files are no texts",
    arguments: [
      [0x00], Array("Words\u{0} and words".utf8), Array("%PDF-1.4\n%\u{E2}\u{E3}".utf8),
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x01, 0x02, 0x03],
    ])
  func binary(bytes: [UInt8]) {
    let error = #expect(throws: ReadError.self) { try TextDecoding.decode(bytes) }
    #expect(error?.reason.contains("binary") == true)
  }

  @Test("A few stray control characters are forgiven, many are not")
  func control() throws {
    let words = String(repeating: "some words ", count: 20)
    let few = Array((words + "\u{1}\u{2}").utf8)
    #expect(try TextDecoding.decode(few).text == few)
    let formatted = Array("Page\u{C} one\r\n\ttwo \u{1B}[1m".utf8)
    #expect(try TextDecoding.decode(formatted).text == formatted)
    #expect(throws: ReadError.self) {
      try TextDecoding.decode(Array((words + String(repeating: "\u{1}", count: 20)).utf8))
    }
  }
}
