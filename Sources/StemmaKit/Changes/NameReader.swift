/// Finds the names of a text in a script that has capitals.
///
/// A capital tells of a name inside a sentence, not at its beginning; there a word is a name only if
/// it has its capital elsewhere inside a sentence. What stands with a small letter in one of the two
/// texts is no name by itself: Minister, where the other says minister. Headlines that put a capital
/// on every word tell nothing.
struct NameReader {
  private let text: [UInt8]
  private let tokens: Tokens
  private let lexicon: Lexicon
  /// Words that stand with a small letter in either text.
  private let small: Set<UInt64>
  private var headline: [Bool] = []
  /// Words with a capital inside a sentence.
  private var inside: Set<UInt64> = []
  private var counts: [UInt64: Int] = [:]
  private(set) var names: [Name] = []

  /// They join the parts of a name, but also nouns where those have capitals.
  private static let particles = Set(
    WordForms.hashes(of: "de da di del della dos van von der den bin ibn al el la le du af zu"))

  init(
    _ text: [UInt8], _ tokens: Tokens, _ sentences: Sentences, _ lexicon: Lexicon,
    small: Set<UInt64>
  ) {
    self.text = text
    self.tokens = tokens
    self.lexicon = lexicon
    self.small = small
    headline = sentences.ranges.flatMap { range in
      repeatElement(
        !lexicon.capitalisesNouns && Self.isHeadline(tokens, range), count: range.count)
    }
    for index in 0..<tokens.count where isCapital(index) && !headline[index] {
      counts[tokens.hashes[index], default: 0] += 1
      if !isBeginning(index) { inside.insert(tokens.hashes[index]) }
    }
    var index = 0
    while index < tokens.count {
      let behind = run(from: index)
      if behind > index { read(index..<behind) }
      index = max(behind, index + 1)
    }
  }

  /// The words that stand with a small letter.
  static func smallWords(_ tokens: Tokens) -> Set<UInt64> {
    var words: Set<UInt64> = []
    for index in 0..<tokens.count
    where tokens.marks[index].isDisjoint(with: [.capitalised, .dense, .numeral]) {
      words.insert(tokens.hashes[index])
    }
    return words
  }

  /// Whether most of the longer words have capitals.
  private static func isHeadline(_ tokens: Tokens, _ range: Range<Int>) -> Bool {
    let long = range.filter {
      tokens.ends[$0] - tokens.starts[$0] >= 4 && !tokens.marks[$0].contains(.numeral)
    }
    let capital = long.filter { tokens.marks[$0].contains(.capitalised) }
    return long.count >= 3 && capital.count * 10 > long.count * 7
  }

  private func isCapital(_ index: Int) -> Bool { tokens.marks[index].contains(.capitalised) }

  /// Whether a capital may be due to the place: a sentence begins, or speech within one.
  private func isBeginning(_ index: Int) -> Bool {
    if index == 0 || tokens.marks[index].contains(.sentenceStart) { return true }
    let gap =
      Int(tokens.ends[index - 1])..<max(Int(tokens.ends[index - 1]), Int(tokens.starts[index]))
    var position = gap.lowerBound
    while position < gap.upperBound {
      let (scalar, length) = decodeScalar(text.span, at: position)
      // A colon, a quotation mark, a bracket, a dash, a bullet.
      if scalar == 0x3A || scalar == 0x28 || scalar == 0x2022 || (0x2013...0x2015).contains(scalar)
        || QuotationMark.isPossible(scalar) && scalar != 0x2019 && scalar != 0x27
      {
        return true
      }
      position += length
    }
    return false
  }

  /// Whether a word is two to five capitals, among words that are not all so.
  private func isAcronym(_ index: Int) -> Bool {
    isAllCapitals(index, most: 5) && !isAllCapitals(index - 1, most: 20)
      && !isAllCapitals(index + 1, most: 20)
  }

  private func isAllCapitals(_ index: Int, most: Int) -> Bool {
    guard tokens.marks.indices.contains(index), isCapital(index) else { return false }
    let word = text[Int(tokens.starts[index])..<Int(tokens.ends[index])]
    guard word.count >= 2, word.count <= 80 else { return false }
    let letters = String(decoding: word, as: UTF8.self)
    return (2...most).contains(letters.count) && letters.allSatisfy { $0.isUppercase }
  }

  /// Whether a word can be part of a name.
  private func isPart(_ index: Int) -> Bool {
    guard isCapital(index), !headline[index], !isOfCurrency(index) else { return false }
    switch lexicon.meaning(of: tokens.hashes[index]) {
    case .weekday, .month, .magnitude, .currency, .percent, .doubtfulMonth, .number: return false
    default: return true
    }
  }

  /// Whether a word tells whose the currency is, as in US$ 300.
  private func isOfCurrency(_ index: Int) -> Bool {
    let end = Int(tokens.ends[index])
    return FigureReader.symbols.contains { text[end...].starts(with: $0.0.utf8) }
  }

  /// The end of the run of name words that begins at a token; the token itself where none does.
  private func run(from first: Int) -> Int {
    guard isPart(first) else { return first }
    var end = first + 1
    while end < tokens.count {
      if isPart(end), joins(end), !isBeginning(end) {
        end += 1
      } else if !lexicon.capitalisesNouns, end + 1 < tokens.count,
        Self.particles.contains(tokens.hashes[end]), joins(end),
        isPart(end + 1), joins(end + 1), !isBeginning(end + 1)
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Whether only a blank, a hyphen or the stop of an initial stands before a token.
  private func joins(_ index: Int) -> Bool {
    let gap = text[Int(tokens.ends[index - 1])..<Int(tokens.starts[index])]
    let isInitial = tokens.ends[index - 1] - tokens.starts[index - 1] <= 2
    return gap.elementsEqual([0x20]) || gap.elementsEqual([0x2D])
      || gap.elementsEqual([0xC2, 0xA0])
      || isInitial && gap.elementsEqual([0x2E, 0x20])
  }

  private mutating func read(_ run: Range<Int>) {
    var range = run
    func isWeak(_ index: Int) -> Bool {
      if isAcronym(index) { return false }
      let hash = tokens.hashes[index]
      if small.contains(hash) { return true }
      // At a beginning only what goes on as a name and is no common word, such as (Nordbalt Wire).
      let goesOn = index + 1 < run.upperBound && !Background.isListed(hash)
      return isBeginning(index) && !inside.contains(hash) && !goesOn
    }
    while let first = range.first, isWeak(first) { range = first + 1..<range.upperBound }
    while let last = range.last, small.contains(tokens.hashes[last]), !isAcronym(last) {
      range = range.lowerBound..<last
    }
    if lexicon.capitalisesNouns {
      readAmongNouns(range)
      return
    }
    guard !range.isEmpty else { return }
    append(range, words: range.filter { isCapital($0) && !small.contains(tokens.hashes[$0]) })
  }

  /// Where nouns have capitals a run of two words ends with a name if its last word is not known;
  /// it is surely no compound noun where it comes again.
  private mutating func readAmongNouns(_ range: Range<Int>) {
    for index in range where isAcronym(index) { append(index..<index + 1, words: [index]) }
    guard range.count >= 2, let last = range.last, !isAcronym(last),
      !Background.isListed(tokens.hashes[last]), text[Int(tokens.ends[last - 1])] != 0x2D
    else { return }
    append(range, words: [last], isTelling: counts[tokens.hashes[last], default: 0] > 1)
  }

  private mutating func append(_ range: Range<Int>, words: [Int], isTelling: Bool = true) {
    let parts = words.map { index in
      Name.Word(
        hash: tokens.hashes[index],
        letters: WordIndex.letters(text, Int(tokens.starts[index])..<Int(tokens.ends[index])),
        isAcronym: isAcronym(index))
    }
    guard parts.contains(where: { $0.letters.count > 1 }) else { return }
    names.append(
      Name(
        bytes: Int(tokens.starts[range.lowerBound])..<Int(tokens.ends[range.upperBound - 1]),
        tokens: range, words: parts,
        given: range.dropLast().map { tokens.hashes[$0] },
        // Of short words too many are parts of others: Hay’at.
        isTelling: isTelling && parts.contains { $0.isAcronym || $0.letters.count > 3 }))
  }
}
