/// A benchmark as JSON shows it, `stemma.bench/1`; docs/json.md describes every field.
public struct BenchReport: Encodable, Sendable {
  public struct Corpus: Encodable, Sendable {
    public var documents: Int
    public var bytes: Int
    public var tokens: Int
    public var shingles: Int
    /// `nil` of a collection of which it is not known, as the two that follow.
    public var nearDuplicates: Int?
    public var rewrites: Int?
    public var seed: UInt64?

    public init(_ volume: StageRun.Volume, made options: CorpusOptions?) {
      documents = volume.documents
      bytes = volume.bytes
      tokens = volume.tokens
      shingles = volume.shingles
      nearDuplicates = options?.nearDuplicates
      rewrites = options?.rewrites
      seed = options?.seed
    }

    private enum Key: String, CodingKey {
      case documents, bytes, tokens, shingles, nearDuplicates, rewrites, seed
    }

    /// By hand, because what is not known is written as null, not left out.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(documents, forKey: .documents)
      try container.encode(bytes, forKey: .bytes)
      try container.encode(tokens, forKey: .tokens)
      try container.encode(shingles, forKey: .shingles)
      try container.encode(nearDuplicates, forKey: .nearDuplicates)
      try container.encode(rewrites, forKey: .rewrites)
      try container.encode(seed, forKey: .seed)
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

  public struct Search: Encodable, Sendable {
    public var name: String
    public var seconds: Seconds
    public var megabytesPerSecond: Double
    public var documentsPerSecond: Double
    public var pairs: Int
    public var recall: Double?
    /// Of the rewrites alone; `nil` where they are not searched for.
    public var recallOfRewrites: Double?
    public var precision: Double?
    public var peakMegabytes: Double

    private enum Key: String, CodingKey {
      case name, seconds, megabytesPerSecond, documentsPerSecond, pairs, recall, recallOfRewrites
      case precision, peakMegabytes
    }

    /// By hand, as above.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(name, forKey: .name)
      try container.encode(seconds, forKey: .seconds)
      try container.encode(megabytesPerSecond, forKey: .megabytesPerSecond)
      try container.encode(documentsPerSecond, forKey: .documentsPerSecond)
      try container.encode(pairs, forKey: .pairs)
      try container.encode(recall, forKey: .recall)
      try container.encode(recallOfRewrites, forKey: .recallOfRewrites)
      try container.encode(precision, forKey: .precision)
      try container.encode(peakMegabytes, forKey: .peakMegabytes)
    }
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
    scores: (all: Score, rewrites: Score?)?
  ) {
    searches.append(
      Search(
        name: name, seconds: Seconds(measurement), megabytesPerSecond: speed(measurement),
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
