import Foundation
import Testing

@Suite("Where the result goes")
struct OutputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("-o writes the file whole, nothing else, and nothing to standard output")
  func file() async throws {
    let path = try folder.writeGoodPair()
    for format in ["json", "text"] {
      let plain = try await Program.run(["scan", path, "--format", format])
      let result = folder.path("result.\(format)")
      let outcome = try await Program.run(["scan", path, "--format", format, "-o", result])
      #expect(outcome.status == 0)
      #expect(outcome.output == [])
      #expect(outcome.errors == "")
      #expect(try folder.bytes("result.\(format)") == plain.output)
    }
    #expect(try folder.names() == ["in", "result.json", "result.text"])
  }

  @Test("-o replaces what was there, and is written where some input was left out")
  func replaces() async throws {
    let path = try folder.writeGoodPair()
    try folder.write("in/empty.txt", "")
    let result = try folder.write("result.json", String(repeating: "old ", count: 10_000))
    let outcome = try await Program.run(["scan", path, "--format", "json", "-o", result])
    #expect(outcome.status == 2)
    let scan = try JSONDecoder().decode(ScanOutput.self, from: Data(folder.bytes("result.json")))
    #expect(scan.documents == 2)
    #expect(try folder.names() == ["in", "result.json"])
  }

  @Test("-o never takes the place of what is read, by whatever name")
  func input() async throws {
    let path = try folder.writeGoodPair()
    let (one, other) = (path + "/good-1.txt", path + "/good-2.txt")
    try folder.link("by-link.txt", to: one)
    for arguments in [
      ["scan", one, other, "-o", one], ["scan", one, other, "-o", folder.path("by-link.txt")],
      ["compare", one, other, "-o", other],
    ] {
      let outcome = try await Program.run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("is read and cannot be written, too"))
    }
    #expect(try folder.bytes("in/good-1.txt") == Project.article("e01-original"))
    #expect(try folder.bytes("in/good-2.txt") == Project.article("e01-light"))
    #expect(try folder.names() == ["by-link.txt", "in"])
  }

  @Test("In a file no id is cut, however long its line")
  func longNames() async throws {
    let name = String(repeating: "a-very-long-name-", count: 8)
    try folder.write("in/\(name)1.txt", Project.article("e01-original"))
    try folder.write("in/\(name)2.txt", Project.article("e01-light"))
    let outcome = try await Program.run(["scan", folder.path("in")])
    let text = String(decoding: outcome.output, as: UTF8.self)
    #expect(text.contains("\(name)1.txt") && text.contains("\(name)2.txt"))
  }

  @Test(
    "-o where nothing can be written fails with a sentence and leaves nothing behind",
    arguments: ["missing/result.json", "in"])
  func unwritable(name: String) async throws {
    let path = try folder.writeGoodPair()
    let texts = ["\(path)/good-1.txt", "\(path)/good-2.txt"]
    for arguments in [["scan", path], ["compare"] + texts] {
      let outcome = try await Program.run(arguments + ["-o", folder.path(name)])
      #expect(outcome.status == 74)
      #expect(outcome.output == [])
      #expect(outcome.sentences.count == 1)
      #expect(outcome.errors.hasPrefix("stemma: cannot write \(folder.path(name)): "))
    }
    #expect(try folder.names() == ["in"])
    #expect(try folder.names(in: "in") == ["good-1.txt", "good-2.txt"])
  }

  @Test("-o is not created where there is nothing to compare")
  func nothing() async throws {
    let path = try folder.writeGoodPair()
    let outcome = try await Program.run([
      "compare", "\(path)/good-1.txt", folder.path("nowhere.txt"), "-o", folder.path("result.txt"),
    ])
    #expect(outcome.status == 2)
    #expect(outcome.sentences.count == 1)
    #expect(try folder.names() == ["in"])
  }

  @Test("-o to a link writes what it leads to; to a pipe, into the pipe")
  func special() async throws {
    let path = try folder.writeGoodPair()
    let target = try folder.write("target.txt", "old")
    try folder.link("link.txt", to: "target.txt")
    try #require(mkfifo(folder.path("pipe"), 0o600) == 0)
    // Someone reads, so that who writes need not wait.
    let reader = open(folder.path("pipe"), O_RDWR | O_NONBLOCK)
    try #require(reader >= 0)
    defer { close(reader) }
    for name in ["link.txt", "pipe"] {
      let outcome = try await Program.run(["scan", path, "-o", folder.path(name)])
      #expect(outcome.status == 0)
    }
    let type = try FileManager.default.attributesOfItem(atPath: folder.path("pipe"))[.type]
    #expect(FileManager.default.contents(atPath: target)?.count ?? 0 > 10)
    #expect(type as? FileAttributeType != .typeRegular)
  }

  @Test("A full disk is told, and the exit says so", .enabled(if: Self.hasFullDevice))
  func full() async throws {
    let handle = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let run = try Program.Run(["scan", folder.writeGoodPair()], output: handle)
    let outcome = try await run.finish()
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("stemma: cannot write standard output: "))
  }

  private static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  @Test("A reader that goes away early is no error")
  func brokenPipe() async throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let run = try Program.Run(["scan", folder.writeGoodPair()], output: pipe.fileHandleForWriting)
    let outcome = try await run.finish()
    #expect(!outcome.isSignal)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }
}
