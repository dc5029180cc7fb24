/// One text with what is known about it.
///
/// Offsets into a document are always counted in bytes of ``text``.
public struct Document: Sendable {
  /// What the reader calls it: a path relative to the scanned folder, or a record's `id`.
  public var id: String
  /// The text as read: UTF-8. Invalid sequences are read as separators, never trapped on.
  public var text: [UInt8]
  public var title: String?
  /// The outlet, agency or author that published the text.
  public var source: String?
  public var url: String?
  public var date: PublicationDate?
  /// The date as the source has it, where it is in no form that ``PublicationDate`` reads.
  public var unreadDate: String?

  public init(
    id: String, text: [UInt8], title: String? = nil, source: String? = nil, url: String? = nil,
    date: PublicationDate? = nil
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.source = source
    self.url = url
    self.date = date
  }

  public init(id: String, text: String, date: PublicationDate? = nil) {
    self.init(id: id, text: Array(text.utf8), date: date)
  }
}

/// A document without its text: what reports show of it.
public struct DocumentHead: Sendable, Equatable {
  public var id: String
  public var title: String?
  public var source: String?
  public var url: String?
  public var date: PublicationDate?
  /// The agency that the text names as its source.
  public var agency: String?

  public init(_ document: Document) {
    id = document.id
    title = document.title
    source = document.source
    url = document.url
    date = document.date
  }

  /// What stands for the title of a text that has none: its first line behind a credit, or the one
  /// from a place on, cut to a hundred characters.
  package static func firstLine(_ text: [UInt8], from place: Int? = nil) -> String {
    let body = text[(place ?? Credit(text.span)?.end ?? 0)...]
    let start = body.firstIndex { $0 > 0x20 } ?? text.count
    // Four bytes a character at most; a cut character shows as U+FFFD and is dropped.
    let line = text[start...].prefix { $0 != 0x0A && $0 != 0x0D }.prefix(400)
    let characters = String(decoding: line, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
    return characters.count <= 100 ? String(characters) : characters.prefix(99) + "…"
  }
}
