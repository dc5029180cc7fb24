import Testing

@testable import StemmaFormats

/// A debug build takes many times as long: there a few of the places and sizes show enough.
#if DEBUG
private let (pieces, step): ([Int], Int) = ([7], 16)
#else
private let (pieces, step): ([Int], Int) = ([1, 7, 64], 1)
#endif

@Suite("Packed streams")
struct PackedStreamTests {
  /// The two packings, by name so that a test can be told by it.
  enum Packing: String, CaseIterable, Sendable {
    case gzip, zstandard

    var samples: PackedSamples.Samples {
      self == .gzip ? PackedSamples.gzip : PackedSamples.zstandard
    }

    func unpack(
      _ bytes: [UInt8], piece: Int = 1 << 18, limit: Int = 1 << 24
    ) throws(ReadError) -> [UInt8] {
      let base = ArrayStream(bytes, piece: piece)
      return try self == .gzip
        ? GzipStream(base).readAll(limit: limit) : ZstdStream(base).readAll(limit: limit)
    }
  }

  @Test("Several members one after the other are one text", arguments: Packing.allCases)
  func members(packing: Packing) throws {
    let samples = packing.samples
    let bytes = samples.first + samples.second + samples.long + samples.first
    let expected =
      samples.firstText + PackedSamples.second + PackedSamples.long + samples.firstText
    #expect(try packing.unpack(bytes) == expected)
  }

  @Test(
    "However small the pieces come, all of it is unpacked",
    arguments: Packing.allCases, pieces)
  func inPieces(packing: Packing, piece: Int) throws {
    let samples = packing.samples
    let bytes = samples.second + samples.first
    #expect(try packing.unpack(bytes, piece: piece) == PackedSamples.second + samples.firstText)
  }

  @Test("No bytes are no text", arguments: Packing.allCases)
  func empty(packing: Packing) throws {
    #expect(try packing.unpack([]) == [])
  }

  @Test("Cut off anywhere, that is said", arguments: Packing.allCases)
  func cut(packing: Packing) {
    let samples = packing.samples
    for count in stride(from: 1, to: samples.first.count, by: step) {
      #expect(throws: ReadError.self, "\(count) bytes") {
        try packing.unpack(Array(samples.first.prefix(count)))
      }
    }
  }

  @Test("Cut off in a later member, that is said", arguments: Packing.allCases)
  func cutLater(packing: Packing) {
    let samples = packing.samples
    let bytes = samples.first + samples.second.dropLast(3)
    let error = #expect(throws: ReadError.self) { try packing.unpack(bytes) }
    #expect(error?.reason.contains("end too early") == true)
  }

  @Test("Damaged data are said to be so", arguments: Packing.allCases)
  func damaged(packing: Packing) {
    var bytes = packing.samples.first
    // The checksum, which both formats have near the end.
    bytes[bytes.count - (packing == .gzip ? 6 : 2)] ^= 0x55
    let error = #expect(throws: ReadError.self) { try packing.unpack(bytes) }
    #expect(error?.reason.contains("damaged") == true)
  }

  @Test("A limit ends the unpacking before memory is full", arguments: Packing.allCases)
  func limit(packing: Packing) throws {
    let long = packing.samples.long
    let error = #expect(throws: ReadError.self) { try packing.unpack(long, limit: 1 << 20) }
    #expect(error?.reason.contains("larger than 1 MB") == true)
    #expect(try packing.unpack(long, limit: PackedSamples.long.count).count == 1_200_000)
  }

  @Test("Bytes read ahead are not lost", arguments: [0, 1, 5, 100])
  func peeked(count: Int) throws {
    let bytes = Array("0123456789".utf8)
    let stream = try PeekedStream(ArrayStream(bytes, piece: 3), count: count)
    #expect(stream.head.count >= min(count, bytes.count))
    #expect(bytes.starts(with: stream.head))
    #expect(try stream.readAll(limit: 100) == bytes)
  }
}
