internal import StemmaKit

/// Lays the texts of pairs beside each other; holds scratch space and the text last used, since pairs
/// of one story follow each other.
struct PairAligner {
  private struct Side {
    var document: Int
    var text: PageText
    var tokens: Tokens
    /// What changes are told by; `nil` before it is asked for.
    var read: ReadText?
  }

  private let texts: PageShelf
  private let result: ScanResult
  private var preparer = DocumentPreparer()
  private var last: [Side] = []

  init(_ texts: PageShelf, _ result: ScanResult) {
    self.texts = texts
    self.result = result
  }

  mutating func alignment(_ pair: ScanPair) throws -> PageAlignment {
    let (left, right) = pair.sides(result.documents)
    let isTurned = left != pair.a
    let names = names(pair.a, pair.b)
    let plain = PlainReasons(
      finding: pair.finding, a: Screen.isolated(names.0), b: Screen.isolated(names.1),
      witness: pair.finding.witness.map { Screen.isolated(name($0)) },
      commonSource: pair.finding.commonSource.map { Screen.isolated(name($0)) },
      delay: OutletAccount.delay(result.documents[right], behind: result.documents[left]))
    var alignment = PageAlignment(
      leftName: isTurned ? names.1 : names.0, rightName: isTurned ? names.0 : names.1,
      sentence: plain.sentence, reasons: plain.reasons,
      scores: PairReport.scores(pair.finding.evidence.scores), rows: [], passagesBeyond: 0,
      turned: isTurned ? true : nil)
    guard let numbers = [texts.number(left), texts.number(right)] as? [Int],
      numbers.allSatisfy(texts.isHeld)
    else { return alignment }
    let (x, y) = (try side(left), try side(right))
    guard x.tokens.count > 0, y.tokens.count > 0 else { return alignment }
    var spans = pair.spans.map { isTurned ? (left: $0.b, right: $0.a) : (left: $0.a, right: $0.b) }
    if spans.isEmpty, pair.finding.relation >= .copy {
      // A search for near-duplicates finds no passages: the texts agree as a whole.
      spans = [(0..<x.text.fullCount, 0..<y.text.fullCount)]
    }
    let passages = spans.compactMap { span -> Passage? in
      let (a, b) = (x.tokens.range(of: span.left), y.tokens.range(of: span.right))
      return a.isEmpty || b.isEmpty ? nil : Passage(a: a, b: b, score: 0)
    }
    alignment.passagesBeyond = spans.count - passages.count
    alignment.rows = AlignedRows(x.tokens, y.tokens, passages: passages).rows.map {
      RowMarks($0, left: (x.tokens, x.text), right: (y.tokens, y.text))
    }
    alignment.changes =
      isTurned
      ? changes(pair, y, x, passages.map { Passage(a: $0.b, b: $0.a, score: 0) })
      : changes(pair, x, y, passages)
    return alignment
  }

  /// What changed in meaning between the first and the second text of a pair, as far as both are
  /// shown.
  private mutating func changes(
    _ pair: ScanPair, _ a: Side, _ b: Side, _ passages: [Passage]
  ) -> [ChangeReport] {
    guard pair.finding.relation.isDerivation else { return [] }
    return ChangeFinder().changes(
      read(a), read(b), relation: pair.finding.relation, passages: passages
    ).prefix(PageLimits.mostChanges).map { ChangeReport($0, a: a.text.bytes, b: b.text.bytes) }
  }

  private mutating func read(_ side: Side) -> ReadText {
    guard let place = last.firstIndex(where: { $0.document == side.document }) else {
      return ReadText(side.text.bytes, WeighedText(side.tokens))
    }
    if let read = last[place].read { return read }
    let read = ReadText(side.text.bytes, WeighedText(side.tokens))
    last[place].read = read
    return read
  }

  private mutating func side(_ document: Int) throws -> Side {
    if let known = last.first(where: { $0.document == document }) { return known }
    let text = try texts.text(document)
    let tokens = preparer.tokenize(Document(id: "", text: text.bytes)).tokens
    let side = Side(document: document, text: text, tokens: tokens)
    last = last.suffix(7) + [side]
    return side
  }

  /// The outlets where they tell the two texts apart, with the day where that does, else the ids.
  private func names(_ a: Int, _ b: Int) -> (String, String) {
    let (x, y) = (result.documents[a], result.documents[b])
    guard let outletX = x.source, let outletY = y.source else {
      return (x.source ?? x.id, y.source ?? y.id)
    }
    if outletX != outletY { return (outletX, outletY) }
    if let dayX = x.date?.day, let dayY = y.date?.day, dayX != dayY {
      let days = [dayX, dayY].map { PublicationDate(day: $0, second: nil).description }
      return ("\(outletX) of \(days[0])", "\(outletY) of \(days[1])")
    }
    return (name(a), name(b))
  }

  private func name(_ document: Int) -> String {
    let head = result.documents[document]
    return head.source.map { "\($0) (\(head.id))" } ?? head.id
  }
}

extension Tokens {
  /// The tokens that lie within some bytes.
  ///
  /// - Complexity: O(log *n*).
  func range(of bytes: Range<Int>) -> Range<Int> {
    let first = firstIndex(0..<count) { Int(starts[$0]) >= bytes.lowerBound }
    let end = firstIndex(first..<count) { Int(ends[$0]) > bytes.upperBound }
    return first..<end
  }

  /// The first index from which on a condition holds.
  private func firstIndex(_ range: Range<Int>, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
