import Foundation

/// Where the project and its labelled fixtures lie.
enum Project {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let fixtures = root.appending(path: "fixtures")
  static let articles = fixtures.appending(path: "articles")
  static let records = fixtures.appending(path: "articles.jsonl")
  static let pairs = fixtures.appending(path: "pairs.tsv")

  /// The bytes of a fixture, by its name without the ending.
  static func article(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: articles.appending(path: "\(name).txt")))
  }

  static func articleText(_ name: String) throws -> String {
    String(decoding: try article(name), as: UTF8.self)
  }

  /// The lines of the fixtures as records.
  static func recordLines() throws -> [String] {
    String(decoding: try Data(contentsOf: records), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}
