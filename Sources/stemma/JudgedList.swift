internal import StemmaFormats
internal import StemmaKit

/// A list of labelled pairs with what was found of each.
struct JudgedList {
  /// What was found of a pair.
  struct Found {
    var relation = Relation.none
    var direction = Direction.undecided
    var strength = 0.0
  }

  let rows: [LabelList.Row]
  /// Of each row.
  var found: [Found] = []
  private var subject = EvaluationSubject()
  /// Derivations that the list does not name.
  private var unlisted: [(a: String, b: String, found: Found)] = []

  /// Factors by which the lines of the rule are moved for the curve. What a scan leaves out is not
  /// measured, so that its curve begins at the rule as it is.
  private var lines: [Double] { (subject.isScan ? 10...20 : 5...20).map { Double($0) / 10 } }

  init(rows: [LabelList.Row], documents: Int, usesDates: Bool) {
    self.rows = rows
    subject.documents = documents
    subject.pairs = rows.count
    subject.ignored = rows.count { $0.truth.isIgnored }
    subject.usesDates = usesDates
  }

  /// Takes what a scan found.
  ///
  /// - Parameters:
  ///   - index: the number of each document, by the bytes of its id.
  ///   - isComplete: whether pairs that the list does not name are no derivations.
  mutating func take(_ result: ScanResult, _ index: [[UInt8]: Int], isComplete: Bool) {
    struct Key: Hashable {
      var low: Int
      var high: Int
    }
    let rule = RelationRule()
    subject.isScan = true
    var byPair: [Key: ScanPair] = [:]
    for pair in result.pairs { byPair[Key(low: pair.a, high: pair.b)] = pair }
    found = rows.map { row in
      let (a, b) = (index[Array(row.a.utf8)] ?? 0, index[Array(row.b.utf8)] ?? 0)
      guard let pair = byPair.removeValue(forKey: Key(low: min(a, b), high: max(a, b))) else {
        return Found()
      }
      return Self.found(pair, isTurned: a > b, rule)
    }
    guard isComplete else { return }
    unlisted = byPair.values.filter { $0.finding.relation.isDerivation }
      .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
      .map { pair in
        (
          result.documents[pair.a].id, result.documents[pair.b].id,
          Self.found(pair, isTurned: false, rule)
        )
      }
    subject.unlisted = unlisted.count
  }

  private static func found(_ pair: ScanPair, isTurned: Bool, _ rule: RelationRule) -> Found {
    var direction = pair.finding.direction
    if isTurned { direction.derivative = direction.derivative.map { $0 == .a ? .b : .a } }
    let relation = pair.finding.relation
    // What a third text made a rewrite is just at the line.
    let strength = relation.isDerivation ? max(1, rule.strength(pair.finding.evidence)) : 0
    return Found(relation: relation, direction: direction, strength: strength)
  }

  /// Holds the stories of a scan against labelled groups; a document without a story is alone.
  mutating func take(_ stories: [Story], of list: GroupList, _ index: [[UInt8]: Int]) {
    var story: [Int: Int] = [:]
    for (number, found) in stories.enumerated() {
      for member in found.members { story[member] = number }
    }
    var numbers: [[UInt8]: Int] = [:]
    var (labelled, found) = ([Int](), [Int]())
    for row in list.rows {
      let document = index[Array(row.id.utf8)] ?? 0
      let name = Array(row.group.utf8)
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      labelled.append(number)
      found.append(story[document] ?? stories.count + document)
    }
    subject.stories = (PartitionAgreement(labelled: labelled, found: found), labelled.count)
  }

  /// The evaluation, and what it is of.
  func evaluated() -> (Evaluation, EvaluationSubject) {
    var subject = subject
    let groups = Groups(rows)
    let pairs = zip(rows, found).enumerated().map { number, pair in
      let (row, found) = pair
      return JudgedPair(
        label: row.label, truth: row.truth, derivative: row.derivative, found: found.relation,
        direction: found.direction, strength: found.strength, group: groups.ofRow[number])
    }
    let strays = unlisted.enumerated().map { number, pair in
      JudgedPair(
        label: "not listed", truth: .notDerived, found: pair.found.relation,
        direction: pair.found.direction, strength: pair.found.strength,
        group: groups.group(of: pair.a) ?? -1 - number)
    }
    let all =
      zip(pairs, rows).map { ($0, $1.a, $1.b) } + zip(strays, unlisted).map { ($0, $1.a, $1.b) }
    func mistakes(_ isWrong: (JudgedPair) -> Bool) -> [EvaluationSubject.Mistake] {
      all.filter { isWrong($0.0) }.sorted {
        ($1.0.strength, $0.1, $0.2) < ($0.0.strength, $1.1, $1.2)
      }
      .map { .init($0.0, a: $0.1, b: $0.2) }
    }
    subject.falseDerivations = mistakes { $0.truth.isDerivation == false && $0.found.isDerivation }
    subject.missedDerivations = mistakes { $0.truth.isDerivation == true && !$0.found.isDerivation }
    return (Evaluation(pairs, unlisted: strays, lines: lines), subject)
  }
}

/// Which rows of a list belong together: by its own column, or by the documents that they share.
private struct Groups {
  private(set) var ofRow: [Int] = []
  private var ofDocument: [[UInt8]: Int] = [:]

  init(_ rows: [LabelList.Row]) {
    var names: [[UInt8]: Int] = [:]
    func number(_ name: String) -> Int {
      let known = names[Array(name.utf8)] ?? names.count
      names[Array(name.utf8)] = known
      return known
    }
    if rows.contains(where: { $0.group != nil }) {
      ofRow = rows.map { number($0.group ?? "") }
    } else {
      let pairs = rows.map { (a: number($0.a), b: number($0.b)) }
      let groups = PairGroups(documents: names.count, pairs: pairs)
      ofRow = pairs.map { groups.group(of: $0.a) }
    }
    for (row, group) in zip(rows, ofRow) {
      for id in [row.a, row.b] { ofDocument[Array(id.utf8)] = group }
    }
  }

  func group(of id: String) -> Int? { ofDocument[Array(id.utf8)] }
}
