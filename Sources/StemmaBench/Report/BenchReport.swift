public import StemmaFormats

/// A benchmark as JSON shows it, `stemma.bench/1`; docs/json.md describes every field.
public struct BenchReport: Encodable, Sendable {
  public struct Corpus: Encodable, Sendable {
    public var documents: Int
    public var bytes: Int
    public var tokens: Int
    public var shingles: Int
    /// `nil` of a collection of which it is not known, as the two that follow.
    @Shown public var nearDuplicates: Int?
    @Shown public var rewrites: Int?
    @Shown public var seed: UInt64?

    public init(_ volume: StageRun.Volume, made options: CorpusOptions?) {
      documents = volume.documents
      bytes = volume.bytes
      tokens = volume.tokens
      shingles = volume.shingles
      nearDuplicates = options?.nearDuplicates
      rewrites = options?.rewrites
      seed = options?.seed
    }
  }

  public struct Seconds: Encodable, Sendable {
    public var median: Double
    public var least: Double
    public var most: Double

    init(_ measurement: Measurement) {
      median = rounded(measurement.median, 6)
      least = rounded(measurement.least, 6)
      most = rounded(measurement.most, 6)
    }
  }

  public struct Stage: Encodable, Sendable {
    public var name: String
    public var seconds: Seconds
    public var megabytesPerSecond: Double
    public var documentsPerSecond: Double
    public var nanosecondsPerShingle: Double
  }

  public struct SearchStage: Encodable, Sendable {
    public var name: String
    public var seconds: Seconds
  }

  public struct Search: Encodable, Sendable {
    public var name: String
    public var seconds: Seconds
    public var stages: [SearchStage]
    public var megabytesPerSecond: Double
    public var documentsPerSecond: Double
    public var pairs: Int
    @Shown public var recall: Double?
    /// Of the rewrites alone; `nil` where they are not searched for.
    @Shown public var recallOfRewrites: Double?
    @Shown public var precision: Double?
    public var peakMegabytes: Double
  }

  public let schema = "stemma.bench/1"
  public let version: String
  public let cpu: String
  public let threads: Int
  public let runs: Int
  public let corpus: Corpus
  public private(set) var stages: [Stage] = []
  public private(set) var searches: [Search] = []

  public init(version: String, threads: Int, runs: Int, corpus: Corpus) {
    self.version = version
    cpu = Host.processor
    self.threads = threads
    self.runs = runs
    self.corpus = corpus
  }

  public mutating func add(_ stage: StageRun.Stage, _ measurement: Measurement) {
    stages.append(
      Stage(
        name: stage.rawValue, seconds: Seconds(measurement), megabytesPerSecond: speed(measurement),
        documentsPerSecond: rounded(Double(corpus.documents) / measurement.median, 1),
        nanosecondsPerShingle: rounded(
          measurement.median * 1e9 / Double(max(1, corpus.shingles)), 3)))
  }

  /// - Parameters:
  ///   - peakMemory: in bytes.
  ///   - scores: `nil` where it is not known what there was to find.
  public mutating func add(
    search name: String, _ measurement: Measurement, pairs: Int, peakMemory: Int,
    stages: SearchStages, scores: (all: Score, rewrites: Score?)?
  ) {
    searches.append(
      Search(
        name: name, seconds: Seconds(measurement),
        stages: stages.measurements.map { SearchStage(name: $0.name, seconds: Seconds($0.1)) },
        megabytesPerSecond: speed(measurement),
        documentsPerSecond: rounded(Double(corpus.documents) / measurement.median, 1),
        pairs: pairs, recall: scores.map { rounded($0.all.recall, 4) },
        recallOfRewrites: scores?.rewrites.map { rounded($0.recall, 4) },
        precision: scores.map { rounded($0.all.precision, 4) },
        peakMegabytes: rounded(Double(peakMemory) / 1e6, 1)))
  }

  /// Megabytes of text a second.
  private func speed(_ measurement: Measurement) -> Double {
    rounded(Double(corpus.bytes) / 1e6 / measurement.median, 1)
  }
}
