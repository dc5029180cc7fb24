/// The documents of a collection as a scan keeps them, without their texts and tokens: some 300
/// bytes each and the sketches.
public struct SketchedCollection: Sendable {
  /// What is known about each document, in the order in which they were added.
  var heads: [DocumentHead] = []
  /// Where its text stands on the shelf.
  var numbers: [Int32] = []
  var digests: [UInt64] = []
  var rows: SketchRows

  /// - Parameter rows: where sketches are kept.
  public init(rows: SketchRows = SketchRows()) { self.rows = rows }

  public var count: Int { heads.count }

  /// Adds a document; one without words is left out.
  ///
  /// - Throws: where a sketch cannot be laid aside.
  public mutating func add(_ document: PreparedDocument) throws {
    guard let sketch = document.sketch else { return }
    try rows.add(sketch)
    heads.append(document.head)
    numbers.append(Int32(document.number))
    digests.append(document.digest)
  }

  /// The documents in the order of their ids.
  var order: [Int32] { IDOrder.of(heads.lazy.map(\.id)) }
}
