import Foundation
import Testing

@Suite("A run that is stopped", .serialized)
struct InterruptionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// So many texts that a run is still going when it is stopped, whatever else the machine does.
  private static let records = Task { Articles.records(60_000, seed: 7) }

  /// Waits until the part file is there.
  ///
  /// - Returns: whether the run was still going then.
  private func waitForPart(_ run: Program.Run) async throws -> Bool {
    while run.isRunning {
      if try folder.names().contains(where: { $0.contains(".part-") }) { return run.isRunning }
      try await Task.sleep(for: .milliseconds(2))
    }
    return false
  }

  @Test("It leaves neither the result nor a part of it", arguments: [SIGTERM, SIGINT, SIGHUP])
  func stopped(signal: Int32) async throws {
    let path = try folder.write("in.jsonl", await Self.records.value)
    let run = try Program.Run([
      "scan", path, "--format", "json", "-o", folder.path("result.json"),
    ])
    try #require(try await waitForPart(run))
    #expect(try !folder.names().contains("result.json"))
    run.send(signal)
    let outcome = try await run.finish()
    #expect(outcome.isSignal && outcome.status == signal)
    #expect(outcome.output == [])
    #expect(try folder.names() == ["in.jsonl"])
  }

  @Test("It leaves an earlier result as it was")
  func earlier() async throws {
    let path = try folder.write("in.jsonl", await Self.records.value)
    let result = try folder.write("result.json", "old")
    let run = try Program.Run(["scan", path, "--format", "json", "-o", result])
    try #require(try await waitForPart(run))
    run.send(SIGTERM)
    #expect(try await run.finish().isSignal)
    #expect(try folder.names() == ["in.jsonl", "result.json"])
    #expect(try folder.bytes("result.json") == Array("old".utf8))
  }
}
