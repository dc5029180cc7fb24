import StemmaKit

/// Which of the fields that the user named for a date, an outlet, a title or an address no record
/// has: a name that was mistyped would otherwise go unseen.
struct UnusedFields: Sendable {
  private let named: [(option: String, field: String, use: any KeyPath<Document, Bool> & Sendable)]
  private var isUsed: [Bool]
  private var isEmpty = true

  init(_ fields: FieldNames) {
    let usual = FieldNames()
    named = [
      ("--date-field", fields.date, usual.date, \Document.hasDate),
      ("--source-field", fields.source, usual.source, \Document.hasSource),
      ("--title-field", fields.title, usual.title, \Document.hasTitle),
      ("--url-field", fields.url, usual.url, \Document.hasURL),
    ].filter { $0.1 != $0.2 }.map { ($0.0, $0.1, $0.3) }
    isUsed = named.map { _ in false }
  }

  mutating func count(_ document: Document) {
    isEmpty = false
    for index in named.indices where !isUsed[index] {
      isUsed[index] = document[keyPath: named[index].use]
    }
  }

  /// What to say of each.
  var problems: [InputProblem] {
    zip(named, isUsed).filter { !$1 && !isEmpty }.map { name, _ in
      InputProblem(
        path: name.option, reason: "no record has a field \"\(name.field)\" with anything in it",
        isLeftOut: false)
    }
  }
}

extension Document {
  fileprivate var hasDate: Bool { date != nil || unreadDate != nil }
  fileprivate var hasSource: Bool { source != nil }
  fileprivate var hasTitle: Bool { title != nil }
  fileprivate var hasURL: Bool { url != nil }
}
