/// The texts of a collection, laid aside until they are wanted again, by number.
///
/// A scan looks at every text once and then at those of which pairs are to be compared; in between
/// nothing holds them all in memory.
public protocol TextShelf: Sendable {
  /// The text as read.
  ///
  /// - Throws: where it cannot be had any more; a scan then ends with that error.
  func text(_ number: Int) throws -> [UInt8]
}

/// A shelf for texts that are in memory anyway.
public struct TextsInMemory: TextShelf {
  private let texts: [[UInt8]]

  public init(_ texts: [[UInt8]]) { self.texts = texts }

  public func text(_ number: Int) -> [UInt8] { texts[number] }
}
