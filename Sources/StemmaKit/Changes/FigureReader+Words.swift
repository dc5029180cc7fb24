extension FigureReader {
  /// Reads a number in words. A chain that is not understood is passed over and noted as a gap.
  mutating func readWords(at index: Int) -> Bool {
    if readHalfHour(at: index) || readFactor(at: index) { return true }
    var (phrase, end) = (NumberPhrase(lexicon), index)
    /// Before the last link: between two hundred and three hundred.
    var ahead: (phrase: NumberPhrase, end: Int)?
    /// The number without an ordinal that may not belong to it: a twenty second delay.
    var shorter: Amount?
    while end < tokens.count, end - index < Self.mostWords {
      let (next, link) = link(behind: end, phrase)
      guard end == index || isNext(next, behind: self.end(next - 1), marks: "-") else { break }
      let meaning = wordMeaning(next)
      let before = phrase
      if phrase.append(meaning, link: link) {
        if link != nil { ahead = (before, end) }
        if case .hint(let value) = meaning, value > 1, link == nil, !lexicon.putsUnitsFirst {
          if end == index {
            end += 1
            break
          }
          if text[start(next) - 1] != 0x2D { shorter = before.amount }
        }
        end = next + 1
        continue
      }
      guard link == nil, Self.isOfNumber(meaning), !phrase.mayStandAlone else { break }
      guard let last = ahead else {
        passOver(from: index)
        return true
      }
      (phrase, end) = last
      break
    }
    guard end > index, !phrase.isHalf else { return false }
    if readFraction(phrase, index..<end) { return true }
    done = end
    addWords(phrase, index..<end, shorter: shorter)
    return true
  }

  private static let mostWords = 24

  private mutating func addWords(_ phrase: NumberPhrase, _ range: Range<Int>, shorter: Amount?) {
    var figure = Figure(
      bytes: start(range.lowerBound)..<end(range.upperBound - 1), tokens: range,
      readings: [.amount(phrase.amount)])
    figure.magnitude = phrase.magnitude
    if let shorter { figure.readings.append(.amount(shorter)) }
    var isAlone = false
    if phrase.wordCount == 1, case .hint? = wordMeaning(range.lowerBound) { isAlone = true }
    let isVague = phrase.isBare && phrase.wordCount == 1
    figure.isHint =
      isAlone || isVague || phrase.isYear || shorter != nil
      || phrase.hasHalf && figure.magnitude < 3
    readUnits(&figure)
    if isAlone, figure.magnitude > 2 || figure.isPercent { figure.isHint = false }
    // several hundred, millions and a half: what it comes to is not known.
    if isVague || !phrase.hasHalf && isHalf(behind: figure.tokens.upperBound) {
      gaps.append(range.lowerBound)
      figure.isHint = true
    }
    readApproximation(&figure)
    finish(figure, inDigits: false)
  }

  /// The token behind a word such as and, or behind the article that follows a half, and what the
  /// word may join; the token itself where there is none.
  private func link(behind index: Int, _ phrase: NumberPhrase) -> (next: Int, Lexicon.Link?) {
    guard phrase.wordCount > 0, index + 1 < tokens.count, isNext(index, behind: end(index - 1))
    else { return (index, nil) }
    // half a million
    if phrase.hasHalf, isArticle(index) { return (index + 1, nil) }
    guard case .link(let link) = meaning(index), isNext(index + 1, behind: end(index), marks: "-")
    else { return (index, nil) }
    // one and a half
    return (index + (isArticle(index + 1) ? 2 : 1), link)
  }

  private func isArticle(_ index: Int) -> Bool {
    index + 1 < tokens.count && isNext(index + 1, behind: end(index))
      && Self.articles.contains(tokens.hashes[index])
  }

  private static let articles = Set(WordForms.hashes(of: "a an"))

  private static func isOfNumber(_ meaning: Lexicon.Meaning?) -> Bool {
    switch meaning {
    case .number, .magnitude, .tenths, .modifier: true
    default: false
    }
  }

  /// Passes over all words of numbers that follow one another.
  private mutating func passOver(from index: Int) {
    gaps.append(index)
    done = index
    while done < tokens.count, done == index || isNext(done, behind: end(done - 1), marks: "-") {
      switch wordMeaning(done) {
      case .number, .magnitude, .tenths, .modifier, .hint: done += 1
      default: return
      }
    }
  }

  /// `halb sieben` is half past six, in the morning or the evening.
  private mutating func readHalfHour(at index: Int) -> Bool {
    guard meaning(index) == .halfTo, isNext(index + 1, behind: end(index)) else { return false }
    switch meaning(index + 1) {
    case .number(let hour) where hour <= 12, .hint(let hour) where hour == 1:
      let minutes = hour * 60 - 30
      var figure = Figure(
        bytes: start(index)..<end(index + 1), tokens: index..<index + 2,
        readings: [.clock(minutes), .clock(minutes + 720)])
      figure.isTelling = false
      figures.append(figure)
      done = index + 2
      return true
    default: return false
    }
  }

  /// `two thirds`, `one third`; what it comes to may be said otherwise, so it is a gap, too.
  private mutating func readFraction(_ phrase: NumberPhrase, _ range: Range<Int>) -> Bool {
    let next = range.upperBound
    guard let many = phrase.amount.whole, many < 10, isNext(next, behind: end(next - 1), marks: "-")
    else { return false }
    let parts: Int
    switch meaning(next) {
    case .part(let number): parts = number
    case .hint(let number) where number > 2 && Self.ones.contains(tokens.hashes[next - 1]):
      parts = number
    default: return false
    }
    var figure = Figure(
      bytes: start(range.lowerBound)..<end(next), tokens: range.lowerBound..<next + 1,
      readings: [.fraction(many, parts)])
    figure.isTelling = false
    figures.append(figure)
    gaps.append(range.lowerBound)
    done = next + 1
    return true
  }

  private static let ones = Set(WordForms.hashes(of: "one"))

  private mutating func readFactor(at index: Int) -> Bool {
    guard case .factor(let factor) = meaning(index) else { return false }
    var figure = Figure(
      bytes: start(index)..<end(index), tokens: index..<index + 1, readings: [.factor(factor)])
    figure.isTelling = false
    figures.append(figure)
    done = index + 1
    return true
  }

  func isHalf(behind index: Int) -> Bool {
    (index..<min(tokens.count, index + 3)).contains { Self.halves.contains(tokens.hashes[$0]) }
  }

  static let halves = Set(
    WordForms.hashes(
      of: "half halb halbe demi demie medio media mezzo mezza половиной половина نصف"))

  /// What a word means, or a number written as one word: dreihundertfünfzig, duecento.
  private func wordMeaning(_ index: Int) -> Lexicon.Meaning? {
    if let known = meaning(index) { return known }
    guard !lexicon.joints.isEmpty, tokens.marks.indices.contains(index),
      (7...60).contains(end(index) - start(index))
    else { return nil }
    let word = String(decoding: text[start(index)..<end(index)], as: UTF8.self).lowercased()
    return lexicon.compound(word[...]).map { .number($0) }
  }
}

extension Lexicon {
  /// The value of a number written as one word; `nil` of other words.
  func compound(_ word: Substring) -> Int? {
    for (joint, power) in joints {
      // Of words such as Tausendfüßler one part is none.
      guard let place = word.firstRange(of: joint) else { continue }
      let factor = (0..<power).reduce(1) { factor, _ in factor * 10 }
      guard let many = place.lowerBound == word.startIndex ? 1 : part(word[..<place.lowerBound])
      else { return nil }
      var rest = word[place.upperBound...]
      if rest.hasPrefix("und") { rest = rest.dropFirst(3) }
      guard let more = rest.isEmpty ? 0 : part(rest), more < factor, many < 1000 else {
        return nil
      }
      return many * factor + more
    }
    return nil
  }

  private func part(_ word: Substring) -> Int? {
    guard let hash = WordForms.hashes(of: String(word)).first else { return nil }
    switch meaning(of: hash) {
    case .number(let value), .hint(let value): return value
    case .magnitude(let power) where power == 2: return 100
    default: return compound(word)
    }
  }
}
