internal import ArgumentParser
internal import StemmaFormats
internal import StemmaKit

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare two texts: what they are to each other, and where.",
    discussion: """
      A and B are text, Markdown or HTML files, packed or not; one of them may be - for standard \
      input. With --pairs, A is a collection, and each line of the list names two of its documents.

      Examples:
        stemma compare ours.txt theirs.txt
        stemma compare release.txt article.html --known-source a
        stemma compare ours.txt theirs.txt --explain
        stemma compare articles.jsonl --pairs pairs.tsv
        stemma compare articles.jsonl --pairs pairs.tsv --format csv -o compared.csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, csv, graphml, html
  }

  enum Side: String, ExpressibleByArgument, CaseIterable {
    case a, b
  }

  @Argument(help: ArgumentHelp("The first text, or a collection.", valueName: "a"))
  var first: String

  @Argument(help: ArgumentHelp("The second text.", valueName: "b"))
  var second: String?

  @Option(
    help: ArgumentHelp(
      "Compare the pairs that this list names: two ids a line, with a tab between, or a .csv file.",
      valueName: "list"))
  var pairs: String?

  @Option(
    help:
      "How to show the result: text, json, jsonl, csv or html; of --pairs text, jsonl, csv or graphml."
  )
  var format = Format.text

  @Option(help: "The side that you know to be the source: a or b.")
  var knownSource: Side?

  @Option(
    help: ArgumentHelp(
      "Shortest passage to report, in characters on both sides.", valueName: "n"))
  var minPassage = 40

  @Flag(
    help: "With --pairs and --format jsonl: also tell what changed in meaning, as for two texts.")
  var changes = false

  @Flag(help: "Tell everything that the result rests on: each measure and its line.")
  var explain = false

  @OptionGroup(title: "Reading")
  var reading: ReadingArguments

  @OptionGroup(title: "Output")
  var output: OutputArguments

  func validate() throws {
    switch (second, pairs) {
    case (nil, nil): throw ValidationError("Name two texts, or a collection and --pairs.")
    case (.some(let second), .some):
      throw ValidationError("Name one collection with --pairs: \(second) is one too many.")
    default: break
    }
    if pairs != nil, format == .json {
      throw ValidationError(
        "With --pairs there are many results: take --format jsonl, a line each.")
    }
    if pairs != nil, format == .html {
      throw ValidationError(
        "--format html shows two texts; for the page of a collection take stemma scan.")
    }
    if pairs == nil, format == .graphml {
      throw ValidationError("--format graphml draws many pairs; it needs --pairs.")
    }
    if changes, pairs == nil || format != .jsonl {
      throw ValidationError("--changes is for --pairs with --format jsonl; two texts always tell.")
    }
    if explain, pairs == nil ? ![.text, .json, .jsonl].contains(format) : format != .jsonl {
      throw ValidationError(
        pairs == nil
          ? "--explain is shown as text, json or jsonl."
          : "--explain with --pairs needs --format jsonl.")
    }
    if format == .html { try output.refuseTerminal("A page", as: "report.html") }
    if format == .graphml { try output.refuseTerminal("A graph", as: "graph.graphml") }
    guard minPassage >= 1 else { throw ValidationError("--min-passage must be at least 1.") }
    if first == "-", second == "-" {
      throw ValidationError("Standard input can be one of the two texts, not both.")
    }
  }

  func run() throws {
    var log = ProblemLog(quiet: output.quiet)
    let progress = Progress(isQuiet: output.quiet, isVerbose: output.verbose)
    let found =
      try second.map { try compare(first, $0, &log, progress) } ?? comparePairs(&log, progress)
    progress.end()
    log.finish()
    if log.hasLeftOut { throw ExitCode(2) }
    if output.exitCode, found { throw ExitCode(1) }
  }

  private var settings: PassageSettings {
    // Long passages are found best with the published settings, short ones with those for news.
    var settings = minPassage >= 100 ? PassageSettings.default : PassageSettings.news
    settings.leastCharacters = minPassage
    return settings
  }

  private var side: Direction.Derivative? { knownSource.map { $0 == .a ? .a : .b } }

  /// - Returns: whether a derivation was found.
  private func compare(
    _ pathA: String, _ pathB: String, _ log: inout ProblemLog, _ progress: Progress
  ) throws -> Bool {
    progress.begin(.reading)
    guard let a = document(pathA, &log), let b = document(pathB, &log) else { return false }
    var preparer = DocumentPreparer()
    let preparedA = preparer.tokenize(a)
    let preparedB = preparer.tokenize(b)
    for (path, prepared) in [(pathA, preparedA), (pathB, preparedB)]
    where prepared.tokens.count == 0 {
      log.add(InputProblem(path: path, reason: "it has no words"))
    }
    if log.hasLeftOut { return false }
    progress.advance(to: 2)
    progress.begin(.comparing)
    var judge = PairJudge(passages: settings)
    let readA = ReadText(a.text, WeighedText(preparedA.tokens))
    let readB = ReadText(b.text, WeighedText(preparedB.tokens))
    let finding = judge.judge(
      readA.words, readB.words,
      Provenance(preparedA.head, preparedB.head, knownSource: side))
    let spans = finding.evidence.passages.map {
      PassageSpan($0, preparedA.tokens, preparedB.tokens)
    }
    let changes = ChangeFinder().changes(readA, readB, finding)
    let explanation = explanation(finding, spans, preparedA.head, preparedB.head)
    progress.advance(to: 1)
    let sink = try OutputSink(output.output, reading: [first, second])
    progress.begin(.writing, isShown: !sink.isTerminal)
    switch format {
    case .text:
      let view = CompareText(
        finding: finding, a: a, b: b, tokensA: preparedA.tokens, tokensB: preparedB.tokens,
        changes: changes, style: sink.style, explanation: explanation)
      try sink.write(Array(view.text.utf8))
    case .json, .jsonl, .csv, .graphml:
      var pair = ReportedPair(
        finding, a: ReportedDocument(preparedA.head, number: 0),
        b: ReportedDocument(preparedB.head, number: 1),
        spans: spans, changes: changes.map { ChangeReport($0, a: a.text, b: b.text) })
      pair.report.explanation = explanation.map {
        ExplanationReport($0, a: preparedA.head, b: preparedB.head)
      }
      switch format {
      case .json: try sink.write(JSONReport.pretty(PairLines.report(pair), inSnakeCase: true))
      case .csv: try sink.write(PairTable().header + PairTable().pair(pair))
      default: try sink.write(PairLines().pair(pair))
      }
    case .html:
      let page = ReportPage(
        finding, (preparedA.head, a.text), (preparedB.head, b.text),
        spans: spans, run: facts(pathA, pathB))
      try page.write { try sink.write($0) }
    }
    try sink.finish()
    return finding.relation.isDerivation
  }

  /// What the foot of a page tells of this run.
  private func facts(_ pathA: String, _ pathB: String) -> RunFacts {
    var parameters = [
      (name: "Compared", value: "\(pathA), \(pathB)"),
      ("Shortest passage", "\(minPassage) characters"),
    ]
    if let knownSource { parameters.append(("Known source", knownSource.rawValue)) }
    return RunFacts(
      version: Stemma.configuration.version, date: Machine.date,
      parameters: parameters + reading.changed)
  }

  private func explanation(
    _ finding: PairFinding, _ spans: [PassageSpan], _ a: DocumentHead, _ b: DocumentHead
  ) -> PairExplanation? {
    guard explain else { return nil }
    return PairExplanation(
      finding, spans: spans, Provenance(a, b, knownSource: side))
  }

  private func document(_ path: String, _ log: inout ProblemLog) -> Document? {
    let reader = DocumentReader([path], options: reading.options)
    var found: Document?
    while let item = reader.next() {
      switch item {
      case .problem(let problem): log.add(problem)
      case .document(let document, _, _):
        guard found == nil else {
          log.add(
            InputProblem(
              path: path, reason: "it holds more than one document; name two of them with --pairs"))
          return nil
        }
        found = document
      }
    }
    log.add(reader.remarks)
    if found == nil, !log.hasLeftOut {
      log.add(InputProblem(path: path, reason: "it holds no document"))
    }
    return found
  }

  private func comparePairs(_ log: inout ProblemLog, _ progress: Progress) throws -> Bool {
    var collection = PairCollection(
      DocumentReader([first], options: reading.options), list: pairs ?? "-", &log, progress)
    collection.isExplaining = explain
    let sink = try OutputSink(output.output, reading: [first, pairs])
    progress.begin(.comparing, of: collection.pairCount, isShown: !sink.isTerminal)
    var judge = PairJudge(passages: settings)
    let counts =
      switch format {
      case .text: try collection.compare(&judge, side, as: PairsText(), sink, progress)
      case .jsonl, .json, .html:
        try collection.compare(&judge, side, as: PairLines(), sink, progress, tellsChanges: changes)
      case .csv: try collection.compare(&judge, side, as: PairTable(), sink, progress)
      case .graphml: try collection.compare(&judge, side, as: PairGraph(), sink, progress)
      }
    if format == .text { try sink.write(PairsText().summary(counts)) }
    try sink.finish()
    return counts.keys.contains(where: \.isDerivation)
  }
}
