/// A text with its weighed words, and what it says that does not depend on the text it is compared with:
/// read once for all of its pairs.
public struct ReadText: Sendable {
  /// The text as read.
  public let text: [UInt8]
  public let words: WeighedText
  let language: Language?
  let index: WordIndex
  /// Its numbers and dates, where its language is known; else that of the other text tells them.
  private let figures: FigureReader?

  /// - Complexity: O(*n*) in the bytes of the text.
  public init(_ text: [UInt8], _ words: WeighedText) {
    self.text = text
    self.words = words
    language = Language.of(words.tokens, text.span)
    index = WordIndex(text, words.tokens)
    figures = language.map { FigureReader(text, words.tokens, .of($0)) }
  }

  /// Its numbers and dates, by its own language or else another.
  func figures(_ other: Language?) -> FigureReader {
    figures ?? FigureReader(text, words.tokens, .of(other))
  }
}

/// Tells what changed in meaning between a text and another that was made from it: numbers, names,
/// dates and quotations. docs/changes.md has the rules and their measurements.
public struct ChangeFinder: Sendable {
  /// More changes than this are not told of a pair.
  public static let mostChanges = 500

  public init() {}

  /// The changes, the most telling first.
  ///
  /// Of an excerpt only what stands in the passages is compared. Of texts that were not made from one
  /// another nothing is told: two reports may differ for any reason.
  ///
  /// - Parameters:
  ///   - relation: what the two texts are to each other.
  ///   - passages: where one stands in the other.
  /// - Complexity: O(*n* + *m*) but for the matching of words in sentences, O(*r* log *m*) for *r*
  ///   places with the same word.
  public func changes(
    _ a: ReadText, _ b: ReadText, relation: Relation, passages: [Passage]
  ) -> [Change] {
    guard relation.isDerivation, a.words.tokens.count > 0, b.words.tokens.count > 0 else {
      return []
    }
    let scope = relation == .excerpt ? passages : nil
    // Of several best alignments the one found depends on which text comes first: the texts decide
    // that, not the caller.
    let changes: [Change]
    if b.text.lexicographicallyPrecedes(a.text) {
      let mirrored = scope.map { $0.map { Passage(a: $0.b, b: $0.a, score: $0.score) } }
      changes = find(b, a, mirrored, isCopy: relation >= .copy).map(\.mirrored)
    } else {
      changes = find(a, b, scope, isCopy: relation >= .copy)
    }
    return Array(
      changes.sorted { left, right in
        if left.weight != right.weight { return left.weight < right.weight }
        if left.isOfQuotation != right.isOfQuotation { return right.isOfQuotation }
        return left.place < right.place
      }.prefix(Self.mostChanges))
  }

  /// The changes of a pair that was judged.
  public func changes(_ a: ReadText, _ b: ReadText, _ finding: PairFinding) -> [Change] {
    changes(a, b, relation: finding.relation, passages: finding.evidence.passages)
  }

  private func find(_ a: ReadText, _ b: ReadText, _ passages: [Passage]?, isCopy: Bool) -> [Change]
  {
    let (wordsA, wordsB) = (a.words.tokens, b.words.tokens)
    let links = SentenceLinks(a.words, b.words, (a.text, b.text))
    let opposites = Opposites(links: links, a: wordsA, b: wordsB)
    let small = NameReader.smallWords(wordsA).union(NameReader.smallWords(wordsB))
    var ofA = Mentions(a, links.sentencesA, else: b.language, small: small)
    var ofB = Mentions(b, links.sentencesB, else: a.language, small: small)
    let missingA = ofA.missing(in: ofB)
    let missingB = ofB.missing(in: ofA)
    let isInA: (Range<Int>) -> Bool = { range in
      passages?.contains { $0.a.overlaps(range) } ?? true
    }
    let isInB: (Range<Int>) -> Bool = { range in
      passages?.contains { $0.b.overlaps(range) } ?? true
    }
    func comparison<M: Mention>(_ kind: Change.Kind, of: M.Type) -> MentionComparison<M> {
      MentionComparison(
        kind: kind, opposites: opposites, isInScopeA: isInA, isInScopeB: isInB,
        gapsA: kind == .name ? [] : ofA.gaps, gapsB: kind == .name ? [] : ofB.gaps)
    }
    var changes = comparison(.number, of: Figure.self).changes(
      ofA.figures, missingA: missingA.figures, ofB.figures, missingB: missingB.figures)
    changes += comparison(.date, of: CalendarDate.self).changes(
      ofA.dates, missingA: missingA.dates, ofB.dates, missingB: missingB.dates)
    changes += comparison(.name, of: Name.self).changes(
      ofA.names, missingA: missingA.names, ofB.names, missingB: missingB.names)
    let quotations = QuotationComparison(
      a: a.words, b: b.words, text: (a.text, b.text), opposites: opposites
    ).changes(isInA, isInB)
    let replaced = changes.filter { $0.manner == .changed }
    changes += quotations.filter { quotation in
      quotation.manner != .changed || !replaced.contains { $0.overlaps(quotation) }
    }
    // A text without any quotation marks lost them on the way; a copy of it unquotes nothing.
    let hasQuotes = { (tokens: Tokens) in tokens.marks.contains { $0.contains(.quoted) } }
    if isCopy, !hasQuotes(wordsA) || !hasQuotes(wordsB) {
      changes.removeAll { $0.kind == .quotation }
    }
    return changes
  }
}

extension Change {
  fileprivate var isOfQuotation: Bool { kind == .quotation }

  /// Where it stands: in the first text, else in the second.
  fileprivate var place: Int { a?.lowerBound ?? b?.lowerBound ?? 0 }

  fileprivate func overlaps(_ other: Change) -> Bool {
    guard let a, let otherA = other.a else { return false }
    return a.overlaps(otherA)
  }
}
