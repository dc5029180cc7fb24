internal import StemmaFormats
internal import StemmaKit

/// The way from the bytes of a file to signatures, each stage timed apart.
public struct StageRun: Sendable {
  public enum Stage: String, Sendable, CaseIterable {
    case read, parse, tokenise, hash, sketch
    /// Tokenise, hash and sketch in one go, without keeping what lies between.
    case signature = "text-to-signature"
  }

  /// What was read.
  public struct Volume: Sendable, Equatable {
    public var documents = 0
    /// Bytes of the texts.
    public var bytes = 0
    public var tokens = 0
    public var shingles = 0
  }

  /// Reading is on one thread always, as is parsing.
  public var threads = 1
  private let path: String

  public init(path: String) { self.path = path }

  /// Texts are held a block at a time, so that a corpus may be larger than the memory.
  private static let blockBytes = 16 << 20

  /// Passes over the file `runs` times.
  ///
  /// The signatures of the whole way are compared with those of the single stages, so that a fast
  /// wrong answer is not a fast answer.
  ///
  /// - Throws: `FileFailure` where the file cannot be read.
  public func measure(
    runs: Int
  ) throws(FileFailure) -> (volume: Volume, stages: [(Stage, Measurement)]) {
    var volume = Volume()
    var seconds: [Stage: [Double]] = [:]
    for _ in 0..<runs {
      volume = Volume()
      var clock = Dictionary(uniqueKeysWithValues: Stage.allCases.map { ($0, 0.0) })
      try Measurement.seconds(adding: &clock[.read]!) { () throws(FileFailure) in
        _ = try InputFile.count(path)
      }
      let reader = DocumentReader([path])
      while true {
        let texts = Measurement.seconds(adding: &clock[.parse]!) { Self.block(reader) }
        if texts.isEmpty { break }
        measure(texts, &volume, &clock)
      }
      for (stage, time) in clock { seconds[stage, default: []].append(time) }
    }
    return (volume, Stage.allCases.map { ($0, Measurement(seconds[$0] ?? [])) })
  }

  private static func block(_ reader: DocumentReader) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var bytes = 0
    while bytes < blockBytes, let item = reader.next() {
      guard case .document(let document, _, _) = item else { continue }
      bytes += document.text.count
      texts.append(document.text)
    }
    return texts
  }

  private func measure(_ texts: [[UInt8]], _ volume: inout Volume, _ clock: inout [Stage: Double]) {
    func time<Input: Sendable, Output: Sendable>(
      _ stage: Stage, _ inputs: [Input],
      _ kernel: @Sendable (inout Kernels, Input) -> Output
    ) -> [Output] {
      Measurement.seconds(adding: &clock[stage]!) {
        parallelChunks(inputs.count, threads: threads, scratch: Kernels()) { kernels, range in
          range.map { kernel(&kernels, inputs[$0]) }
        }
      }
    }
    let tokens = time(.tokenise, texts) { $0.tokenise($1) }
    let shingles = time(.hash, tokens) { $0.hash($1) }
    let signatures = time(.sketch, shingles) { $0.sketch($1) }
    let whole = time(.signature, texts) { $0.signature($1) }
    precondition(whole == signatures, "the stages must come to the signatures of the whole way")
    volume.documents += texts.count
    volume.bytes += texts.reduce(0) { $0 + $1.count }
    volume.tokens += tokens.reduce(0) { $0 + $1.count }
    volume.shingles += shingles.reduce(0) { $0 + $1.count }
  }
}
