/// What the words of a language mean for numbers and dates.
struct Lexicon: Sendable {
  enum Meaning: Equatable, Sendable {
    /// A number that can be told from any other word of the language.
    case number(Int)
    /// A number that may also be said for other reasons, such as one, second or both: it shows that
    /// a text has the value, never that it was changed.
    case hint(Int)
    /// Ten to this power, said behind a number.
    case magnitude(Int)
    /// So many tenths: half, anderthalb, полтора.
    case tenths(Int)
    /// Half an hour before the hour that follows, as in `halb sieben`.
    case halfTo
    /// Makes more or less of the number that follows, how much is not read.
    case modifier
    case percent
    case currency(Currency)
    case measure(Measure)
    /// Thirds and the like, behind a number.
    case part(Int)
    /// Doubled and the like.
    case factor(Int)
    /// 1 to 12.
    case month(Int)
    /// A month whose name has another meaning; read only beside a day, a year or such as `in`.
    case doubtfulMonth(Int)
    /// Two months of one name, of which a word for second tells the later.
    case pairedMonth(Int, Int)
    /// 1 (Monday) to 7.
    case weekday(Int)
    /// Such as about, nearly, more than: the number that follows need not be exact.
    case approximation
    /// Stands before a month or a year.
    case calendarLead
    case link(Link)
  }

  /// What a word such as and may join to a number, each of these what stands before it, too.
  enum Link: Int, Sendable {
    case halves, hundreds, tens
  }

  enum Currency: String, Sendable {
    case euro, dollar, pound, yen, yuan, rupee, rouble, franc, rial
  }

  /// The mark before the fraction, where the language has one; `nil` where both marks are used.
  var decimalMark: UInt32?
  /// Whether thousands may be parted by a plain blank.
  var groupsBySpace = false
  /// Whether capitals mark every noun, not names alone.
  var capitalisesNouns = false
  /// Whether four twenties are eighty, as in French.
  var countsScores = false
  /// Whether units stand before tens, as in Arabic.
  var putsUnitsFirst = false
  /// Whether nineteen eighty-four is a year.
  var saysYearsInPairs = false
  /// What stands within numbers that are written as one word, and its power of ten: the highest first.
  var joints: [(word: String, power: Int)] = []
  /// Below this a number may be said in words that are not known here; that its digits are missing
  /// proves nothing.
  var saidInWordsBelow = 13
  private var meanings: [UInt64: Meaning] = [:]

  func meaning(of hash: UInt64) -> Meaning? { meanings[hash] ?? Self.everywhere[hash] }

  /// For texts of which the language is not known: digits alone.
  static let unknown: Lexicon = {
    var lexicon = Lexicon()
    lexicon.groupsBySpace = true
    lexicon.capitalisesNouns = true
    lexicon.saidInWordsBelow = 100
    return lexicon
  }()

  static func of(_ language: Language?) -> Lexicon { language.flatMap { all[$0] } ?? unknown }

  /// Gives each word of a list its meaning. The list has the values in order, a blank between them,
  /// and a stroke between words of the same value; words known before keep their meaning.
  mutating func add(_ list: String, from first: Int = 0, _ meaning: (Int) -> Meaning) {
    for (offset, words) in list.split(separator: " ").enumerated() {
      for word in words.split(separator: "|") { add(String(word), meaning(first + offset)) }
    }
  }

  mutating func add(_ word: String, _ meaning: Meaning) {
    let hashes = WordForms.hashes(of: word)
    guard hashes.count == 1, let hash = hashes.first, meanings[hash] == nil else { return }
    meanings[hash] = meaning
  }

  /// Gives all words of a list the same meaning.
  mutating func addAll(_ list: String, _ meaning: Meaning) {
    for word in list.split(separator: " ") { add(String(word), meaning) }
  }

  /// Signs and short forms that mean the same in all languages.
  private static let everywhere: [UInt64: Meaning] = {
    var lexicon = Lexicon()
    lexicon.addAll("eur euro euros евро یورو يورو यूरो", .currency(.euro))
    lexicon.addAll(
      "usd dollar dollars dólar dólares dollaro dollari доллар доллара долларов доллары دولار ڈالر डॉलर",
      .currency(.dollar))
    lexicon.addAll(
      "gbp pfund pound pounds sterling livres libras sterline фунтов фунта", .currency(.pound))
    lexicon.addAll("yen jpy иен иены", .currency(.yen))
    lexicon.addAll("yuan cny rmb юаней юаня", .currency(.yuan))
    lexicon.addAll("rupee rupees rupien roupies inr pkr روپے روپیہ रुपये रुपए रुपया", .currency(.rupee))
    lexicon.addAll(
      "rouble roubles ruble rubles rubel roubles rublos rubli рубль рубля рублей рубли руб",
      .currency(.rouble))
    lexicon.addAll("franc francs franken chf", .currency(.franc))
    lexicon.addAll("rial rials riyal riyals ريال ريالا ريالات ریال", .currency(.rial))
    lexicon.addAll("mio mln mln млн", .magnitude(6))
    lexicon.addAll("mrd mld млрд", .magnitude(9))
    for (words, measure) in Measure.names { lexicon.addAll(words, .measure(measure)) }
    return lexicon.meanings
  }()
}
