public import StemmaKit

/// What was found as one page for a browser, which needs nothing beside itself; docs/report.md tells
/// how to read it.
///
/// Written piece by piece: texts come from the shelf a few at a time.
public struct ReportPage: Sendable {
  /// So many pairs are aligned before they are written.
  private static let window = 512

  private let kind: String
  private let result: ScanResult
  private let shelf: any TextShelf
  private let run: RunFacts
  private let limits: PageLimits
  private let threads: Int

  /// The page of a scan.
  ///
  /// - Parameter texts: where the texts lie, by ``ScanResult/textNumbers``.
  public init(
    _ result: ScanResult, texts: any TextShelf, run: RunFacts, limits: PageLimits = PageLimits(),
    threads: Int = 1
  ) {
    self.init("scan", result, texts, run, limits, threads)
  }

  /// The page of one comparison.
  public init(
    _ finding: PairFinding, _ a: (head: DocumentHead, text: [UInt8]),
    _ b: (head: DocumentHead, text: [UInt8]), spans: [PassageSpan], run: RunFacts,
    limits: PageLimits = .comparison
  ) {
    var heads = [a.head, b.head]
    let folder = Self.commonFolder(a.head.id, b.head.id)
    for side in heads.indices { heads[side].id.removeFirst(folder.count) }
    let result = ScanResult(
      documents: heads, textNumbers: [0, 1],
      pairs: [ScanPair(a: 0, b: 1, finding: finding, spans: spans)], stories: [], candidates: 1)
    self.init("compare", result, TextsInMemory([a.text, b.text]), run, limits, 1)
  }

  /// The folder that two paths begin with, which would only make their names long.
  static func commonFolder(_ a: String, _ b: String) -> Substring {
    let common = zip(a, b).prefix { $0 == $1 }.count
    let prefix = a.prefix(common)
    return prefix.lastIndex(of: "/").map { prefix[...$0] } ?? ""
  }

  private init(
    _ kind: String, _ result: ScanResult, _ shelf: any TextShelf, _ run: RunFacts,
    _ limits: PageLimits, _ threads: Int
  ) {
    self.kind = kind
    self.result = result
    self.shelf = shelf
    self.run = run
    self.limits = limits
    self.threads = threads
  }

  /// Hands the page on, from its beginning to its end.
  ///
  /// - Parameter progress: told, now and then, of how many pairs the texts stand beside each other; threads
  ///   tell it out of order.
  /// - Throws: what the shelf and `body` throw.
  public func write(
    progress: (@Sendable (_ done: Int, _ all: Int) -> Void)? = nil,
    _ body: ([UInt8]) throws -> Void
  ) throws {
    let selection = PageSelection(result, limits: limits)
    let shown = selection.documents(result.pairs)
    let texts = try PageShelf(shelf, result, shown, limits)
    let summary = PageSummary(kind: kind, result: result, run: run, selection: selection)
    let data = try summary.data(texts, digest: digest())
    try body(Array(Page.head.utf8))
    try body(Page.block("data", PageJSON.bytes(data)))
    for (number, document) in shown.enumerated() where texts.isHeld(number) {
      let text = try texts.text(document).string
      try body(Page.block("t\(number)", PageJSON.bytes(text)))
    }
    try writeAlignments(summary.pairs, texts, progress, body)
    try body(Array(Page.end.utf8))
  }

  private func writeAlignments(
    _ pairs: [Int], _ texts: PageShelf, _ progress: (@Sendable (Int, Int) -> Void)?,
    _ body: ([UInt8]) throws -> Void
  ) throws {
    for start in stride(from: 0, to: pairs.count, by: Self.window) {
      let part = start..<min(pairs.count, start + Self.window)
      let blocks = try parallelChunks(
        part.count, threads: threads, chunk: 16, scratch: PairAligner(texts, result)
      ) { (aligner, range) throws(any Error) -> [[UInt8]] in
        let blocks = try range.map { offset in
          let alignment = try aligner.alignment(result.pairs[pairs[start + offset]])
          return Page.block("p\(start + offset)", try PageJSON.bytes(alignment))
        }
        progress?(start + range.upperBound, pairs.count)
        return blocks
      }
      for block in blocks { try body(block) }
    }
  }

  /// SHA-256 of the list that `sha256sum` prints of the texts, in the order of their ids.
  private func digest() throws -> String {
    let lines = try parallelChunks(result.documents.count, threads: threads) {
      (range) throws(any Error) -> [[UInt8]] in
      try range.map { index in
        let text = try shelf.text(Int(result.textNumbers[index]))
        return Array("\(SHA256.hex(SHA256.digest(text)))  \(result.documents[index].id)\n".utf8)
      }
    }
    var hash = SHA256()
    for line in lines { hash.update(line) }
    return SHA256.hex(hash.finish())
  }
}
