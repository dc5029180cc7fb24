import Testing

@testable import StemmaKit

/// Texts that are an invitation to subscribe below a headline, and versions of one text.
@Suite struct OutletFormTests {
  private static let form = """
    Readers with a digital subscription go on here, and see every page of the printed edition from \
    eight in the evening before. Test it now: the first month costs one pound, after which you pay \
    fourteen a month and may cancel whenever you like. Do you have an account already? Then sign in \
    with the address that you gave us, or restore the purchase that was made in a shop of a mobile \
    telephone. If you have questions, our service answers them on working days from seven in the \
    morning until nine at night, by letter, telephone or mail.
    \(Notice.text)
    """

  /// The form below the first words of articles on different events.
  private static let stubs: [Document] = Notice.originals(8).map {
    var document = $0
    let headline = String(decoding: $0.text, as: UTF8.self).split(separator: " ").prefix(12)
    document.text = Array((headline.joined(separator: " ") + "\n\n" + form).utf8)
    return document
  }

  /// One article below paragraphs that tell the same event in other words.
  private static let versions: [Document] = {
    let paragraphs = ["rewrite", "heavy", "independent-a"].flatMap {
      Fixtures.paragraphs("e01-\($0)")
    }
    return paragraphs.filter { $0.count > 150 }.prefix(8).enumerated().map {
      Document(id: "version \($0)", text: $1 + "\n\n" + Fixtures.text("e01-original"))
    }
  }()

  private func scan(_ documents: [Document], outlet: (Int) -> String?) -> ScanResult {
    CollectionScan().scan(
      documents.enumerated().map { number, document in
        var document = document
        document.source = outlet(number)
        return document
      })
  }

  @Test func `An invitation below headlines of one outlet is common matter`() throws {
    let found = scan(Self.stubs) { _ in "The Outlet" }
    #expect(found.pairs.isEmpty && found.stories.isEmpty)
    let matter = try #require(found.commonMatter.first)
    #expect(matter.documents == Self.stubs.count)
    #expect(matter.text.hasPrefix("Readers with a digital subscription"))
  }

  @Test func `What one outlet has shown to be a form is one in another outlet of its house, too`() {
    let found = scan(Self.stubs) { $0 == 0 ? "The Outlet on Sunday" : "The Outlet" }
    #expect(found.pairs.isEmpty && found.stories.isEmpty)
  }

  @Test func `Of several outlets, or of none that is known, they are copies`() {
    let all = Self.stubs.count * (Self.stubs.count - 1) / 2
    for outlet in [{ _ in nil }, { "outlet \($0)" }] as [(Int) -> String?] {
      let found = scan(Self.stubs, outlet: outlet)
      #expect(found.pairs.count == all)
      #expect(found.pairs.allSatisfy { $0.finding.relation == .copy })
    }
  }

  @Test func `Versions of one text are copies, whatever stands first`() throws {
    try #require(Self.versions.count == 8)
    let found = scan(Self.versions) { _ in "The Outlet" }
    #expect(found.pairs.filter { $0.finding.relation == .copy }.count >= 28)
    #expect(found.commonMatter.isEmpty)
  }

  @Test func `Both texts must begin with words of their own that do not return`() {
    func text(_ text: String) -> WeighedText { weighed(text) }
    let form = Self.form
    let (bakery, court) = ("Bakery in Leeds burns down", "Senate votes on the dam")
    #expect(OutletForm.isFilledIn(text("\(bakery)\n\(form)"), text("\(court)\n\(form)")))
    #expect(!OutletForm.isFilledIn(text("\(bakery)\n\(form)"), text(form)))
    #expect(!OutletForm.isFilledIn(text(form), text("\(court)\n\(form)")))
    #expect(
      !OutletForm.isFilledIn(
        text("\(bakery)\n\(form)"), text("Readers sign in for the printed edition\n\(form)")))
    #expect(!OutletForm.isFilledIn(text(bakery), text(court)))
    #expect(!OutletForm.isFilledIn(text(""), text("")))
  }
}
