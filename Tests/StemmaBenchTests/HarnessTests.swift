import Foundation
import StemmaKit
import Testing

@testable import StemmaBench

@Suite("Measuring")
struct HarnessTests {
  @Test("The median stands in the middle of the runs")
  func median() {
    let odd = Measurement([3, 1, 2])
    #expect((odd.least, odd.median, odd.most) == (1, 2, 3))
    let even = Measurement([4, 1, 3, 2])
    #expect((even.least, even.median, even.most) == (1, 2.5, 4))
    #expect(Measurement([7]).median == 7)
  }

  @Test("All stages are timed, and the corpus is counted", arguments: [1, 3])
  func stages(threads: Int) throws {
    let corpus = SyntheticCorpus(options(80, words: 100))
    let file = try TemporaryFile(corpus.records(), ending: ".jsonl")
    var run = StageRun(path: file.path)
    run.threads = threads
    let (volume, stages) = try run.measure(runs: 2)
    var author = CorpusAuthor(corpus)
    let texts = (0..<80).map { author.text(of: $0) }
    let counts = texts.map { words($0).count }
    #expect(volume.documents == 80)
    #expect(volume.bytes == texts.reduce(0) { $0 + $1.count })
    #expect(volume.tokens == counts.reduce(0, +))
    #expect(volume.shingles == counts.reduce(0) { $0 + $1 - 4 })
    #expect(stages.map(\.0) == StageRun.Stage.allCases)
    #expect(stages.allSatisfy { $0.1.runs.count == 2 && $0.1.least > 0 })
  }

  @Test("A file that is not there is named")
  func missing() {
    let failure = FileFailure(path: "no/such.jsonl", code: ENOENT)
    #expect(throws: failure) { try StageRun(path: "no/such.jsonl").measure(runs: 1) }
    #expect(throws: FileFailure.self) { try ChildProcess.run("no/such", []) }
  }

  @Test("A program is run to its end")
  func child() throws {
    var told: [Bool] = []
    let child = try ChildProcess.run("/bin/sh", ["-c", "exit 3"]) { told.append($0 > 0) }
    #expect(child.status == 3)
    #expect(child.seconds > 0 && child.peakMemory > 0)
    #expect(told == [true, false])
    #expect(try ChildProcess.run("/bin/sh", ["-c", "kill -9 $$"]).status == 137)
  }

  @Test("The searches are run by the contract of the program")
  func arguments() {
    #expect(
      Search.nearDuplicates(0.5).arguments("in.jsonl", threads: 2, to: "out.json", times: "t") == [
        "scan", "in.jsonl", "--near-duplicates", "0.5", "--threads", "2", "--format", "json",
        "--quiet", "-o", "out.json", "--times", "t",
      ])
    #expect(
      Search.derivations.arguments("in", threads: 1, to: "out", times: "t").prefix(3) == [
        "scan", "in", "--threads",
      ])
  }

  @Test("The pairs of a report are all of it, or those derived")
  func pairs() throws {
    let report = """
      {"schema": "stemma.scan/1", "pairs": [{"a": "d1", "b": "d2", "relation": "copy"},
      {"a": "d1", "b": "d3", "relation": "same-story"}]}
      """
    let file = try TemporaryFile(report.utf8)
    #expect(try Search.nearDuplicates(0.5).pairs(in: file.path).count == 2)
    let pairs = try Search.derivations.pairs(in: file.path)
    #expect(pairs.map(\.a) == ["d1"] && pairs.map(\.b) == ["d2"])
  }

  @Test("Numbers are written with the decimals asked for")
  func numbers() {
    #expect(fixed(0.05, 3) == "0.050")
    #expect(fixed(12.345, 1) == "12.3")
    #expect(fixed(7.6, 0) == "8")
    #expect(rounded(1.23456, 2) == 1.23)
  }

  @Test("The stages of a search keep their order, and the times of all runs")
  func searchStages() throws {
    let file = try TemporaryFile("reading\t1.5\nfinding candidates\t0.25\nelse\t3\n".utf8)
    let other = try TemporaryFile("reading\t0.5\nfinding candidates\t0.75\nelse\t3\n".utf8)
    var stages = SearchStages()
    try stages.add(timesIn: file.path)
    try stages.add(timesIn: other.path)
    let found = stages.measurements
    #expect(found.map(\.name) == ["read and sketch", "bucket", "else"])
    #expect(found.map(\.1.runs) == [[0.5, 1.5], [0.25, 0.75], [3, 3]])
  }

  @Test("The tables stand within 80 columns")
  func narrow() throws {
    var stages = SearchStages()
    let times = try TemporaryFile("reading\t1234.5\nwriting\t0.25\n".utf8)
    try stages.add(timesIn: times.path)
    let volume = StageRun.Volume(
      documents: 1_000_000, bytes: 3_000_000_000, tokens: 530_000_000, shingles: 526_000_000)
    var report = BenchReport(
      version: "0.1.0", threads: 64, runs: 5, corpus: .init(volume, made: CorpusOptions()))
    for stage in StageRun.Stage.allCases { report.add(stage, Measurement([0.25, 99.5, 80])) }
    let score = Score(recall: 1, precision: 0.98)
    report.add(
      search: Search.nearDuplicates(0.5).name, Measurement([1234.5, 999]), pairs: 70_000,
      peakMemory: 12_345_000_000, stages: stages, scores: (score, nil))
    report.add(
      search: Search.derivations.name, Measurement([123.4]), pairs: 120_000,
      peakMemory: 12_345_000_000, stages: stages, scores: (score, score))
    let lines = BenchText(report).text.split(separator: "\n").filter { !$0.contains(" on ") }
    #expect(lines.count == 18)
    for line in lines { #expect(line.count <= 80, "\(line)") }
  }
}
