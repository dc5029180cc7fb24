/// Breaks words into lines of a width, each with a prefix.
///
/// Words come with the emphasis that they are shown in, which takes no columns.
struct Wrap {
  struct Word {
    var text: String
    var emphasis: TextStyle.Emphasis?
    /// White space stands before it.
    var isSpaced: Bool
  }

  var first: String
  var next: String
  var style: TextStyle

  func lines(_ words: [Word]) -> [String] {
    var lines: [String] = []
    var line = first
    var used = Screen.columns(first)
    var isEmpty = true
    var isOwed = false
    for word in words {
      if word.text.isEmpty {
        // White space alone: it shows only if a word follows on the line.
        isOwed = isOwed || word.isSpaced
        continue
      }
      for piece in pieces(word) {
        let columns = Screen.columns(piece.text)
        let space = (piece.isSpaced || isOwed) && !isEmpty ? 1 : 0
        isOwed = false
        if !isEmpty, used + space + columns > style.width {
          lines.append(line)
          line = next
          used = Screen.columns(next)
          isEmpty = true
        } else if space == 1 {
          line += " "
          used += 1
        }
        line += piece.emphasis.map { style.emphasised(piece.text, $0) } ?? piece.text
        used += columns
        isEmpty = false
      }
    }
    if !isEmpty { lines.append(line) }
    return lines
  }

  /// A word that is wider than a line, as in scripts without spaces, may break anywhere.
  private func pieces(_ word: Word) -> [Word] {
    let room = style.width - Screen.columns(next)
    guard Screen.columns(word.text) > room / 2 else { return [word] }
    return word.text.enumerated().map { index, character in
      Word(
        text: String(character), emphasis: word.emphasis, isSpaced: index == 0 && word.isSpaced)
    }
  }

  static func words(_ text: String, _ emphasis: TextStyle.Emphasis? = nil) -> [Word] {
    text.split(separator: " ").map { Word(text: String($0), emphasis: emphasis, isSpaced: true) }
  }
}
