public import StemmaKit

/// A document as a report shows it.
public struct ReportedDocument: Sendable {
  public var head: DocumentHead
  /// Among the documents of the report.
  public var number: Int
  /// The number of its story, where it belongs to one.
  public var story: Int?

  public init(_ head: DocumentHead, number: Int, story: Int? = nil) {
    self.head = head
    self.number = number
    self.story = story
  }
}

/// A pair as a report shows it.
public struct ReportedPair: Sendable {
  /// A place in the tree of a story, where one text hangs from the other.
  public struct Branch: Sendable {
    public var derivative: Direction.Derivative
    /// Whether it holds for every text that may be the origin of the story.
    public var isCertain: Bool
  }

  public var report: PairReport
  public var a: ReportedDocument
  public var b: ReportedDocument
  public var branch: Branch?

  /// - Parameter ids: of a scan, tells the id of a document by its index in the result.
  public init(
    _ finding: PairFinding, a: ReportedDocument, b: ReportedDocument, spans: [PassageSpan],
    changes: [ChangeReport]? = nil, branch: Branch? = nil, ids: ((Int) -> String)? = nil
  ) {
    report = PairReport(
      finding, a: a.head, b: b.head, spans: spans,
      witness: ids.flatMap { finding.witness.map($0) },
      commonSource: ids.flatMap { finding.commonSource.map($0) }, changes: changes)
    self.a = a
    self.b = b
    self.branch = branch
  }

  /// The side that was made from the other, by the pair's own evidence or as the likeliest way in the
  /// tree of its story; `nil` where neither tells.
  var derivative: Direction.Derivative? {
    report.derivative.map { $0 == report.a ? .a : .b } ?? branch?.derivative
  }

  /// The story to which both belong.
  var story: Int? { a.story == b.story ? a.story : nil }
}

/// A form in which pairs are written one after the other, so that a report of any size takes no
/// memory.
public protocol PairForm: Sendable {
  /// What comes before all else.
  var header: [UInt8] { get }
  /// Documents come before the pairs they are part of.
  func document(_ document: ReportedDocument) -> [UInt8]
  func pair(_ pair: ReportedPair) throws -> [UInt8]
  /// What comes behind all else.
  var footer: [UInt8] { get }
}

extension PairForm {
  public var header: [UInt8] { [] }
  public func document(_ document: ReportedDocument) -> [UInt8] { [] }
  public var footer: [UInt8] { [] }
}

/// The scores of ``PairReport`` in the order in which columns show them, the most telling first.
let scoreNames = [
  "coverage", "coverage_a", "coverage_b", "coverage_unquoted", "resemblance", "containment_a",
  "containment_b", "local_alignment", "word_overlap", "names_shared", "rare_words",
]

/// Encodes items in parallel and hands them on in their order; of all the bytes only those of a few
/// thousand items are there at a time.
func writeInOrder<Item: Sendable>(
  _ items: [Item], threads: Int, _ body: ([UInt8]) throws -> Void,
  bytes: @Sendable (Item, _ index: Int) throws -> [UInt8]
) throws {
  let window = 8192
  for start in stride(from: 0, to: items.count, by: window) {
    let part = items[start..<min(items.count, start + window)]
    try body(
      parallelChunks(part.count, threads: threads) { (range) throws(any Error) -> [UInt8] in
        try range.flatMap { try bytes(part[start + $0], start + $0) }
      })
  }
}
