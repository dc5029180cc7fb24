import Testing

@Suite("What is said, and how loud")
struct PlainOutputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The text report of a scan and of a comparison, on standard output or in a file.
  private func report(_ command: String, toFile: Bool) async throws -> String {
    let path = try folder.writeGoodPair()
    let inputs = command == "scan" ? [path] : ["\(path)/good-1.txt", "\(path)/good-2.txt"]
    let outcome = try await Program.run(
      [command] + inputs + (toFile ? ["-o", folder.path("result")] : []),
      environment: ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1", "FORCE_COLOR": "1"])
    try #require(outcome.status == 0)
    return toFile ? String(decoding: try folder.bytes("result"), as: UTF8.self) : outcome.text
  }

  @Test(
    "There are no escape codes in a pipe nor in a file",
    arguments: ["scan", "compare"], [false, true])
  func escapes(command: String, toFile: Bool) async throws {
    let text = try await report(command, toFile: toFile)
    #expect(text.contains("copy") || text.contains("COPY"))
    expectQuietTerminal(text)
  }

  @Test(
    "No line is wider than 80 columns or ends with a space", arguments: ["scan", "compare"])
  func width(command: String) async throws {
    for line in try await report(command, toFile: false).split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
      #expect(!line.hasSuffix(" "), "\(line)")
    }
  }

  @Test("--quiet keeps remarks off standard error, but not problems")
  func quiet() async throws {
    let path = try folder.writeGoodPair()
    try folder.write("in/legacy.txt", [0x47, 0x65, 0x66, 0xFC, 0x68, 0x6C])
    let remark = try await Program.run(["scan", path])
    #expect(remark.sentences.count == 1)
    let quiet = try await Program.run(["scan", path, "--quiet"])
    #expect(quiet.errors == "")
    #expect(quiet.output == remark.output)
    try folder.write("in/empty.txt", "")
    let problem = try await Program.run(["scan", path, "-q"])
    #expect(problem.status == 2)
    #expect(problem.sentences == ["stemma: empty.txt: it is empty; left out"])
  }

  @Test("--quiet keeps many remarks off standard error, too")
  func quietMany() async throws {
    for number in 0..<12 {
      try folder.write("in/\(number).txt", [0x47, 0x65, 0x66, 0xFC, 0x68, 0x6C])
    }
    let outcome = try await Program.run(["scan", folder.path("in"), "--quiet"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }

  @Test("--exit-code gives 1 where a derivation was found, 0 where none was, 2 before either")
  func exitCode() async throws {
    let path = try folder.writeGoodPair()
    try folder.write("other/a.txt", Project.article("e07-original"))
    try folder.write("other/b.txt", Project.article("e19-original"))
    let good = ["\(path)/good-1.txt", "\(path)/good-2.txt"]
    let other = [folder.path("other/a.txt"), folder.path("other/b.txt")]
    for (arguments, status) in [
      (["scan", path], 1), (["scan", folder.path("other")], 0),
      (["compare"] + good, 1), (["compare"] + other, 0),
      (["scan", path, folder.path("nowhere")], 2), (["scan", path, "-o", folder.path("r")], 1),
    ] as [([String], Int32)] {
      let outcome = try await Program.run(arguments + ["--exit-code"])
      #expect(outcome.status == status, "\(arguments)")
    }
  }

  @Test("--exit-code does not take texts of one story for a derivation")
  func sameStory() async throws {
    try folder.write("in/a.txt", Project.article("e01-independent-a"))
    try folder.write("in/b.txt", Project.article("e01-original"))
    let outcome = try await Program.run([
      "scan", folder.path("in"), "--min-relation", "same-story", "--exit-code", "--format", "json",
    ])
    #expect(outcome.status == 0)
    #expect(try outcome.scan().pairs.map(\.relation) == ["same-story"])
  }
}
