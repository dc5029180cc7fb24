import Foundation

/// The two forms of the labelled fixtures.
enum FixtureForm: String, CaseIterable, Sendable {
  case folder = "articles"
  case records = "articles.jsonl"

  /// What each id stands for, byte for byte.
  func texts() throws -> [String: [UInt8]] {
    switch self {
    case .folder:
      let names = try FileManager.default.contentsOfDirectory(atPath: Project.articles.path)
      return try Dictionary(
        uniqueKeysWithValues: names.map { name in
          (name, Array(try Data(contentsOf: Project.articles.appending(path: name))))
        })
    case .records:
      return try Dictionary(
        uniqueKeysWithValues: records().map { ($0["id"]?.string ?? "", text($0)) })
    }
  }

  /// The dates that the records give, by id.
  func dates() throws -> [String: String] {
    guard self == .records else { return [:] }
    return try Dictionary(
      uniqueKeysWithValues: records().map { ($0["id"]?.string ?? "", $0["date"]?.string ?? "") })
  }

  private func records() throws -> [JSONValue] {
    try Project.recordLines().map { try JSONValue($0) }
  }

  private func text(_ record: JSONValue) -> [UInt8] { Array((record["text"]?.string ?? "").utf8) }
}

/// One scan of all fixtures in each form, for all tests that look at its result.
enum SharedScan {
  static func outcome(_ form: FixtureForm) async throws -> Outcome {
    switch form {
    case .folder: try await folder.value
    case .records: try await records.value
    }
  }

  private static let folder = task(.folder)
  private static let records = task(.records)

  private static func task(_ form: FixtureForm) -> Task<Outcome, any Error> {
    Task {
      try await Program.run([
        "scan", Project.fixtures.appending(path: form.rawValue).path, "--format", "json",
        "--min-relation", "same-story",
      ])
    }
  }
}
