internal import StemmaKit

/// How many dates of a collection could not be read, and the first of them.
struct UnreadDates: Sendable {
  /// Documents that have a date, read or not.
  private var dated = 0
  private var unread = 0
  private var first: (text: String, place: String)?

  mutating func count(_ document: Document, place: String) {
    if document.date != nil { dated += 1 }
    guard let text = document.unreadDate else { return }
    dated += 1
    unread += 1
    if first == nil { first = (text, place) }
  }

  /// What to say of them all; `nil` where every date was read.
  var problem: InputProblem? {
    guard let first else { return nil }
    let what =
      dated == 1
      ? "the date \"\(first.text)\" cannot be read and is not used"
      : "\(unread) of \(dated) dates cannot be read and are not used, the first \"\(first.text)\""
    let reason = what + ". Write dates as 2018-07-16 or 2018-07-16T08:30:00+02:00, the year first"
    return InputProblem(path: first.place, reason: reason, isLeftOut: false)
  }
}
