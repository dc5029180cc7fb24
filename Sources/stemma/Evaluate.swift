internal import ArgumentParser
internal import StemmaFormats
internal import StemmaKit

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how well labelled pairs are found: precision, recall, F1, direction.",
    discussion: """
      The list has two ids and a label a line, with tabs between (or it is a .csv file), and where it is known who took \
      from whom a fourth column: a, b, the id of the derivative, or -. A label is a relation, or \
      derivation, not-derived, same-event, related or ignore; --label says what others mean.

      Examples:
        stemma evaluate articles.jsonl --pairs pairs.tsv
        stemma evaluate articles.jsonl --pairs pairs.tsv --scan --complete
        stemma evaluate urdu.jsonl --pairs pairs.tsv --label WD=derivation
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("Folders and files to read.", valueName: "path"))
  var paths: [String]

  @Option(help: ArgumentHelp("The labelled pairs, tab-separated.", valueName: "list"))
  var pairs: String

  @Option(
    name: .customLong("label"),
    help: ArgumentHelp(
      "What a label of the list means: a relation, derivation, not-derived, related, ignore, or several with commas between.",
      valueName: "name=meaning"))
  var labels: [LabelMeaning] = []

  @Option(
    help: ArgumentHelp(
      "The side that was made from the other, a or b, where the list does not tell.",
      valueName: "side"))
  var derived: Compare.Side?

  @Option(help: "The side that is known to be the source: a or b.")
  var knownSource: Compare.Side?

  @Option(
    help: ArgumentHelp(
      "Column of the list by which pairs belong together; else those that share documents do.",
      valueName: "name"))
  var groupColumn: String?

  @Flag(help: "Judge the pairs as a scan of all documents finds them, not each by itself.")
  var scan = false

  @Option(
    help: ArgumentHelp(
      "With --scan: scan for pairs of at least this relation; same-story unless given.",
      valueName: "relation"))
  var minRelation: Scan.MinimalRelation?

  @Flag(help: "With --scan: any derivation that the list does not name is a false one.")
  var complete = false

  @Option(
    help: ArgumentHelp(
      "With --scan: hold the stories against this list of ids and groups.", valueName: "list"))
  var stories: String?

  @Flag(help: "Judge as if no document had a date.")
  var ignoreDates = false

  @Option(
    help: ArgumentHelp("Pairs to show that were judged wrongly, of each kind.", valueName: "n"))
  var mistakes = 5

  @Option(help: ArgumentHelp("Threads to use; all cores unless given.", valueName: "n"))
  var threads: Int?

  @Option(help: "How to show the result: text or json.")
  var format = Format.text

  @OptionGroup(title: "Reading")
  var reading: ReadingArguments

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the result to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(name: [.short, .long], help: "Say nothing on standard error but errors.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be from 1 to 1024.")
    }
    guard mistakes >= 0 else { throw ValidationError("--mistakes must be at least 0.") }
    guard !scan else {
      if knownSource != nil {
        throw ValidationError("--known-source is for pairs judged each by itself, not --scan.")
      }
      return
    }
    if complete { throw ValidationError("--complete needs --scan.") }
    if stories != nil { throw ValidationError("--stories needs --scan.") }
    if minRelation != nil { throw ValidationError("--min-relation needs --scan.") }
  }

  func run() throws {
    var log = ProblemLog(quiet: quiet)
    let sink = try OutputSink(output, reading: paths + [pairs, stories])
    let progress = Progress(isQuiet: quiet)
    let judged =
      scan ? try judgeByScan(&log, progress) : try judgeEach(&log, progress)
    progress.endStage()
    log.finish()
    guard let judged, !judged.rows.isEmpty else {
      Terminal.complain("\(pairs): it names no pair that can be judged")
      throw ExitCode(2)
    }
    let (evaluation, subject) = judged.evaluated()
    switch format {
    case .json:
      try sink.write(
        JSONReport.pretty(EvaluationReport(evaluation, of: subject), inSnakeCase: true))
    case .text:
      let view = EvaluationText(evaluation, of: subject, mistakes: mistakes, style: sink.style)
      try sink.write(Array(view.text.utf8))
    }
    try sink.finish()
    if log.hasLeftOut { throw ExitCode(2) }
  }

  private func list(_ log: inout ProblemLog, isKnown: (String) -> Bool) -> [LabelList.Row] {
    var reading = LabelList.Reading()
    reading.meanings = Dictionary(labels.map { ($0.label, $0.truth) }) { $1 }
    reading.derivative = derived.map { $0 == .a ? .a : .b }
    reading.groupColumn = groupColumn
    let list = LabelList(path: pairs, reading: reading, isKnown: isKnown)
    for problem in list.problems { log.add(problem) }
    return list.rows
  }

  /// Judges each pair by itself, as `compare --pairs` does.
  private func judgeEach(_ log: inout ProblemLog, _ progress: Progress) throws -> JudgedList? {
    let reader = DocumentReader(paths, options: reading.options)
    let documents = WeighedCollection(reader, &log, progress)
    let rows = list(&log) { documents.place(of: $0) != nil }
    let threads = threads ?? Machine.cores
    let source: Direction.Derivative? = knownSource.map { $0 == .a ? .a : .b }
    let derivative: Direction.Derivative? = source.map { $0 == .a ? .b : .a }
    progress.begin(.comparing, count: rows.count)
    let findings = parallelChunks(rows.count, threads: threads, scratch: PairJudge()) {
      (judge, range) -> [PairFinding] in
      rows[range].compactMap { row in
        guard let a = documents.place(of: row.a).map({ documents[$0] }),
          let b = documents.place(of: row.b).map({ documents[$0] })
        else { return nil }
        var provenance = Provenance(a.head, b.head, knownSource: source)
        if ignoreDates { (provenance.dateA, provenance.dateB) = (nil, nil) }
        return judge.judge(a.text, b.text, provenance)
      }
    }
    let rule = RelationRule()
    var judged = JudgedList(rows: rows, documents: documents.count, usesDates: !ignoreDates)
    judged.found = findings.map {
      JudgedList.Found(
        relation: $0.relation, direction: $0.direction,
        strength: rule.strength($0.evidence, knownDerivative: derivative))
    }
    return judged
  }

  /// Judges the pairs as a scan of the collection does.
  private func judgeByScan(
    _ log: inout ProblemLog, _ progress: Progress
  ) throws -> JudgedList? {
    var scan = CollectionScan()
    scan.leastRelation = (minRelation ?? .sameStory).relation
    scan.threads = threads ?? Machine.cores
    let reader = DocumentReader(paths, options: reading.options)
    let (result, _) = try CollectionRun(scan: scan, ignoresDates: ignoreDates)
      .result(reader, &log, progress)
    log.add(reader.remarks)
    var index: [[UInt8]: Int] = [:]
    for (number, head) in result.documents.enumerated() { index[Array(head.id.utf8)] = number }
    let rows = list(&log) { index[Array($0.utf8)] != nil }
    var judged = JudgedList(rows: rows, documents: result.documents.count, usesDates: !ignoreDates)
    judged.take(result, index, isComplete: complete)
    if let stories {
      let groups = GroupList(path: stories) { index[Array($0.utf8)] != nil }
      for problem in groups.problems { log.add(problem) }
      judged.take(result.stories, of: groups, index)
    }
    return judged
  }
}
