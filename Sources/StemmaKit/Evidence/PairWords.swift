/// The words of a pair, numbered and weighed, and the measures that know no order.
///
/// A value with scratch space: make one a thread and use it for many pairs.
struct PairWords {
  private(set) var vocabulary = PairVocabulary()
  /// By id, the rarity, by which order is weighed: the lower of what the two texts say, where they
  /// are of languages that the background does not know.
  private(set) var rarities: [Int32] = []
  /// The rarity by which topics are.
  private var topics: [Int32] = []
  /// What a word in its order proves.
  private(set) var weights: [Int32] = []
  private var names: [UInt8] = []

  /// A word this common (1 nat: more than a third of all texts) proves nothing about order.
  private static let freeRarity = Int32(TermRarity.unit)
  /// What the rarest word weighs.
  static let heaviest = Int32(TermRarity.highest) - freeRarity
  private static let nameInA: UInt8 = 1
  private static let nameInB: UInt8 = 2

  /// Numbers and weighs the words of two texts.
  ///
  /// - Complexity: O(*n* + *m*).
  mutating func weigh(_ first: WeighedText, _ second: WeighedText) {
    vocabulary.number(first.tokens.hashes, second.tokens.hashes)
    rarities.grow(to: vocabulary.count)
    topics.grow(to: vocabulary.count)
    weights.grow(to: vocabulary.count)
    Self.lowest(first.rarity, second.rarity, vocabulary, into: &rarities)
    Self.lowest(first.topicRarity, second.topicRarity, vocabulary, into: &topics)
    Self.weigh(rarities, vocabulary.count, into: &weights)
  }

  private static func weigh(_ rarities: [Int32], _ count: Int, into weights: inout [Int32]) {
    let rarities = rarities.span
    var weights = weights.mutableSpan
    var id = 0
    while id < count {
      weights[id] = max(0, rarities[id] - freeRarity)
      id += 1
    }
  }

  /// A word has the same rarity wherever it stands in one text.
  @inline(__always)
  private static func lowest(
    _ first: [UInt8], _ second: [UInt8], _ vocabulary: PairVocabulary, into values: inout [Int32]
  ) {
    var values = values.mutableSpan
    let (first, second) = (first.span, second.span)
    let (a, b) = (vocabulary.a.span, vocabulary.b.span)
    var index = vocabulary.countOfA
    while index < vocabulary.count {
      values[index] = Int32(TermRarity.highest)
      index += 1
    }
    index = 0
    while index < a.count {
      values[Int(a[index])] = min(Int32(first[index]), Int32(TermRarity.highest))
      index += 1
    }
    index = 0
    while index < b.count {
      let id = Int(b[index])
      values[id] = min(values[id], Int32(second[index]))
      index += 1
    }
  }

  /// Fills in the overlap of words and the cosine of rare words.
  func measureOverlap(into scores: inout Scores) {
    let (countsA, countsB) = (vocabulary.countA.span, vocabulary.countB.span)
    let (weights, topics) = (weights.span, topics.span)
    var (overlap, weightA, weightB) = (0, 0, 0)
    // Whole numbers as long as possible: the sums do not depend on their order.
    var (product, squareA, squareB) = (0, 0, 0)
    var id = 0
    while id < vocabulary.countOfA {
      let (countA, countB) = (Int(countsA[id]), Int(countsB[id]))
      let weight = Int(weights[id])
      overlap &+= min(countA, countB) &* weight
      weightA &+= countA &* weight
      weightB &+= countB &* weight
      let square = Int(topics[id]) &* Int(topics[id])
      let fourth = square &* square
      let inBoth = countB > 0 ? fourth : 0
      squareA &+= fourth
      squareB &+= inBoth
      product &+= inBoth
      id += 1
    }
    while id < vocabulary.count {
      weightB &+= Int(countsB[id]) &* Int(weights[id])
      let square = Int(topics[id]) &* Int(topics[id])
      squareB &+= square &* square
      id += 1
    }
    let lighter = min(weightA, weightB)
    scores.commonWeight = Double(overlap)
    scores.wordOverlap = lighter == 0 ? 0 : Double(overlap) / Double(lighter)
    let norm = (Double(squareA) * Double(squareB)).squareRoot()
    scores.rareWords = norm == 0 ? 0 : Double(product) / norm
  }

  /// Fills in the names and numbers in common.
  mutating func measureNames(_ a: Tokens, _ b: Tokens, into scores: inout Scores) {
    let vocabulary = vocabulary
    let count = vocabulary.count
    names.grow(to: count)
    var names = names.mutableSpan
    fill(&names, count, with: 0)
    Self.mark(vocabulary.a, a.marks, Self.nameInA, in: &names)
    Self.mark(vocabulary.b, b.marks, Self.nameInB, in: &names)
    var (countA, countB, both) = (0, 0, 0)
    var id = 0
    while id < count {
      let sides = names[id]
      countA &+= Int(sides & 1)
      countB &+= Int(sides >> 1)
      both &+= Int(sides & sides >> 1)
      id += 1
    }
    scores.namesInBoth = both
    scores.namesShared = min(countA, countB) == 0 ? 0 : Double(both) / Double(min(countA, countB))
  }

  /// Marks the ids that stand for a name or a number: capitalised within a sentence, or a numeral.
  @inline(__always)
  private static func mark(
    _ ids: [Int32], _ marks: [TokenMarks], _ side: UInt8, in names: inout MutableSpan<UInt8>
  ) {
    let (ids, marks) = (ids.span, marks.span)
    var index = 0
    while index < ids.count {
      let mark = marks[index].rawValue
      let isNumeral = mark & TokenMarks.numeral.rawValue != 0
      let place = TokenMarks.capitalised.rawValue | TokenMarks.sentenceStart.rawValue
      let isName = isNumeral || mark & place == TokenMarks.capitalised.rawValue
      names[Int(ids[index])] |= isName ? side : 0
      index += 1
    }
  }

  /// An upper bound for the Jaccard coefficient of the 5-grams: in both can only be one all of
  /// whose words are, and a text has no fewer 5-grams than words to begin them.
  func resemblanceBound(length: Int = 5) -> Double {
    let (a, b) = (vocabulary.a, vocabulary.b)
    guard a.count >= length, b.count >= length else { return 1 }
    let shared = min(
      Self.sharedRuns(a, others: vocabulary.countB, length),
      Self.sharedRuns(b, others: vocabulary.countA, length))
    let countB = vocabulary.count - vocabulary.countOfA + sharedCount
    let leastA = max(shared, vocabulary.countOfA - length + 1)
    let leastB = max(shared, countB - length + 1)
    let union = leastA + leastB - shared
    return union == 0 ? 0 : Double(shared) / Double(union)
  }

  /// How many ids both texts have.
  private var sharedCount: Int {
    let counts = vocabulary.countB.span
    var (shared, id) = (0, 0)
    while id < vocabulary.countOfA {
      shared &+= counts[id] > 0 ? 1 : 0
      id += 1
    }
    return shared
  }

  /// How many places begin so many words in a row that the other text has, too.
  private static func sharedRuns(_ ids: [Int32], others: [Int32], _ length: Int) -> Int {
    let (ids, others) = (ids.span, others.span)
    var (run, found, index) = (0, 0, 0)
    while index < ids.count {
      run = others[Int(ids[index])] > 0 ? run &+ 1 : 0
      found &+= run >= length ? 1 : 0
      index += 1
    }
    return found
  }
}
