/// A name: words with a capital that the sentence does not account for, or an acronym.
struct Name {
  struct Word {
    var hash: UInt64
    /// In lower case, without accents.
    var letters: [Character]
    var isAcronym: Bool
  }

  var bytes: Range<Int>
  var tokens: Range<Int>
  var words: [Word]
  /// The words before the last: given names, titles.
  var given: [UInt64] = []
  /// Whether its last word stands nowhere in the other text.
  var isNew = false
  /// Whether its first word stands nowhere in the other text.
  var hasNewFirst = false
  /// Whether its absence from the other text may be reported.
  var isTelling: Bool

  /// Whether one may be the other, shortened, lengthened or in another form. Of two last names each
  /// of which only one text has, a common first name makes no agreement; nor does a common last name
  /// of such first names, or what stands before a last name that only one of the texts has.
  func agrees(with other: Name) -> Bool {
    guard let last = words.last, let otherLast = other.words.last else { return false }
    if isNew, other.isNew { return last.mayBe(otherLast) }
    if hasOtherFirst(than: other) { return false }
    if isNew || other.isNew, !given.isEmpty, given == other.given { return last.mayBe(otherLast) }
    return words.contains { word in other.words.contains { word.mayBe($0) } }
  }

  /// Whether the two differ in their first words alone, each of which only one text has: John and
  /// Joan of one family.
  func hasOtherFirst(than other: Name) -> Bool {
    guard hasNewFirst, other.hasNewFirst, words.count > 1, words.count == other.words.count,
      let first = words.first, let otherFirst = other.words.first,
      zip(words.dropFirst(), other.words.dropFirst()).allSatisfy({ $0.hash == $1.hash })
    else { return false }
    // A. may be anybody, Tom Thomas, and a common word a title, unless it is like the other: John, Joan.
    return min(first.letters.count, otherFirst.letters.count) > 2 && !first.mayBe(otherFirst)
      && (first.isMisspelt(otherFirst) || !first.isListed && !otherFirst.isListed)
  }

  /// What tells that another name with these first words is that of the same place, wherever it
  /// stands: a first name, not a title, which is a common word.
  var namesakes: [UInt64]? {
    given.contains { !Background.isListed($0) } ? given : nil
  }
}

extension Name.Word {
  /// A common word is a title.
  fileprivate var isListed: Bool { Background.isListed(hash) }

  /// Whether one letter makes another word of it, but not the first.
  fileprivate func isMisspelt(_ other: Name.Word) -> Bool {
    letters.first == other.letters.first && min(letters.count, other.letters.count) > 3
      && Self.distance(letters, other.letters, atMost: 1)
  }

  /// Whether two words may be forms of one: Ukraine and Ukrainian, Оладьин and Оладьина.
  func mayBe(_ other: Name.Word) -> Bool { hash == other.hash || mayBe(other.letters) }

  /// One may be the other with another ending, or in another spelling: Hisbollah and Hizbullah.
  func mayBe(_ other: [Character]) -> Bool {
    if letters == other { return true }
    let common = zip(letters, other).prefix { $0 == $1 }.count
    let shorter = min(letters.count, other.count)
    if common >= max(4, shorter - 3), !endsAlike(other, behind: common) { return true }
    return shorter >= 6 && Self.distance(letters, other, atMost: shorter / 4)
  }

  /// Whether two letters at the end are the same as well, so that they differ within and not in an
  /// ending: Austria and Australia.
  private func endsAlike(_ other: [Character], behind common: Int) -> Bool {
    let room = min(letters.count, other.count) - common
    return room >= 2 && letters.suffix(2) == other.suffix(2)
  }

  /// Whether so many letters put in, left out or exchanged make one word of the other.
  private static func distance(_ x: [Character], _ y: [Character], atMost most: Int) -> Bool {
    guard abs(x.count - y.count) <= most, x.count <= 50 else { return false }
    var row = Array(0...y.count)
    for (i, left) in x.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in y.enumerated() {
        let substituted = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[y.count] <= most
  }
}

/// The words of a text, to tell whether a name stands anywhere in it.
struct WordIndex {
  private var hashes: Set<UInt64>
  private var byBeginning: [[Character]: [[Character]]] = [:]
  /// By the first letter and the last two, for other spellings.
  private var byEnds: [[Character]: [[Character]]] = [:]
  /// The first letters of runs of words with capitals, which an acronym may stand for.
  private var initials: Set<String> = []

  /// More words that begin alike are not compared; a name that begins so is taken as found.
  private static let mostAlike = 64

  init(_ text: [UInt8], _ tokens: Tokens) {
    hashes = Set(tokens.hashes)
    var seen: Set<UInt64> = []
    var run: [Character] = []
    for index in 0..<tokens.count where !tokens.marks[index].contains(.dense) {
      let bytes = Int(tokens.starts[index])..<Int(tokens.ends[index])
      let isCapital = tokens.marks[index].contains(.capitalised)
      if isCapital {
        run.append(Self.letters(text, bytes).first ?? " ")
        if run.count > 6 { run.removeFirst() }
        for length in 2...6 where length <= run.count {
          initials.insert(String(run.suffix(length)))
        }
      } else if bytes.count > 3 {
        run.removeAll(keepingCapacity: true)
      }
      guard bytes.count <= 100, seen.insert(tokens.hashes[index]).inserted else {
        continue
      }
      let letters = Self.letters(text, bytes)
      byBeginning[Array(letters.prefix(4)), default: []].append(letters)
      if letters.count >= 6 { byEnds[Self.ends(letters), default: []].append(letters) }
    }
  }

  /// The letters of a word in lower case, without accents.
  static func letters(_ text: [UInt8], _ bytes: Range<Int>) -> [Character] {
    let lower = String(decoding: text[bytes], as: UTF8.self).lowercased()
    if lower.utf8.count == lower.unicodeScalars.count { return Array(lower) }
    var scalars: [UInt32] = []
    for scalar in lower.unicodeScalars { Composition.decompose(scalar.value, into: &scalars) }
    return scalars.compactMap { scalar in
      ScalarProperties(scalar).isMark ? nil : Unicode.Scalar(scalar).map { Character($0) }
    }
  }

  private static func ends(_ letters: [Character]) -> [Character] {
    [letters[0]] + letters.suffix(2)
  }

  func has(_ word: Name.Word) -> Bool {
    if hashes.contains(word.hash) { return true }
    if word.isAcronym, initials.contains(String(word.letters)) { return true }
    var alike = byBeginning[Array(word.letters.prefix(4))] ?? []
    if word.letters.count >= 6 { alike += byEnds[Self.ends(word.letters)] ?? [] }
    return alike.count > Self.mostAlike || alike.contains { word.mayBe($0) }
  }
}
