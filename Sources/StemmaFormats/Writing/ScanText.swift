public import StemmaKit

/// The stories of a scan for people, most telling first.
public struct ScanText {
  let result: ScanResult
  let skipped: Int
  let passedOver: Int
  let top: Int
  let style: TextStyle
  private let order: [Int]

  /// - Parameter order: ``order(_:)``, where that is known.
  public init(
    result: ScanResult, order: [Int]? = nil, skipped: Int, passedOver: Int, top: Int,
    style: TextStyle
  ) {
    self.order = order ?? Self.order(result)
    self.result = result
    self.skipped = skipped
    self.passedOver = passedOver
    self.top = top
    self.style = style
  }

  public var text: String {
    var isShown = [Bool](repeating: false, count: result.documents.count)
    for index in order.prefix(top) {
      for member in result.stories[index].members { isShown[member] = true }
    }
    var pairs: [PairKey: ScanPair] = [:]
    for pair in result.pairs where isShown[pair.a] && isShown[pair.b] {
      pairs[PairKey(pair.a, pair.b)] = pair
    }
    var lines = [summary]
    for (number, index) in order.prefix(top).enumerated() {
      let story = StoryText(
        story: result.stories[index], pairs: pairs, result: result, style: style)
      lines += [""] + story.lines(number: number + 1)
    }
    if order.count > top {
      lines += ["", "… and \(order.count - top) more stories; --top \(order.count) shows all."]
    }
    if !result.commonMatter.isEmpty { lines += [""] + commonMatterLines }
    let sameStory = result.pairs.filter { $0.finding.relation == .sameStory }
    if !sameStory.isEmpty { lines += [""] + sameStoryLines(sameStory) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var summary: String {
    if result.documents.count < 2 {
      let left = skipped > 0 ? "; \(skipped) left out" : ""
      return "Nothing to compare: \(counted(result.documents.count, "document"))\(left)."
    }
    let inStories = result.stories.reduce(0) { $0 + $1.members.count }
    var parts = [
      counted(result.documents.count, "document"),
      result.stories.isEmpty
        ? "no text made from another"
        : "\(result.stories.count) \(result.stories.count == 1 ? "story" : "stories") of \(inStories) texts made from one another",
    ]
    parts.append("\(counted(result.candidates, "pair")) compared")
    if skipped > 0 { parts.append("\(skipped) left out") }
    if passedOver > 0 {
      parts.append("\(passedOver) other \(passedOver == 1 ? "file" : "files") passed over")
    }
    return Wrap(first: "", next: "", style: style).lines(
      Wrap.words(parts.joined(separator: ", ") + ".")
    ).joined(separator: "\n")
  }

  /// What was not counted as reuse: the runs of words that most texts have.
  private var commonMatterLines: [String] {
    let runs = result.commonMatter
    var lines = [
      style.emphasised(
        "Notices, menus, much quoted words and the like, not counted as reuse:", .bold)
    ]
    for run in runs.prefix(Self.mostRuns) {
      let lead = "    \(run.documents) texts: "
      let words = Screen.printable(
        run.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      lines.append(lead + Screen.cut(words, columns: style.width - lead.count))
    }
    if runs.count > Self.mostRuns { lines.append("    … and \(runs.count - Self.mostRuns) more") }
    return lines
  }

  /// The stories, as indices into those of the result, in the order in which they are shown.
  public static func order(_ result: ScanResult) -> [Int] { StoryIndex(result).order }

  private static let mostRuns = 5

  private func sameStoryLines(_ pairs: [ScanPair]) -> [String] {
    var lines = [style.emphasised("Same story, but not shown to be derived:", .bold)]
    let ordered = pairs.sorted {
      ($1.finding.evidence.scores.coverage, $0.a, $0.b)
        < ($0.finding.evidence.scores.coverage, $1.a, $1.b)
    }
    for pair in ordered.prefix(top) {
      let names = [pair.a, pair.b].map { Screen.printable(result.documents[$0].id) }
      let order = percent(pair.finding.evidence.scores.coverage)
      lines += Wrap(first: "    ", next: "      ", style: style).lines(
        Wrap.words(names.joined(separator: " ~ ") + "  (\(order) in order)"))
    }
    if pairs.count > top { lines.append("    … and \(pairs.count - top) more pairs.") }
    return lines
  }
}

struct PairKey: Hashable {
  var low: Int
  var high: Int

  init(_ x: Int, _ y: Int) {
    low = min(x, y)
    high = max(x, y)
  }
}

/// One story: its tree, from the origin down, or its pairs where the tree is not known.
struct StoryText {
  let story: Story
  let pairs: [PairKey: ScanPair]
  let result: ScanResult
  let style: TextStyle

  /// Members of one generation that are named; the rest are counted.
  private static let mostSiblings = 12

  func lines(number: Int) -> [String] {
    let lead = result.documents[story.lead]
    let title = Screen.printable(lead.title ?? lead.id)
    let label = String(number)
    var lines = [
      style.emphasised(
        "\(label). \(Screen.cut(title, columns: style.width - label.count - 2))", .bold)
    ]
    var children: [Int: [Int]] = [:]
    for edge in story.edges { children[edge.source, default: []].append(edge.derivative) }
    let derived = Set(story.edges.map(\.derivative))
    if let origin = story.origin {
      lines.append("   \(story.members.count) texts; likely origin:")
      lines.append("   " + name(origin, room: style.width - 3))
      append(children[origin] ?? [], children, depth: 1, to: &lines)
    } else {
      lines.append(
        "   \(story.members.count) texts; no single origin is known, each with its closest relation:"
      )
      let roots = story.members.filter { !derived.contains($0) }
      for root in roots.prefix(Self.mostSiblings) {
        let closest = closest(root)
        let relation = closest.map { pairs[PairKey(root, $0)]?.finding.relation.rawValue ?? "" }
        lines.append(
          "   " + padded(relation ?? "", 10) + name(root, closest: closest, room: style.width - 13))
        append(children[root] ?? [], children, depth: 1, to: &lines)
      }
      if roots.count > Self.mostSiblings {
        lines.append("   … and \(roots.count - Self.mostSiblings) more")
      }
    }
    return lines
  }

  private func append(
    _ members: [Int], _ children: [Int: [Int]], depth: Int, to lines: inout [String]
  ) {
    for member in members.prefix(Self.mostSiblings) {
      let edge = story.edges.first { $0.derivative == member }
      let source = edge?.source ?? member
      let indent = "   " + String(repeating: "  ", count: min(depth, 8))
      let relation = pairs[PairKey(member, source)]?.finding.relation.rawValue ?? ""
      let lead = indent + padded(relation, 10)
      lines.append(
        lead
          + name(
            member, source: source, isCertain: edge?.isCertain ?? true,
            room: style.width - lead.count))
      append(children[member] ?? [], children, depth: depth + 1, to: &lines)
    }
    if members.count > Self.mostSiblings {
      lines.append(
        "   " + String(repeating: "  ", count: min(depth, 8))
          + "… and \(members.count - Self.mostSiblings) more")
    }
  }

  /// The other member to which one has the closest relation.
  private func closest(_ member: Int) -> Int? {
    func closeness(_ other: Int) -> (Relation, Double)? {
      pairs[PairKey(member, other)].map { ($0.finding.relation, $0.finding.confidence) }
    }
    return story.members.filter { closeness($0) != nil }
      .max { (closeness($0) ?? (.none, 0)) < (closeness($1) ?? (.none, 0)) }
  }

  /// The least of an id that is shown where not all fits: what is said of a text matters more.
  private static let leastOfID = 12

  private func name(
    _ member: Int, source: Int? = nil, closest: Int? = nil, isCertain: Bool = true, room: Int
  ) -> String {
    func note(othersIn columns: Int) -> String {
      let notes = notes(
        member, source: source, closest: closest, isCertain: isCertain, othersIn: columns)
      return notes.isEmpty ? "" : "  (\(notes.joined(separator: ", ")))"
    }
    let id = Screen.printable(result.documents[member].id)
    let whole = note(othersIn: .max)
    guard style.cutsNames, Screen.columns(id) + Screen.columns(whole) > room else {
      return id + style.emphasised(whole, .dim)
    }
    let brief = note(othersIn: Self.leastOfID)
    return Screen.cut(id, columns: max(Self.leastOfID, room - Screen.columns(brief)))
      + style.emphasised(Screen.cut(brief, columns: max(10, room - Self.leastOfID)), .dim)
  }

  /// What is said of a member beside its relation.
  ///
  /// - Parameter columns: what the id of another member may take.
  private func notes(
    _ member: Int, source: Int?, closest: Int?, isCertain: Bool, othersIn columns: Int
  ) -> [String] {
    func id(_ other: Int) -> String {
      Screen.cut(Screen.printable(result.documents[other].id), columns: columns)
    }
    let head = result.documents[member]
    var notes = isCertain ? [] : ["likely"]
    if let closest { notes.append("with \(id(closest))") }
    if let outlet = head.source { notes.append(Screen.printable(outlet)) }
    if let source, let date = head.date, let other = result.documents[source].date,
      let lead = other.lead(over: date)
    {
      notes.append(Self.delay(lead))
    } else if let date = head.date {
      notes.append(String(date.description.prefix(10)))
    }
    if let source, let finding = pairs[PairKey(member, source)]?.finding {
      if finding.relation == .rewrite {
        notes.append("\(percent(finding.evidence.scores.coverage)) in order")
      }
      if let witness = finding.witness { notes.append("by way of \(id(witness))") }
    }
    return notes
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  static func delay(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    let amount =
      switch minutes {
      // Two days, of which no hours are known.
      case 1440: "1 day"
      case ..<120: "\(minutes) min"
      case ..<2880: "\(minutes / 60) h"
      default: "\(minutes / 1440) days"
      }
    return seconds >= 0 ? "\(amount) later" : "\(amount) earlier"
  }
}
