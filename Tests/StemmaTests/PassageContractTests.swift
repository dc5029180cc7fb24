import Testing

@Suite("The passages of a scan")
struct PassageContractTests {
  /// A passage on one side of a pair, with the text that it stands in.
  private struct Side {
    var id: String
    var span: [Int]
    var text: [UInt8]
  }

  private func sides(_ form: FixtureForm) async throws -> [Side] {
    let texts = try form.texts()
    let sides = try await SharedScan.outcome(form).scan().pairs.flatMap { pair in
      pair.passages.flatMap { [(pair.a, $0.a), (pair.b, $0.b)] }
    }.map { Side(id: $0.0, span: $0.1, text: texts[$0.0] ?? []) }
    try #require(sides.count > 200)
    return sides
  }

  @Test("Offsets are bytes within the text as read", arguments: FixtureForm.allCases)
  func within(form: FixtureForm) async throws {
    for side in try await sides(form) {
      #expect(side.span.count == 2)
      #expect(0 <= side.span[0] && side.span[0] < side.span[1], "\(side.id) \(side.span)")
      #expect(side.span[1] <= side.text.count, "\(side.id) \(side.span)")
    }
  }

  @Test("Offsets never cut a character of UTF-8 in two", arguments: FixtureForm.allCases)
  func whole(form: FixtureForm) async throws {
    for side in try await sides(form) {
      for offset in side.span where offset < side.text.count {
        #expect(side.text[offset] & 0xC0 != 0x80, "\(side.id) \(offset)")
      }
    }
  }

  @Test(
    "A passage begins and ends with a letter, a digit or a mark", arguments: FixtureForm.allCases)
  func ends(form: FixtureForm) async throws {
    for side in try await sides(form) {
      try #require(side.span[1] <= side.text.count)
      let scalars = String(decoding: side.text[side.span[0]..<side.span[1]], as: UTF8.self)
        .unicodeScalars
      let first = try #require(scalars.first)
      let last = try #require(scalars.last)
      #expect(isWord(first), "\(side.id) \(side.span) begins with \(first)")
      #expect(isWord(last), "\(side.id) \(side.span) ends with \(last)")
    }
  }

  @Test("Every copy has a passage to show for it")
  func evidence() async throws {
    let pairs = try await SharedScan.outcome(.folder).scan().pairs
    for pair in pairs where pair.relation == "copy" || pair.relation == "duplicate" {
      #expect(!pair.passages.isEmpty, "\(pair.a) ~ \(pair.b)")
    }
  }

  /// Letters, marks and numbers are what words are made of.
  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
