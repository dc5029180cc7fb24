import Foundation
import Testing

@testable import stemma

@Suite("The line that tells how far a run is", .serialized)
struct ProgressTests {
  private static let erasing = "\r\u{1B}[K"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Long enough for some lines.
  private static let records = Task { Articles.records(20_000, seed: 11) }

  /// What a run writes to a terminal as its standard error.
  ///
  /// - Parameter stop: whether to interrupt it as soon as a line stands there.
  private func errors(
    _ arguments: [String], columns: Int = 80, term: String = "xterm", stop: Bool = false
  ) async throws -> (text: String, outcome: Outcome) {
    let path = try folder.write("in.jsonl", await Self.records.value)
    let terminal = try PseudoTerminal(columns: columns)
    defer { terminal.close() }
    let run = try Program.Run(
      ["scan", path, "--threads", "1"] + arguments, environment: ["TERM": term],
      errors: terminal.programSide)
    var text = ""
    var isStopped = false
    while run.isRunning {
      text += terminal.read()
      if stop, !isStopped, text.contains("reading") {
        isStopped = true
        run.send(SIGINT)
      }
      try await Task.sleep(for: .milliseconds(5))
    }
    let outcome = try await run.finish()
    return (text + terminal.read(), outcome)
  }

  @Test("It is drawn over again, is narrower than the terminal, and goes", arguments: [30, 80])
  func drawn(columns: Int) async throws {
    let (text, outcome) = try await errors([], columns: columns)
    #expect(outcome.status == 0)
    let lines = text.components(separatedBy: Self.erasing)
    #expect(lines.count > 2)
    #expect(lines.last == "")
    for line in lines {
      #expect(line.count < columns)
      #expect(!line.contains("\n"))
    }
    #expect(lines.contains { $0.hasPrefix("reading ") && $0.contains(" %") })
  }

  @Test("A page or a graph is not written to a terminal", arguments: ["html", "graphml"])
  func page(format: String) async throws {
    let terminal = try PseudoTerminal(columns: 80)
    defer { terminal.close() }
    let run = try Program.Run(
      ["scan", Project.records.path, "--format", format], output: terminal.programSide)
    let outcome = try await run.finish()
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("is not for a terminal; name a file, as in -o "))
    #expect(terminal.read() == "")
  }

  @Test("It goes where the run is stopped")
  func stopped() async throws {
    let (text, outcome) = try await errors([], stop: true)
    #expect(outcome.isSignal && outcome.status == SIGINT)
    #expect(text.contains("reading"))
    #expect(text.hasSuffix(Self.erasing))
  }

  @Test("There is none with --quiet, or where lines cannot be erased")
  func none() async throws {
    #expect(try await errors(["--quiet"]).text == "")
    #expect(try await errors([], term: "dumb").text == "")
  }

  @Test("--verbose tells the stages in order, with counts and times, also in a file")
  func verbose() async throws {
    let outcome = try await Program.run(["scan", Project.records.path, "--verbose"])
    let plain = try await Program.run(["scan", Project.records.path])
    #expect(plain.errors == "")
    #expect(outcome.output == plain.output)
    let begins = [
      "reading: 148 documents in ", "finding candidates: 148 documents in ",
      "comparing: 10878 pairs in ", "finding stories: ", "writing: ", "done in ",
    ]
    #expect(outcome.sentences.count == begins.count)
    for (sentence, begin) in zip(outcome.sentences, begins) {
      #expect(sentence.hasPrefix("stemma: \(begin)"), "\(sentence)")
      #expect(sentence.contains(/[0-9]\.[0-9][0-9] s/))
    }
  }

  @Test("--verbose tells of given pairs, too")
  func pairs() async throws {
    let outcome = try await Program.run([
      "compare", Project.records.path, "--pairs", Project.pairs.path, "-v",
    ])
    #expect(outcome.sentences.contains { $0.hasPrefix("stemma: comparing: 456 pairs in ") })
  }

  @Test("--quiet and --verbose together are wrong usage")
  func both() async throws {
    let outcome = try await Program.run(["scan", Project.records.path, "-q", "-v"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("Take --quiet or --verbose, not both."))
  }

  @Test("What does not fit is left out, the time left last")
  func fitting() {
    let stage = Stage(work: .comparing, done: 250, all: 1000, share: 0.25)
    func line(_ columns: Int) -> String { stage.line(seconds: 10, columns: columns) }
    #expect(line(80) == "comparing 25 %, 250 of 1000 pairs, 25 a second, 30 s left")
    #expect(line(57) == "comparing 25 %, 250 of 1000 pairs, 30 s left")
    #expect(line(40) == "comparing 25 %, 30 s left")
    #expect(line(20) == "comparing 25 %")
    #expect(line(10) == "comparing")
    #expect(line(1) == "")
  }

  @Test("Time left is told in the units that a person would take")
  func timeLeft() {
    func left(_ share: Double, _ seconds: Double) -> String {
      Stage(work: .reading, share: share).line(seconds: seconds, columns: 80)
    }
    #expect(left(0.5, 1) == "reading 50 %, 0 documents, 0 a second")
    #expect(left(0.5, 59).hasSuffix("59 s left"))
    #expect(left(0.5, 61).hasSuffix("1 min 1 s left"))
    #expect(left(0.25, 1500).hasSuffix("1 h 15 min left"))
    #expect(left(1, 90).hasSuffix("0 s left"))
  }

  @Test("A stage that has ended is summed up")
  func summary() {
    let one = Stage(work: .comparing, done: 1)
    #expect(one.summary(seconds: 0.5) == "comparing: 1 pair in 0.50 s, 2 a second")
    let many = Stage(work: .findingCandidates, done: 60_000)
    #expect(many.summary(seconds: 7.719) == "finding candidates: 60000 documents in 7.72 s")
    #expect(Stage(work: .writing).summary(seconds: 61.049) == "writing: 61.05 s")
  }
}
