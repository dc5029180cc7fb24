import Foundation
import Testing

@testable import StemmaKit

/// The published vectors, made by `Scripts/reference_signature.py`.
private struct Vectors: Decodable {
  struct Vector: Decodable {
    struct Signature: Decodable {
      var shingle: Int
      var slots: Int
      var firstShingleHashes: [String]
      var values: [String]

      enum CodingKeys: String, CodingKey {
        case shingle, slots, values
        case firstShingleHashes = "shingle_hashes_first"
      }
    }

    /// A form and where it stands, as an array in the file.
    struct Token: Decodable {
      var form: String
      var start: Int
      var end: Int

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        form = try values.decode(String.self)
        start = try values.decode(Int.self)
        end = try values.decode(Int.self)
      }
    }

    var name: String
    var text: String
    var tokens: [Token]
    var hashes: [String]
    var signatures: [Signature]

    enum CodingKeys: String, CodingKey {
      case name, text, tokens, signatures
      case hashes = "token_hashes"
    }
  }

  var version: String
  var vectors: [Vector]

  static func load() throws -> Vectors {
    let url = try #require(
      Bundle.module.url(
        forResource: "signature_vectors", withExtension: "json", subdirectory: "Vectors"))
    return try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: url))
  }
}

private func hex(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

/// docs/signature.md as an independent implementation reads it.
@Suite struct SignatureVectorTests {
  @Test func `The vectors are of the version that the library writes`() throws {
    let vectors = try Vectors.load()
    #expect(vectors.version == Signature.formatVersion)
    #expect(vectors.vectors.count > 60)
  }

  @Test func `Every token of every vector has its hash and its place`() throws {
    for vector in try Vectors.load().vectors {
      let found = tokens(vector.text)
      #expect(found.hashes.map(hex) == vector.hashes, "\(vector.name): \(vector.text)")
      #expect(found.starts.map(Int.init) == vector.tokens.map(\.start), "\(vector.name)")
      #expect(found.ends.map(Int.init) == vector.tokens.map(\.end), "\(vector.name)")
      #expect(found.marks.count == found.count)
    }
  }

  @Test func `A token hash is XXH3 of the form`() throws {
    for vector in try Vectors.load().vectors {
      let hashes = vector.tokens.map { hex(tokenHash(ofNormalised: $0.form)) }
      #expect(hashes == vector.hashes, "\(vector.name)")
    }
  }

  @Test func `Shingles and signatures of every vector are the published ones`() throws {
    for vector in try Vectors.load().vectors {
      let found = tokens(vector.text)
      for expected in vector.signatures {
        let shingles = Shingles.hashes(of: found.hashes, length: expected.shingle)
        let place = "\(vector.name), n = \(expected.shingle), k = \(expected.slots)"
        #expect(shingles.prefix(8).map(hex) == expected.firstShingleHashes, "\(place)")
        var sketcher = Sketcher(slotCount: expected.slots)
        let signature = sketcher.signature(of: shingles)
        #expect((signature?.slots ?? []).map(hex) == expected.values, "\(place)")
        #expect((signature == nil) == vector.tokens.isEmpty, "\(place)")
      }
    }
  }
}
