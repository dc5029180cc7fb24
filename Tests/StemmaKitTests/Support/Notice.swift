@testable import StemmaKit

/// A notice of an outlet, as stands under its texts.
enum Notice {
  static let text = """
    Readers of the evening edition may order every picture of this page as a framed print from our \
    own shop, which opens at nine and sends parcels within two days to all parts of the country. \
    Whoever subscribes before the end of the month pays nothing for the first six weeks, and may \
    give notice at any time by letter, by telephone or at the counter of our office in Mill Lane.
    """

  /// The originals of so many events, which have nothing to do with each other.
  static func originals(_ count: Int, adding notice: String = "") -> [Document] {
    articles("original", count, adding: notice)
  }

  /// The English articles of one kind, of so many events.
  static func articles(_ kind: String, _ count: Int, adding notice: String = "") -> [Document] {
    Fixtures.articles.filter { $0.language == "en" && $0.kind == kind }.prefix(count).map {
      Document(id: $0.id, text: under($0.id, notice))
    }
  }

  /// An article with a notice under it.
  static func under(_ id: String, _ notice: String = text) -> String {
    Fixtures.text(id) + "\n\n" + notice
  }
}
