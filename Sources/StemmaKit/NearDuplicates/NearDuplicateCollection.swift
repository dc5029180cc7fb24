/// The documents of a collection as the search for near-duplicates keeps them, without their texts:
/// 256 bytes a sketch beside what is known about each.
public struct NearDuplicateCollection: Sendable {
  /// What is known about each document, in the order in which they were added.
  var heads: [DocumentHead] = []
  /// Where its text stands on the shelf.
  var numbers: [Int32] = []
  /// Equal for texts with the same tokens.
  var digests: [UInt64] = []
  var table = SketchTable()

  public init(_ documents: some Sequence<SketchedDocument> = []) {
    for document in documents { add(document) }
  }

  public var count: Int { heads.count }

  public mutating func add(_ document: SketchedDocument) {
    heads.append(document.head)
    numbers.append(Int32(document.number))
    digests.append(document.digest)
    table.add(document.sketch)
  }

  /// The documents in the order of their ids.
  var order: [Int32] { IDOrder.of(heads.lazy.map(\.id)) }
}
