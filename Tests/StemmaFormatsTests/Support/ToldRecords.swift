import StemmaKit

@testable import StemmaFormats

extension RecordReader {
  /// All that the reader gives: `id=text` for a document, `place: reason` for a problem.
  func told() -> [String] {
    var items: [InputItem] = []
    while let item = next() { items.append(item) }
    return items.map(\.told)
  }
}

extension RecordBlock {
  /// The same of what the block holds.
  func told() -> [String] {
    var told: [String] = []
    forEachItem { told.append($0.told) }
    return told
  }
}

extension InputItem {
  var told: String {
    switch self {
    case .document(let document, _, _):
      "\(document.id)=\(String(decoding: document.text, as: UTF8.self))"
    case .problem(let problem): "\(problem.path): \(problem.reason)"
    }
  }
}
