/// Something that a text says and that can be held against another text.
protocol Mention {
  var bytes: Range<Int> { get }
  var tokens: Range<Int> { get }
  /// Whether its absence from the other text may be reported.
  var isTelling: Bool { get }
  /// Whether both say the same, perhaps in other words.
  func agrees(with other: Self) -> Bool
  /// Whether one in the place of the other is a change that can be told.
  func mayReplace(_ other: Self) -> Bool
  /// Whether one may have become the other on a ground less than a frame, where the word before or
  /// behind is the same or not.
  func fits(_ other: Self, _ ground: Opposites.Ground, hasSameNeighbour: Bool) -> Bool
  /// Whether the sentences must be the same but for the two, since the change may be in other words.
  func needsAllElseSame(_ other: Self) -> Bool
  /// What two of these have in common that are told to be one replaced by the other wherever they
  /// stand, if no others in either text have it; `nil` of all that have a place of their own.
  var namesakes: [UInt64]? { get }
  /// Whether it may stand for the other on this ground, where the value of each is nowhere in the
  /// other text, or only that of one.
  func isReason(
    _ ground: Opposites.Ground, for other: Self, missingInB: Bool, missingInA: Bool
  ) -> Bool
}

extension Mention {
  func needsAllElseSame(_ other: Self) -> Bool { false }

  var namesakes: [UInt64]? { nil }

  /// In the same frame any two stand for one another. Elsewhere one at least must be new.
  func isReason(
    _ ground: Opposites.Ground, for other: Self, missingInB: Bool, missingInA: Bool
  ) -> Bool {
    switch ground {
    case .frame: true
    case .place: missingInB || missingInA
    case .sentence: missingInB && missingInA
    }
  }
}

extension Figure: Mention {
  /// 1-3 may be the 3-1 of the other side, -5 may be told as five below zero.
  func needsAllElseSame(_ other: Figure) -> Bool {
    sort == .score || hasReading(of: other) && isNegative != other.isNegative
  }

  /// A bare number may count other things.
  func fits(_ other: Figure, _ ground: Opposites.Ground, hasSameNeighbour: Bool) -> Bool {
    if sort != .count || magnitude > 0 && magnitude == other.magnitude
      || measure != nil && measure == other.measure
    {
      return true
    }
    return hasSameNeighbour && (amount?.whole == nil) == (other.amount?.whole == nil)
  }
}

extension CalendarDate: Mention {
  func fits(_ other: CalendarDate, _ ground: Opposites.Ground, hasSameNeighbour: Bool) -> Bool {
    true
  }
}

extension Name: Mention {
  /// An acronym in the place of a name is most often its short form.
  func mayReplace(_ other: Name) -> Bool { isAcronym == other.isAcronym }

  private var isAcronym: Bool { words.allSatisfy(\.isAcronym) }

  /// In another place of the sentence it must be the same first name or title with another name.
  func fits(_ other: Name, _ ground: Opposites.Ground, hasSameNeighbour: Bool) -> Bool {
    ground == .place || !Set(given).isDisjoint(with: other.given) || hasOtherFirst(than: other)
  }

  /// People and things have many names: outside of a frame both must be new, their last words or the
  /// first.
  func isReason(
    _ ground: Opposites.Ground, for other: Name, missingInB: Bool, missingInA: Bool
  ) -> Bool {
    switch ground {
    case .frame: true
    case .place, .sentence: missingInB && missingInA || hasOtherFirst(than: other)
    }
  }
}

/// All that a text says and that is compared.
struct Mentions {
  var figures: [Figure]
  var dates: [CalendarDate]
  var names: [Name]
  var words: WordIndex
  private var doubtfulDates: [CalendarDate.Value]
  /// Tokens where a number stands that was not read.
  var gaps: [Int]

  /// - Parameters:
  ///   - language: that of the other text.
  ///   - small: words that stand with a small letter in either text.
  init(_ read: ReadText, _ sentences: Sentences, else language: Language?, small: Set<UInt64>) {
    let reader = read.figures(language)
    figures = reader.figures
    dates = reader.dates
    names =
      NameReader(
        read.text, read.words.tokens, sentences, .of(read.language ?? language), small: small
      ).names
    words = read.index
    doubtfulDates = reader.doubtfulDates
    gaps = reader.gaps
  }

  /// Which figures of these stand nowhere in the other text, which dates, and of which names the last
  /// word.
  mutating func missing(in other: Mentions) -> (figures: [Bool], dates: [Bool], names: [Bool]) {
    // A year may be read as a date in one text and as a number in the other.
    let index = FigureIndex(other.figures + other.yearsAsFigures)
    let numbers = Set(other.figures.compactMap { $0.amount?.whole })
    let dates = CalendarIndex(
      other.dates.map(\.value) + other.doubtfulDates, numbers: numbers)
    for number in names.indices {
      let known = names[number].words.map { other.words.has($0) }
      names[number].isNew = known.last == false
      names[number].hasNewFirst = known.first == false
      // Shortened or lengthened it is no other name.
      if known.contains(true) { names[number].isTelling = false }
    }
    return (
      figures.map { !index.has($0) }, self.dates.map { !dates.has($0) }, names.map(\.isNew)
    )
  }

  private var yearsAsFigures: [Figure] {
    dates.flatMap { date -> [Figure] in
      guard case .date(let year, _, let day) = date.value else { return [] }
      return [year, day].filter { $0 > 0 }.map { number in
        Figure(
          bytes: date.bytes, tokens: date.tokens, readings: [.amount(Amount(UInt64(number)))])
      }
    }
  }
}
