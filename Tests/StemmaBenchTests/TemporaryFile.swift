import Foundation

/// A file of a test's own, which goes when the test ends; let the suite hold it.
final class TemporaryFile: Sendable {
  let path: String

  init(_ bytes: some Sequence<UInt8>, ending: String = "") throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "stemma-test-\(UUID().uuidString)\(ending)")
    try Data(bytes).write(to: url)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
