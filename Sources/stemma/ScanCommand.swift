internal import ArgumentParser
internal import StemmaFormats
internal import StemmaKit

struct Scan: AsyncParsableCommand {
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
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, csv, graphml
  }

  @Argument(help: ArgumentHelp("Folders and files to read.", valueName: "path"))
  var paths: [String]

  @Option(help: "How to show the result: text, json, jsonl, csv or graphml.")
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
    help: ArgumentHelp("Stories to show as text, the most telling first.", valueName: "n"))
  var top = 20

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
    if let nearDuplicates, !(0.05...1).contains(nearDuplicates) {
      throw ValidationError("--near-duplicates must be from 0.05 to 1.")
    }
    if nearDuplicates != nil, minRelation != nil {
      throw ValidationError(
        "--min-relation is for the search for derivations; leave it out with --near-duplicates.")
    }
    guard top >= 1 else { throw ValidationError("--top must be at least 1.") }
  }

  func run() async throws {
    var log = ProblemLog(quiet: output.quiet)
    let threads = threads ?? Machine.cores
    let progress = Progress(isQuiet: output.quiet)
    let sink = try OutputSink(output.output)
    let reader = DocumentReader(paths, options: reading.options)
    let result: ScanResult
    do {
      result = try await self.result(reader, threads, &log, progress)
    } catch let error as ScratchError {
      progress.clear()
      Terminal.complain(error.description)
      throw ExitCode(74)
    }
    progress.clear()
    log.add(reader.unreadDates)
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
        result: result, skipped: log.problems.filter(\.isLeftOut).count,
        passedOver: reader.passedOver, top: top, style: sink.style)
      try sink.write(Array(view.text.utf8))
    }
    try sink.finish()
    log.finish()
    if log.hasLeftOut { throw ExitCode(2) }
    if output.exitCode, result.pairs.contains(where: { $0.finding.relation.isDerivation }) {
      throw ExitCode(1)
    }
  }

  private func result(
    _ reader: DocumentReader, _ threads: Int, _ log: inout ProblemLog, _ progress: Progress
  ) async throws -> ScanResult {
    let spool = TextSpool(memory: min(192 << 20, (memory?.bytes ?? .max) / 16))
    if let nearDuplicates {
      var documents: [SketchedDocument] = []
      try await Ingest<NearDuplicateSketcher>(threads: threads, spool: spool)
        .run(reader, &log, progress) { documents.append($0) }
      var scan = NearDuplicateScan(threshold: nearDuplicates)
      scan.threads = threads
      return try scan.scan(documents, texts: spool.finish()) { progress.compared($0, of: $1) }
    }
    var scan = CollectionScan()
    scan.leastRelation = (minRelation ?? .excerpt).relation
    scan.threads = threads
    if let memory { scan.memory = MemoryBudget(bytes: memory.bytes, threads: threads) }
    var collection = SketchedCollection(
      rows: SketchRows(memory: scan.memory.sketches) { try ScratchFile() })
    try await Ingest<DocumentPreparer>(threads: threads, spool: spool)
      .run(reader, &log, progress) { try collection.add($0) }
    return try scan.scan(consume collection, texts: spool.finish()) {
      progress.compared($0, of: $1)
    }
  }
}
