#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// How long the stages of a search took, in several runs.
public struct SearchStages: Sendable, Equatable {
  /// What a stage of the program is called in a report.
  private static let names = [
    "reading": "read and sketch", "finding candidates": "bucket", "comparing": "verify",
    "finding stories": "stories", "writing": "write",
  ]

  /// In the order in which they come.
  private var order: [String] = []
  private var seconds: [String: [Double]] = [:]

  public init() {}

  /// The stages and their times.
  public var measurements: [(name: String, Measurement)] {
    order.map { ($0, Measurement(seconds[$0] ?? [])) }
  }

  /// Takes in the times of a run, a line a stage, as the program writes them.
  ///
  /// - Throws: where the file cannot be read.
  public mutating func add(timesIn path: String) throws {
    let lines = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    var run: [String: Double] = [:]
    for line in lines.split(separator: "\n") {
      let cells = line.split(separator: "\t")
      guard cells.count == 2, let time = Double(cells[1]) else { continue }
      let name = Self.names[String(cells[0])] ?? String(cells[0])
      if !order.contains(name) { order.append(name) }
      run[name, default: 0] += time
    }
    for (name, time) in run { seconds[name, default: []].append(time) }
  }
}
