internal import ArgumentParser
internal import StemmaBench
internal import StemmaFormats

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure speed, memory and recall on a corpus made for it.",
    discussion: """
      The corpus is made up from a seed, with near-duplicates and rewrites planted in it; the same \
      options make the same corpus anywhere. Searches run as processes of their own.

      Examples:
        stemma bench
        stemma bench --docs 100000 --rewrites-share 0 --runs 3 --threads 1
        stemma bench --languages latin=2,han=1 --format json -o bench.json
        stemma bench --input feed.jsonl
        stemma bench --docs 1000000 --write-corpus corpus.jsonl
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: ArgumentHelp("Documents in the corpus.", valueName: "n"))
  var docs = 10_000

  @Option(help: ArgumentHelp("Words in a document, on average.", valueName: "n"))
  var words = 530

  @Option(help: ArgumentHelp("Share of the documents that are near-duplicates.", valueName: "x"))
  var nearDuplicatesShare = 0.1

  @Option(help: ArgumentHelp("Share of the documents that are rewrites.", valueName: "x"))
  var rewritesShare = 0.02

  @Option(
    help: ArgumentHelp(
      "Relative frequencies of the languages latin, accented, cyrillic and han.",
      valueName: "list"))
  var languages = LanguageWeights(weights: [.latin: 1])

  @Option(
    help: ArgumentHelp("Words of a text that ends all documents of a language.", valueName: "n"))
  var boilerplateWords = 0

  @Option(help: ArgumentHelp("What the corpus is made from.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Times that everything is measured.", valueName: "n"))
  var runs = 5

  @Option(help: ArgumentHelp("Threads to use; all cores unless given.", valueName: "n"))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Measure on this .jsonl file instead; then there is no recall.", valueName: "file"))
  var input: String?

  @Option(
    help: ArgumentHelp(
      "Write the corpus to this file, what was planted to <file>.truth.tsv, and stop.",
      valueName: "file"))
  var writeCorpus: String?

  @Option(help: "How to show the result: text or json.")
  var format = Format.text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the result to a file instead of standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    if let problem = options.problem { throw ValidationError(problem) }
    guard (1...1000).contains(runs) else {
      throw ValidationError("--runs must be from 1 to 1000.")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be from 1 to 1024.")
    }
    if input != nil, writeCorpus != nil {
      throw ValidationError("--write-corpus writes a made corpus; it does not go with --input.")
    }
  }

  private var options: CorpusOptions {
    var options = CorpusOptions()
    options.documents = docs
    options.meanWords = words
    options.nearDuplicateShare = nearDuplicatesShare
    options.rewriteShare = rewritesShare
    options.languages = languages.weights
    options.boilerplateWords = boilerplateWords
    options.seed = seed
    return options
  }

  func run() throws {
    do {
      if let writeCorpus {
        let corpus = SyntheticCorpus(options)
        try write(corpus, to: writeCorpus) { try $0.writeRecords() }
        try write(corpus, to: writeCorpus + ".truth.tsv") { try $0.writeTruth() }
      } else {
        try measure()
      }
    } catch let failure as FileFailure {
      Terminal.complain("\(failure)")
      throw ExitCode(74)
    }
  }

  private func write(
    _ corpus: SyntheticCorpus, to path: String, _ body: (inout CorpusWriter) throws -> Void
  ) throws {
    let sink = try OutputSink(path)
    var writer = CorpusWriter(corpus) { try sink.write($0) }
    try body(&writer)
    try sink.finish()
  }

  private func measure() throws {
    let scratch = try ScratchFolder()
    let corpus = input == nil ? SyntheticCorpus(options) : nil
    if let corpus { try write(corpus, to: scratch.corpus) { try $0.writeRecords() } }
    let path = input ?? scratch.corpus
    let threads = threads ?? Machine.cores
    // First, while this process is small: the system counts its memory as theirs.
    let searches = try [Search.nearDuplicates(0.5), .derivations].compactMap {
      try SearchRun($0, path, threads: threads, runs: runs, scratch: scratch)
    }
    var stageRun = StageRun(path: path)
    stageRun.threads = threads
    let (volume, stages) = try stageRun.measure(runs: runs)
    var report = BenchReport(
      version: Stemma.configuration.version, threads: threads, runs: runs,
      corpus: .init(volume, made: corpus?.options))
    for (stage, measurement) in stages { report.add(stage, measurement) }
    for run in searches {
      let pairs = try run.search.pairs(in: run.output)
      report.add(
        search: run.search.name, run.measurement, pairs: pairs.count, peakMemory: run.peakMemory,
        stages: run.stages, scores: corpus.map { run.search.score(pairs, in: $0) })
    }
    scratch.remove()
    let sink = try OutputSink(output)
    try sink.write(
      format == .json ? JSONReport.pretty(report) : Array(BenchText(report).text.utf8))
    try sink.finish()
    if searches.count < 2 { throw ExitCode(2) }
  }
}
