/// The runs of a piece of text of which some hold other bytes than ASCII, on their way to tokens:
/// words of ASCII have been hashed together, the others read one by one.
struct MixedRuns {
  /// The hash of each run.
  var hashes: [UInt64] = []
  /// The numbers of the runs with other bytes, in order.
  var high: [UInt32] = []
  /// The tokens of these runs.
  var tokens: [Token] = []
  /// How many tokens there are up to and with each of these runs.
  var ends: [Int] = []
  private var count = 0

  /// Makes room for so many runs, and forgets those of the piece before.
  mutating func begin(runs count: Int) {
    self.count = count
    if hashes.count < count {
      hashes.append(contentsOf: repeatElement(0, count: count - hashes.count))
      // One more: the first run may be noted once more.
      high.append(contentsOf: repeatElement(0, count: count + 1 - high.count))
    }
    tokens.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Notes the first run, which began in an earlier piece, where the bytes there are not all ASCII;
  /// returns how many runs are noted then.
  mutating func noteFirst(_ text: Span<UInt8>, _ earlier: Range<Int>, found: Int) -> Int {
    if found > 0, high[0] == 0 { return found }
    guard earlier.contains(where: { text[$0] >= 0x80 }) else { return found }
    high.insert(0, at: 0)
    high.removeLast()
    return found + 1
  }

  /// Appends one property of all tokens in text order: of runs that are words by `word`, of the
  /// others as they were read.
  @inline(__always)
  func merge<Element>(
    into array: inout [Element], filler: Element, _ property: (Token) -> Element,
    word: (MixedRuns, Int) -> Element
  ) {
    var place = array.count
    let size = count - ends.count + tokens.count
    array.append(contentsOf: repeatElement(filler, count: size))
    var all = array.mutableSpan
    var token = 0
    var run = 0
    for index in 0...ends.count {
      let next = index < ends.count ? Int(high[index]) : count
      while run < next {
        all[place] = word(self, run)
        run += 1
        place += 1
      }
      guard index < ends.count else { break }
      run += 1
      while token < ends[index] {
        all[place] = property(tokens[token])
        token += 1
        place += 1
      }
    }
  }
}
