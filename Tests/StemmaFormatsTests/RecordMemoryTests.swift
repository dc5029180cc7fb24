import Testing

@testable import StemmaFormats

/// A beginning, then as many bytes of one kind as are asked for; notes the most that a reader held.
private final class LongStream: ByteStream {
  private(set) var mostHeld = 0
  private var start: [UInt8]
  private var left: Int
  private let byte: UInt8
  private var end: [UInt8]

  init(_ start: String, _ byte: Unicode.Scalar, count: Int, end: String) {
    self.start = Array(start.utf8)
    self.byte = UInt8(ascii: byte)
    left = count
    self.end = Array(end.utf8)
  }

  func read(into buffer: inout [UInt8]) -> Bool {
    defer { mostHeld = max(mostHeld, buffer.count) }
    if !start.isEmpty {
      buffer += start
      start = []
    } else if left > 0 {
      let count = min(left, 1 << 16)
      buffer.append(contentsOf: repeatElement(byte, count: count))
      left -= count
    } else if !end.isEmpty {
      buffer += end
      end = []
    } else {
      return false
    }
    return true
  }
}

@Suite("A record without end")
struct RecordMemoryTests {
  private static let limit = 1 << 18
  /// Eight times the limit.
  private static let count = 1 << 21

  private func told(
    _ stream: LongStream, _ cutter: (LongStream, Int) throws -> any RecordCutter
  ) throws -> [String] {
    let reader = try RecordReader(
      path: "in", cutter(stream, Self.limit), fields: FieldNames())
    let told = reader.told()
    // The record up to the limit, and the piece that showed that it is larger.
    #expect(stream.mostHeld < Self.limit + 3 << 16)
    return told
  }

  @Test(
    "Of a cell no more is held than the limit", arguments: ["w", "\n", ","] as [Unicode.Scalar])
  func cell(byte: Unicode.Scalar) throws {
    for (end, last) in [("\"\nb,y\n", "b=y"), ("", "")] {
      let stream = LongStream("id,text\na,x\nc,\"", byte, count: Self.count, end: end)
      let told = try told(stream) {
        try TableCutter($0, .comma, fields: FieldNames(), limit: $1)
      }
      #expect(told.first == "a=x")
      #expect(told.dropFirst().first?.hasPrefix("in:3: ") == true)
      #expect(told.count == (last.isEmpty ? 2 : 3))
      if !last.isEmpty { #expect(told.last == last) }
    }
  }

  @Test("Of an unquoted row, in which every mark is doubled, and of a header neither")
  func rows() throws {
    for (start, byte) in [("c,", "w"), ("c,\"", "\""), ("c,\"x\"", "y")]
      as [(String, Unicode.Scalar)]
    {
      let stream = LongStream("id,text\n" + start, byte, count: Self.count, end: "\nb,y\n")
      let told = try told(stream) {
        try TableCutter($0, .comma, fields: FieldNames(), limit: $1)
      }
      #expect(told.first?.hasPrefix("in:2: ") == true)
    }
    let stream = LongStream("id", ",", count: Self.count, end: "\nb,y\n")
    #expect(throws: ReadError.self) {
      try TableCutter(stream, .comma, fields: FieldNames(), limit: Self.limit)
    }
    #expect(stream.mostHeld < Self.limit + 3 << 16)
  }

  @Test("Of an element of an array neither", arguments: ["w", "[", " ", ","] as [Unicode.Scalar])
  func element(byte: Unicode.Scalar) throws {
    let start = #"[{"id":"a","text":"x"}"#
    for (open, close) in [(#",{"text":""#, #""},{"id":"b","text":"y"}]"#), (",", "]")] {
      let stream = LongStream(start + open, byte, count: Self.count, end: close)
      let told = try told(stream) { try JSONCutter($0, isArray: true, limit: $1) }
      #expect(told.first == "a=x")
      if open != "," { #expect(told.last == "b=y") }
    }
  }

  @Test("Of a line neither")
  func line() throws {
    let stream = LongStream(
      "{\"text\":\"", "w", count: Self.count, end: "\"}\n{\"id\":\"b\",\"text\":\"y\"}")
    let told = try told(stream) { LineCutter($0, limit: $1) }
    #expect(told.count == 2)
    #expect(told.last == "b=y")
  }
}
