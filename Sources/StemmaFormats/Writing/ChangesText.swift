internal import StemmaKit

/// The changes between two texts for people: a few, the most telling first, each in its sentence.
struct ChangesText {
  let changes: [Change]
  let derivative: Direction.Derivative?
  let a: [UInt8]
  let b: [UInt8]
  let style: TextStyle

  /// More than these are counted, not shown.
  private static let most = 12
  /// What is put before and behind a change, and of a long quotation shown, in columns.
  private static let around = 18
  private static let longest = 90

  var lines: [String] {
    guard !changes.isEmpty else { return [] }
    let title = "What differs in numbers, names, dates and quotations (\(counts)):"
    var lines = Wrap(first: "", next: "  ", style: style).lines(Wrap.words(title, .dim))
    for change in changes.prefix(Self.most) {
      let label = "  \(change.kind.rawValue) \(manner(of: change))"
      var first = label + String(repeating: " ", count: max(1, 21 - label.count))
      for (name, range, text) in [("a", change.a, a), ("b", change.b, b)] {
        guard let range else { continue }
        lines += Wrap(
          first: first + "\(name) | ", next: String(repeating: " ", count: 23) + "| ", style: style
        ).lines(words(range, text))
        first = String(repeating: " ", count: 21)
      }
    }
    if changes.count > Self.most {
      lines.append("  … and \(changes.count - Self.most) more; --format json lists all.")
    }
    return lines
  }

  private var counts: String {
    let changed = changes.filter { $0.manner == .changed }.count
    return changed == changes.count ? "\(changed)" : "\(changes.count), of which \(changed) changed"
  }

  /// In the words of the derivation where it is known which text was made from which.
  private func manner(of change: Change) -> String {
    switch (change.manner, derivative) {
    case (.changed, _): "changed"
    case (.onlyInA, nil): "only in a"
    case (.onlyInB, nil): "only in b"
    case (.onlyInA, .b), (.onlyInB, .a): "dropped"
    case (.onlyInA, .a), (.onlyInB, .b): "added"
    case (.unquoted, nil): "quoted in a"
    case (.quoted, nil): "quoted in b"
    case (.unquoted, .b), (.quoted, .a): "unquoted"
    case (.unquoted, .a), (.quoted, .b): "quoted"
    }
  }

  /// What stands there, marked, with a few words of its line around it.
  private func words(_ range: Range<Int>, _ text: [UInt8]) -> [Wrap.Word] {
    let before = line(text[max(0, range.lowerBound - 200)..<range.lowerBound], last: true)
    let behind = line(
      text[range.upperBound..<min(text.count, range.upperBound + 200)], last: false)
    var words = spaced(Self.end(of: before, columns: Self.around), nil)
    let isJoined = !(before.last?.isWhitespace ?? true)
    var shown = Screen.cut(Self.flat(text[range]), columns: Self.longest)
    if !style.hasColour { shown = "[\(shown)]" }
    var marked = spaced(shown, .changed)
    if isJoined, !marked.isEmpty { marked[0].isSpaced = false }
    words += marked
    var rest = spaced(Self.beginning(of: behind, columns: Self.around), nil)
    if !(behind.first?.isWhitespace ?? true), !rest.isEmpty { rest[0].isSpaced = false }
    return words + rest
  }

  private func spaced(_ text: String, _ emphasis: TextStyle.Emphasis?) -> [Wrap.Word] {
    Wrap.words(Screen.printable(text), emphasis)
  }

  private static func flat(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The part of the bytes on the line that touches the change; a character cut in two is left out.
  private func line(_ bytes: ArraySlice<UInt8>, last: Bool) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false
    ) { $0.isNewline }
    return String((last ? lines.last : lines.first) ?? "").filter { $0 != "\u{FFFD}" }
  }

  /// The last words within so many columns.
  private static func end(of line: String, columns: Int) -> String {
    var kept: [Substring] = []
    var used = 0
    for word in line.split(whereSeparator: \.isWhitespace).reversed() {
      used += Screen.columns(word) + 1
      if used > columns { break }
      kept.insert(word, at: 0)
    }
    return kept.joined(separator: " ")
  }

  private static func beginning(of line: String, columns: Int) -> String {
    var kept: [Substring] = []
    var used = 0
    for word in line.split(whereSeparator: \.isWhitespace) {
      used += Screen.columns(word) + 1
      if used > columns { break }
      kept.append(word)
    }
    return kept.joined(separator: " ")
  }
}
