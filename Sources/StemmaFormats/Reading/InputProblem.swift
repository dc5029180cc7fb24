public import StemmaKit

/// Something about the input that a person should know of.
public struct InputProblem: Sendable, Equatable {
  /// The file, and the line where it is one record of a file.
  public var path: String
  /// A clause that says what is wrong, and what to do where that is not plain.
  public var reason: String
  /// Whether the document was left out; else it was read, with this remark.
  public var isLeftOut: Bool

  public init(path: String, reason: String, isLeftOut: Bool = true) {
    self.path = path
    self.reason = reason
    self.isLeftOut = isLeftOut
  }
}

/// What a reader hands on: a document, or a problem with one.
public enum InputItem: Sendable {
  /// A document, and where it stands: its file, and the line where that holds many; and its record, if
  /// that can be read again.
  case document(Document, place: String, record: RecordPlace? = nil)
  case problem(InputProblem)
}

extension InputProblem {
  /// A sentence for standard error.
  public var sentence: String {
    "\(path): \(reason)\(isLeftOut ? "; left out" : "")"
  }
}
