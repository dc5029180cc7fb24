public import StemmaKit

/// A change in meaning as JSON shows it; docs/changes.md describes the fields.
public struct ChangeReport: Encodable, Sendable {
  public struct Side: Encodable, Sendable {
    /// First byte and the byte behind the last, in the text as read.
    public var range: [Int]
    public var text: String
  }

  public var kind: String
  public var change: String
  public var a: Side?
  public var b: Side?

  /// - Parameters:
  ///   - a: the first text as read.
  ///   - b: the second.
  public init(_ change: Change, a: [UInt8], b: [UInt8]) {
    kind = change.kind.rawValue
    self.change = change.manner.rawValue
    self.a = change.a.map { Self.side($0, a) }
    self.b = change.b.map { Self.side($0, b) }
  }

  private static func side(_ range: Range<Int>, _ text: [UInt8]) -> Side {
    Side(
      range: [range.lowerBound, range.upperBound],
      text: String(decoding: text[range], as: UTF8.self))
  }

  private enum Key: String, CodingKey { case kind, change, a, b }

  /// By hand, because a side that has nothing is written as null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(change, forKey: .change)
    try container.encode(a, forKey: .a)
    try container.encode(b, forKey: .b)
  }
}
