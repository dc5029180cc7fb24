internal import ArgumentParser
internal import StemmaFormats
internal import StemmaKit

/// What is not freed before the program ends.
private final class Kept {
  let held: Any
  init(held: Any) { self.held = held }
}

struct Scan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the stories in a collection: which texts were made from which.",
    discussion: """
      A path is a folder (its .txt, .md and .html files, packed with gzip or Zstandard or not), a \
      file, a file of records (.jsonl, .json, .csv or .tsv), or - for standard input.

      Examples:
        stemma scan articles/
        stemma scan monday.jsonl.zst tuesday.jsonl.zst --min-relation rewrite
        zcat feed.jsonl.gz | stemma scan - --format json -o found.json
        stemma scan table.csv --text-field body --format csv -o found.csv
        stemma scan corpus.jsonl --near-duplicates 0.5 --format json -o near.json
        stemma scan articles/ --explain ours.txt theirs.txt
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, csv, graphml, html

    /// Whether a text without a title is called by its headline.
    var showsTitles: Bool { self != .json && self != .jsonl }
  }

  @Argument(help: ArgumentHelp("Folders and files to read.", valueName: "path"))
  var paths: [String]

  @Option(help: "How to show the result: text, json, jsonl, csv, graphml, or html, a page.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Report pairs of at least this relation: same-story, excerpt (default), rewrite, copy or duplicate.",
      valueName: "relation"))
  var minRelation: MinimalRelation?

  @Option(
    help: ArgumentHelp(
      "Find near-duplicates alone: pairs whose word 5-grams have this Jaccard resemblance.",
      valueName: "t"))
  var nearDuplicates: Double?

  @Option(help: ArgumentHelp("Threads to use; all cores unless given.", valueName: "n"))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Memory that the scan may take, as 500M or 4G; what is beyond goes to disk.",
      valueName: "size"))
  var memory: MemorySize?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Stories to show as text, the most telling first.", valueName: "n"))
  var top = 20

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Tell of one pair only, by two ids or their beginnings, what it was found by and rests on, or why it is not reported.",
      valueName: "id"))
  var explain: [String] = []

  /// For `stemma bench`.
  @Option(
    help: ArgumentHelp("Write how long each stage took to this file.", visibility: .hidden))
  var times: String?

  @OptionGroup(title: "Reading")
  var reading: ReadingArguments

  @OptionGroup(title: "Output")
  var output: OutputArguments

  enum MinimalRelation: String, ExpressibleByArgument, CaseIterable {
    case sameStory = "same-story"
    case excerpt, rewrite, copy, duplicate

    var relation: Relation { Relation(rawValue: rawValue) ?? .excerpt }
  }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be from 1 to 1024.")
    }
    if let memory, memory.bytes < MemorySize.least {
      throw ValidationError("--memory must be at least \(MemorySize.least >> 20)M.")
    }
    if let nearDuplicates, !(0.05...1).contains(nearDuplicates) {
      throw ValidationError("--near-duplicates must be from 0.05 to 1.")
    }
    if nearDuplicates != nil, minRelation != nil {
      throw ValidationError(
        "--min-relation is for the search for derivations; leave it out with --near-duplicates.")
    }
    guard [0, 2].contains(explain.count) else {
      throw ValidationError(
        "--explain takes the ids of two documents; name the path before it.")
    }
    if !explain.isEmpty, ![.text, .json, .jsonl].contains(format) {
      throw ValidationError("--explain is shown as text, json or jsonl.")
    }
    if explain.count == 2, explain[0] == explain[1] {
      throw ValidationError("--explain takes two different ids.")
    }
    if nearDuplicates != nil, !explain.isEmpty {
      throw ValidationError("--explain is for the search for derivations, not --near-duplicates.")
    }
    guard top >= 1 else { throw ValidationError("--top must be at least 1.") }
    if format == .html { try output.refuseTerminal("A page", as: "report.html") }
    if format == .graphml { try output.refuseTerminal("A graph", as: "graph.graphml") }
  }

  func run() throws {
    var log = ProblemLog(quiet: output.quiet)
    let threads = threads ?? Machine.cores
    let progress = Progress(isQuiet: output.quiet, isVerbose: output.verbose)
    let sink = try OutputSink(output.output, reading: paths)
    let reader = DocumentReader(paths, options: reading.options)
    var (result, texts) = try result(reader, threads, &log, progress)
    progress.begin(.writing, isShown: !sink.isTerminal)
    log.add(reader.remarks)
    if let explained {
      if let matter = result.explanation?.scan?.takenBack?.matter {
        let text = try texts.text(Int(result.textNumbers[matter.document]))
        result.explanation?.scan?.takenBack?.show(text)
      }
      return try tell(result, explained, sink, &log)
    }
    let order = format == .text ? ScanText.order(result) : nil
    if format.showsTitles {
      // The first lines of a text are read for its title: of many stories the terminal shows few.
      let shown = order.map { Array($0.prefix(top)) }
      do { try result.nameStories(texts, shown, threads: threads) } catch let error as ScratchError
      {
        throw CollectionRun.told(error, progress)
      }
    }
    switch format {
    case .json:
      try ScanReport(result, problems: log.problems, threads: threads).write { try sink.write($0) }
    case .jsonl:
      try ScanListing(result, threads: threads).writeLines(problems: log.problems) {
        try sink.write($0)
      }
    case .csv:
      try ScanListing(result, threads: threads).write(as: PairTable()) { try sink.write($0) }
    case .graphml:
      try ScanListing(result, threads: threads).write(as: PairGraph()) { try sink.write($0) }
    case .text:
      let view = ScanText(
        result: result, order: order, skipped: log.problems.filter(\.isLeftOut).count,
        passedOver: reader.passedOver, top: top, style: sink.style)
      try sink.write(Array(view.text.utf8))
    case .html:
      let page = ReportPage(
        result, texts: texts, run: facts(log.problems.filter(\.isLeftOut)), threads: threads)
      try page.write {
        progress.advance(.writing, to: $0, of: $1)
      } _: {
        try sink.write($0)
      }
    }
    try sink.finish()
    progress.end()
    // The program ends here: the system takes its memory back at once, where freeing it document by
    // document takes a tenth of a second.
    _ = Unmanaged.passRetained(Kept(held: (result, texts, reader)))
    if let times { try writeTimes(progress, to: times) }
    log.finish()
    if log.hasLeftOut { throw ExitCode(2) }
    if output.exitCode, result.pairs.contains(where: { $0.finding.relation.isDerivation }) {
      throw ExitCode(1)
    }
  }

  /// A line a stage, its name and the seconds that it took.
  private func writeTimes(_ progress: Progress, to path: String) throws {
    let sink = try OutputSink(path)
    for (work, seconds) in progress.times {
      try sink.write(Array("\(work.rawValue)\t\(seconds)\n".utf8))
    }
    try sink.finish()
  }

  /// What the foot of a page tells of this run.
  private func facts(_ leftOut: [InputProblem]) -> RunFacts {
    var parameters = [(name: "Read", value: paths.joined(separator: ", "))]
    if let nearDuplicates {
      parameters.append(("Near-duplicates alone, of a resemblance from", "\(nearDuplicates)"))
    } else {
      parameters.append(("Reported from", (minRelation ?? .excerpt).rawValue))
    }
    return RunFacts(
      version: Stemma.configuration.version, date: Machine.date,
      parameters: parameters + reading.changed,
      leftOut: leftOut)
  }

  /// Shows what became of one pair.
  private func tell(
    _ result: ScanResult, _ ids: (a: String, b: String), _ sink: OutputSink,
    _ log: inout ProblemLog
  ) throws {
    defer { log.finish() }
    guard let explanation = result.explanation, let trace = explanation.scan else {
      for problem in Self.problems(ids, in: result.documents) {
        Terminal.complain("--explain: \(problem)")
      }
      throw ExitCode(2)
    }
    let (a, b) = (result.documents[trace.a], result.documents[trace.b])
    let id = { result.documents[$0].id }
    switch format {
    case .text:
      let view = ExplanationText(explanation, a: a, b: b, style: sink.style, id: id)
      try sink.write(Array(view.text.utf8))
    default:
      let report = PairReport(
        explanation.finding, a: a, b: b, spans: explanation.spans,
        witness: explanation.finding.witness.map(id),
        commonSource: explanation.finding.commonSource.map(id), schema: "stemma.compare/1",
        explanation: ExplanationReport(explanation, a: a, b: b, id: id))
      try sink.write(
        format == .json
          ? JSONReport.pretty(report, inSnakeCase: true)
          : JSONReport.line(report, inSnakeCase: true))
    }
    try sink.finish()
    if log.hasLeftOut { throw ExitCode(2) }
    if output.exitCode, trace.isReported, explanation.finding.relation.isDerivation {
      throw ExitCode(1)
    }
  }

  /// Why two ids do not name two documents.
  private static func problems(_ ids: (a: String, b: String), in documents: [DocumentHead])
    -> [String]
  {
    let problems = [ids.a, ids.b].compactMap { id -> String? in
      let found = documents.named(id)
      guard found.count != 1 else { return nil }
      if found.isEmpty { return "there is no document \"\(id)\" with words" }
      return "\"\(id)\" begins the ids of \(found.count) documents, among them "
        + "\"\(documents[found[0]].id)\" and \"\(documents[found[1]].id)\"; give more of it"
    }
    return problems.isEmpty ? ["both ids name the same document"] : problems
  }

  private var explained: (a: String, b: String)? {
    explain.count == 2 ? (explain[0], explain[1]) : nil
  }

  private func result(
    _ reader: DocumentReader, _ threads: Int, _ log: inout ProblemLog, _ progress: Progress
  ) throws -> (ScanResult, any TextShelf) {
    guard let nearDuplicates else {
      var scan = CollectionScan()
      scan.leastRelation = (minRelation ?? .excerpt).relation
      scan.threads = threads
      scan.explained = explained
      scan.findsPassages = format != .text
      return try CollectionRun(scan: scan, memory: memory).result(reader, &log, progress)
    }
    let spool = TextSpool(
      memory: min(192 << 20, (memory?.bytes ?? .max) / 16), records: reader.recordFiles)
    do {
      var collection = NearDuplicateCollection()
      try Ingest<NearDuplicateSketcher>(threads: threads, spool: spool)
        .run(reader, &log, progress) { collection.add($0) }
      var scan = NearDuplicateScan(threshold: nearDuplicates)
      scan.threads = threads
      let texts: any TextShelf = try spool.finish()
      let result = try scan.scan(consume collection, texts: texts) { progress.advance($0) }
      return (result, texts)
    } catch let error as ScratchError {
      throw CollectionRun.told(error, progress)
    }
  }
}
